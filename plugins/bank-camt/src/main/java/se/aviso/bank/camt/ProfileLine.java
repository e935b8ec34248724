package se.aviso.bank.camt;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A line of profiles, such as {@code HANDSESS.bankgiro-schemes = BGNR, BGNB}.
 *
 * <p>Read by our own few lines and not as {@link java.util.Properties}, which forget where a key stood, and say nothing
 * when it stands twice.
 *
 * @param number from 1; 0 where the line is the plugin's own
 * @param bank the first eight letters of its BIC, or {@link #DEFAULT}
 */
record ProfileLine(int number, String bank, Knob knob, List<String> values) {
    /** The bank of which nothing is known. */
    static final String DEFAULT = "default";

    /** The code of the problem that a line makes no sense. */
    static final String FAULT = "BAD_PROFILE";

    private static final Pattern SHAPE = Pattern.compile("([^.=\\s]+)\\.([^.=\\s]+)\\s*=(.*)");
    private static final Pattern BANK = Pattern.compile("[A-Z]{6}[A-Z0-9]{2}");
    private static final int LONGEST_WORD = 40;

    ProfileLine {
        values = List.copyOf(values);
    }

    /** The lines of a text; blank ones and those that begin with {@code #} say nothing. */
    static List<ProfileLine> all(String text) throws Refusal {
        var lines = new ArrayList<ProfileLine>();
        var keys = new HashSet<String>();
        var number = 0;
        for (var written : text.lines().map(String::strip).toList()) {
            number++;
            if (!written.isEmpty() && !written.startsWith("#")) {
                var line = of(number, written);
                if (!keys.add(line.bank + "." + line.knob)) {
                    throw line.refused(line.bank + "." + line.knob + " stands there twice");
                }
                lines.add(line);
            }
        }
        return lines;
    }

    private static ProfileLine of(int number, String written) throws Refusal {
        var parts = SHAPE.matcher(written);
        if (!parts.matches()) {
            throw refused(number, "it is not of the form BANK.knob = word, word");
        }
        var bank = parts.group(1);
        var knob = Knob.of(parts.group(2));
        if (knob.isEmpty()) {
            throw refused(number, "there is no knob " + shown(parts.group(2)));
        }
        var values = Stream.of(parts.group(3).split(",", -1)).map(String::strip).toList();
        var line = new ProfileLine(number, bank, knob.get(), values.equals(List.of("")) ? List.of() : values);
        line.requireSense();
        return line;
    }

    private void requireSense() throws Refusal {
        var isBank = BANK.matcher(bank).matches();
        if (!isBank && !bank.equals(DEFAULT)) {
            throw refused("a bank is the first eight letters of its BIC, or default, and not " + shown(bank));
        }
        if (knob == Knob.IBAN_CODES && !isBank) {
            throw refused("only a bank has " + knob);
        }
        if (values.isEmpty() && knob.isNeeded()) {
            throw refused(knob + " needs a word");
        }
        for (var value : values) {
            if (!knob.takes(value)) {
                throw refused(knob + " cannot be " + (value.isEmpty() ? "an empty word" : shown(value)));
            }
        }
        if (new HashSet<>(values).size() < values.size()) {
            throw refused("a word of " + knob + " stands there twice");
        }
    }

    /** The same, where the line is the plugin's own and no operator's. */
    ProfileLine asOwn() {
        return new ProfileLine(0, bank, knob, values);
    }

    /** Why the line makes no sense. */
    Refusal refused(String why) {
        return refused(number, why);
    }

    private static Refusal refused(int number, String why) {
        return new Refusal("BAD_PROFILE", "line " + number + " of the bank profiles makes no sense: " + why, 0);
    }

    private static String shown(String word) {
        return word.length() > LONGEST_WORD ? word.substring(0, LONGEST_WORD) + "…" : word;
    }
}
