package se.aviso.bench;

/** How many mails with a document leave the house a second, beside the bare sending of the same mail. */
public final class Mails {
    private static final int MAILS = 20_000;

    private Mails() {}

    /** Takes how many mails there are; 20,000 when it is not said. */
    public static void main(String[] arguments) throws Exception {
        new MailsRun(arguments.length > 0 ? Integer.parseInt(arguments[0]) : MAILS).run();
        System.exit(0);
    }
}
