package se.aviso.bench;

import se.aviso.launcher.console.Refusal;

/**
 * How many payments of a bank file are read a second, and how many are read, matched and booked, beside the bare join
 * and inserts of the same rows.
 */
public final class Import {
    private static final int PAYMENTS = 100_000;
    private static final int CLAIMS = 1_000_000;

    private Import() {}

    /** Takes how many payments a file has and how many claims are open; 100,000 and a million else. */
    public static void main(String[] arguments) throws Exception {
        var payments = arguments.length > 0 ? number(arguments[0]) : PAYMENTS;
        var claims = arguments.length > 1 ? number(arguments[1]) : CLAIMS;
        if (claims < payments * ImportRun.EVERY) {
            throw new Refusal(
                    "A file pays each fifth claim at most: " + claims + " claims for " + payments + " payments.");
        }
        new ImportRun(payments, claims).run();
        System.exit(0);
    }

    private static int number(String text) {
        if (!text.matches("[1-9][0-9]{2,6}")) {
            throw new Refusal("How many payments, how many claims? ./aviso bench import 100000 1000000");
        }
        return Integer.parseInt(text);
    }
}
