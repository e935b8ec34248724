package se.aviso.group;

import java.util.Locale;
import java.util.Optional;

/**
 * Whether a slip stands at the foot of documents that ask for money, with the line that giros' machines read.
 *
 * @param giroCode the two digits by which the line names the giro, where the payee's bank has asked for others than
 *     those that are usual
 */
public record SlipChoice(boolean wanted, Optional<String> giroCode) {
    /** No slip: what holds where nobody has set anything. */
    public static final SlipChoice NONE = new SlipChoice(false, Optional.empty());

    private static final String ON = "on";
    private static final String OFF = "off";

    /**
     * Reads {@code on}, {@code off} or two digits, which are {@code on} with that code; Swedish words too.
     *
     * @throws IllegalArgumentException when it is none of them
     */
    public static SlipChoice parse(String text) {
        var bare = text.strip().toLowerCase(Locale.ROOT);
        return switch (bare) {
            case OFF, "av", "nej" -> NONE;
            case ON, "på", "ja" -> new SlipChoice(true, Optional.empty());
            default -> {
                if (!bare.matches("[0-9]{2}")) {
                    throw new IllegalArgumentException("no choice of a slip: " + text);
                }
                yield new SlipChoice(true, Optional.of(bare));
            }
        };
    }

    /** As it is kept. */
    public String value() {
        return wanted ? giroCode.orElse(ON) : OFF;
    }
}
