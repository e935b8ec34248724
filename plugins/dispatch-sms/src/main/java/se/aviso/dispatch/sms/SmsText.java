package se.aviso.dispatch.sms;

import java.text.Normalizer;

/**
 * A text as telephones carry it (3GPP TS 23.038): in the small alphabet 160 signs, or 153 in each of several parts; one
 * sign outside it, and there are 70, or 67.
 */
record SmsText(String text) {
    private static final String SMALL = "@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?"
            + "¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà";

    /** These take the room of two. */
    private static final String DOUBLE = "^{}\\[~]|€\f";

    private static final int WHOLE_SMALL = 160;
    private static final int PART_SMALL = 153;
    private static final int WHOLE_LARGE = 70;
    private static final int PART_LARGE = 67;
    private static final int LONGEST_NAME = 11;

    SmsText {
        text = Normalizer.normalize(text.strip(), Normalizer.Form.NFC).replace('\u00a0', ' ');
    }

    /** How many parts it is sent, and paid for, as. */
    int parts() {
        var small = text.chars().allMatch(sign -> SMALL.indexOf(sign) >= 0 || DOUBLE.indexOf(sign) >= 0);
        var room = small
                ? text.length()
                        + (int) text.chars()
                                .filter(sign -> DOUBLE.indexOf(sign) >= 0)
                                .count()
                : text.length();
        var whole = small ? WHOLE_SMALL : WHOLE_LARGE;
        var part = small ? PART_SMALL : PART_LARGE;
        return room <= whole ? 1 : (room + part - 1) / part;
    }

    /** A name as a sender: eleven letters and digits of the English alphabet, the first a letter. */
    static String sender(String name) {
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
