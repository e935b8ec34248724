package se.aviso.app.payment;

/** Amounts as people write them in Swedish or English. */
final class Amounts {
    private Amounts() {}

    /** The form of the API: {@code "1 850,50 kr"} becomes {@code "1850.50"}; what is no amount stays none. */
    static String decimal(String text) {
        return text.replaceAll("[\\s\u00a0\u202f]|(?i)kr$|(?i)sek$", "").replace(',', '.');
    }
}
