package se.aviso.pickup;

import java.util.Locale;

/** Which files of a folder are meant: {@code *} stands for any letters, {@code ?} for one; case does not matter. */
public record NamePattern(String text) {
    private static final int LONGEST = 100;

    public NamePattern {
        if (!isOne(text)) {
            throw new IllegalArgumentException("no pattern of a file's name");
        }
    }

    /** True for what a name can be matched with: not empty, not longer than 100 letters, and without folders. */
    public static boolean isOne(String text) {
        return !text.isBlank()
                && text.length() <= LONGEST
                && text.chars().noneMatch(letter -> letter == '/' || letter == '\\' || Character.isISOControl(letter));
    }

    /** True when the name is of that kind. Letter by letter: no pattern makes it slow. */
    public boolean matches(String name) {
        var pattern = text.toLowerCase(Locale.ROOT);
        var letters = name.toLowerCase(Locale.ROOT);
        var reached = new boolean[letters.length() + 1];
        reached[0] = true;
        for (var at = 0; at < pattern.length(); at++) {
            reached = after(reached, pattern.charAt(at), letters);
        }
        return reached[letters.length()];
    }

    private static boolean[] after(boolean[] reached, char sign, String letters) {
        var next = new boolean[reached.length];
        for (var at = 0; at < reached.length; at++) {
            if (sign == '*') {
                next[at] = reached[at] || (at > 0 && next[at - 1]);
            } else {
                next[at] = at > 0 && reached[at - 1] && (sign == '?' || sign == letters.charAt(at - 1));
            }
        }
        return next;
    }
}
