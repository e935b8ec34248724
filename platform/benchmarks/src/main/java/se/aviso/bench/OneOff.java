package se.aviso.bench;

import java.nio.file.Path;
import se.aviso.launcher.data.DataFolder;

/** How soon the preview of a one-off invoice answers, as who writes it waits for it. */
public final class OneOff {
    private OneOff() {}

    /** Takes the data folder of a demo that runs already; without one a demo is started for it. */
    public static void main(String[] arguments) throws Exception {
        var run = new OneOffRun();
        if (arguments.length > 0) {
            run.measure(DataFolder.open(Path.of(arguments[0])));
        } else {
            run.measureNewDemo();
        }
        System.exit(0);
    }
}
