package se.aviso.bench;

/**
 * How many complete invoices a renewal run issues a second, from due members to committed rows, beside the bare inserts
 * of the same rows.
 */
public final class Runs {
    private static final int MEMBERS = 100_000;

    private Runs() {}

    /** Takes how many members there are; 100,000 when it is not said. */
    public static void main(String[] arguments) throws Exception {
        new RunsRun(arguments.length > 0 ? Integer.parseInt(arguments[0]) : MEMBERS).run();
        System.exit(0);
    }
}
