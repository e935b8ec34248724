package se.aviso.launcher.settings;

import se.aviso.launcher.console.Refusal;

/** A setting that is a whole number. */
final class Whole {
    private Whole() {}

    /** The number, or a refusal that names the setting. */
    static int number(String text, String key, int least, int most) {
        try {
            int number = Integer.parseInt(text.strip());
            if (number >= least && number <= most) {
                return number;
            }
        } catch (NumberFormatException e) {
            throw wrong(text, key, least, most);
        }
        throw wrong(text, key, least, most);
    }

    private static Refusal wrong(String text, String key, int least, int most) {
        return new Refusal(
                "The setting " + key + " is a whole number from " + least + " to " + most + ", not \"" + text + "\".");
    }
}
