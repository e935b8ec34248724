package se.aviso.dispatch.sms;

import java.text.Normalizer;

/** Who a telephone shows as sender. */
final class SmsSender {
    private static final int LONGEST_NAME = 11;

    private SmsSender() {}

    /** A name as a sender: eleven letters and digits of the English alphabet, the first a letter. */
    static String of(String name) {
        var bare = Normalizer.normalize(name, Normalizer.Form.NFD)
                .replaceAll("[^A-Za-z0-9]", "")
                .replaceAll("^[0-9]+", "");
        var cut = bare.length() <= LONGEST_NAME ? bare : bare.substring(0, LONGEST_NAME);
        return cut.isEmpty() ? "Aviso" : cut;
    }

    /** True for what a provider takes as sender: such a name, or a number. */
    static boolean isSender(String text) {
        return text.matches("[A-Za-z][A-Za-z0-9]{0,10}|\\+[1-9][0-9]{7,14}");
    }
}
