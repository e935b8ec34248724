package se.aviso.group;

import java.util.Locale;

/** Which codes for telephones stand at the foot of documents that ask for money. */
public enum CodeChoice {
    NONE,
    /** The one that Swish reads: what holds where nobody has set anything. */
    SWISH,
    /** The one with the invoice's facts, which several banks' apps read. */
    USINGQR,
    BOTH;

    /**
     * Reads a constant's name in any case, or its Swedish word.
     *
     * @throws IllegalArgumentException when it is none of them
     */
    public static CodeChoice parse(String text) {
        var bare = text.strip().toLowerCase(Locale.ROOT);
        return switch (bare) {
            case "ingen" -> NONE;
            case "båda" -> BOTH;
            default -> valueOf(bare.toUpperCase(Locale.ROOT));
        };
    }

    /** As it is kept. */
    public String value() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Whether Swish's stands there. */
    public boolean swish() {
        return this == SWISH || this == BOTH;
    }

    /** Whether the one with the invoice's facts stands there. */
    public boolean usingQr() {
        return this == USINGQR || this == BOTH;
    }
}
