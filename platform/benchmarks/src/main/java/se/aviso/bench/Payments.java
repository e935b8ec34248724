package se.aviso.bench;

import java.nio.file.Path;
import se.aviso.launcher.console.Refusal;
import se.aviso.launcher.data.DataFolder;

/** How quickly payments are found by several criteria, among a million of one tenant. */
public final class Payments {
    private static final int PAYMENTS = 1_000_000;

    private Payments() {}

    /**
     * Takes how many payments the tenant has, a million else; and the data folder of a demo that runs already and gets
     * them, else a demo is started for it.
     */
    public static void main(String[] arguments) throws Exception {
        var run = new PaymentsRun(arguments.length > 0 ? number(arguments[0]) : PAYMENTS);
        if (arguments.length > 1) {
            run.measure(DataFolder.open(Path.of(arguments[1])));
        } else {
            run.measureNewDemo();
        }
        System.exit(0);
    }

    private static int number(String text) {
        if (!text.matches("[1-9][0-9]{0,7}")) {
            throw new Refusal("How many payments? ./aviso bench payments 1000000");
        }
        return Integer.parseInt(text);
    }
}
