package se.aviso.kernel;

import java.text.Normalizer;
import java.util.Optional;

/**
 * A text as telephones carry it (3GPP TS 23.038): in the small alphabet 160 signs, or 153 in each of several parts; one
 * sign outside it, and there are 70, or 67.
 */
public record SmsText(String text) {
    private static final String SMALL = "@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?"
            + "¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà";

    /** These take the room of two. */
    private static final String DOUBLE = "^{}\\[~]|€\f";

    private static final int WHOLE_SMALL = 160;
    private static final int PART_SMALL = 153;
    private static final int WHOLE_LARGE = 70;
    private static final int PART_LARGE = 67;

    public SmsText {
        text = Normalizer.normalize(text.strip(), Normalizer.Form.NFC).replace('\u00a0', ' ');
    }

    /** How many parts it is sent, and paid for, as. */
    public int parts() {
        var small = large().isEmpty();
        var room = small
                ? text.length() + (int) text.chars().filter(SmsText::isDouble).count()
                : text.length();
        var whole = small ? WHOLE_SMALL : WHOLE_LARGE;
        var part = small ? PART_SMALL : PART_LARGE;
        return room <= whole ? 1 : (room + part - 1) / part;
    }

    /** The first sign outside the small alphabet, for which every part holds less than half. */
    public Optional<String> large() {
        return text.codePoints()
                .filter(sign -> SMALL.indexOf(sign) < 0 && !isDouble(sign))
                .mapToObj(Character::toString)
                .findFirst();
    }

    private static boolean isDouble(int sign) {
        return DOUBLE.indexOf(sign) >= 0;
    }
}
