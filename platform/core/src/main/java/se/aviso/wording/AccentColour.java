package se.aviso.wording;

import java.util.Locale;

/**
 * The colour of heads and rules on documents; dark enough that what is written in it can be read on white paper (WCAG
 * 2.2, 1.4.3: a contrast of 4.5 to 1).
 */
public record AccentColour(String hex) {
    private static final double LEAST_CONTRAST = 4.5;
    private static final int HEX = 16;
    private static final double MOST = 255;

    /** @throws IllegalArgumentException when it is no colour, or too light */
    public AccentColour {
        if (!hex.matches("#[0-9a-f]{6}") || contrastWithWhite(hex) < LEAST_CONTRAST) {
            throw new IllegalArgumentException("not a colour to write in: " + hex);
        }
    }

    /** Reads a colour as people write it: with or without the sign before it, in large or small letters. */
    public static AccentColour parse(String text) {
        var bare = text.strip().toLowerCase(Locale.ROOT);
        return new AccentColour(bare.startsWith("#") ? bare : "#" + bare);
    }

    private static double contrastWithWhite(String hex) {
        var luminance = 0.2126 * linear(hex, 1) + 0.7152 * linear(hex, 3) + 0.0722 * linear(hex, 5);
        return 1.05 / (luminance + 0.05);
    }

    private static double linear(String hex, int at) {
        var part = Integer.parseInt(hex.substring(at, at + 2), HEX) / MOST;
        return part <= 0.04045 ? part / 12.92 : Math.pow((part + 0.055) / 1.055, 2.4);
    }
}
