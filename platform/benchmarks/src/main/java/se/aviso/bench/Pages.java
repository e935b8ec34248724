package se.aviso.bench;

import java.nio.file.Path;
import se.aviso.launcher.data.DataFolder;

/** What each page of the demo weighs, and how long the server takes for it. */
public final class Pages {
    private Pages() {}

    /** Takes the data folder of a demo that runs already; without one a demo is started for it. */
    public static void main(String[] arguments) throws Exception {
        var run = new PagesRun();
        if (arguments.length > 0) {
            run.measure(DataFolder.open(Path.of(arguments[0])));
        } else {
            run.measureNewDemo();
        }
        System.exit(0);
    }
}
