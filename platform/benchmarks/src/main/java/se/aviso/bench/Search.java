package se.aviso.bench;

import java.nio.file.Path;
import se.aviso.launcher.console.Refusal;
import se.aviso.launcher.data.DataFolder;

/** How quickly invoices are found by four criteria, among a million of one tenant, alone and beside other tenants. */
public final class Search {
    private static final int INVOICES = 1_000_000;
    private static final int TENANTS = 100;

    private Search() {}

    /**
     * Takes how many invoices the tenant has, and how many other tenants there are; a million and a hundred else; and
     * the data folder of a demo that runs already and gets them, else a demo is started for it.
     */
    public static void main(String[] arguments) throws Exception {
        var invoices = arguments.length > 0 ? number(arguments[0]) : INVOICES;
        var tenants = arguments.length > 1 ? number(arguments[1]) : TENANTS;
        var run = new SearchRun(invoices, tenants);
        if (arguments.length > 2) {
            run.measure(DataFolder.open(Path.of(arguments[2])));
        } else {
            run.measureNewDemo();
        }
        System.exit(0);
    }

    private static int number(String text) {
        if (!text.matches("[1-9][0-9]{0,7}")) {
            throw new Refusal("How many invoices, how many other tenants? ./aviso bench search 1000000 100");
        }
        return Integer.parseInt(text);
    }
}
