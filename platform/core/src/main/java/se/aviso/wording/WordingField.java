package se.aviso.wording;

import java.text.Normalizer;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import se.aviso.kernel.RuleViolation.Fault;

/**
 * A text of a group's own on a document, with the most signs that it has room for: the heading stands on one line, the
 * lead below it, the foot below the sum.
 */
public enum WordingField {
    HEADING(48),
    LEAD(400),
    FOOT(400);

    /** Not among what the typefaces of documents have; angles and braces are for those who write HTML. */
    private static final Pattern FOREIGN =
            Pattern.compile("[^A-Za-z\u00c0-\u024f\u1e00-\u1eff0-9 \u00a0.,;:!?'\"’‘”“»«–—…()/&%+=*#@§°€£$©½·_-]");

    private static final Pattern BLANKS = Pattern.compile("[ \\t\\r\\n]+");

    private final int most;

    WordingField(int most) {
        this.most = most;
    }

    /** The most signs. */
    public int most() {
        return most;
    }

    /** The text as it is kept: composed letters, one blank between words and none around them. */
    public static String normalised(String text) {
        var composed = Normalizer.normalize(text, Normalizer.Form.NFC);
        return BLANKS.matcher(composed).replaceAll(" ").strip();
    }

    /**
     * Why a text cannot stand here: it is too long, or has a sign that cannot be printed.
     *
     * @param normalised as {@link #normalised} gives it
     * @param pointer where it stands in what was asked for
     */
    public Optional<Fault> fault(String normalised, String pointer) {
        var length = normalised.codePointCount(0, normalised.length());
        if (length > most) {
            var facts = Map.of("most", Integer.toString(most), "length", Integer.toString(length));
            return Optional.of(new Fault("wording-long", pointer, facts));
        }
        var foreign = FOREIGN.matcher(normalised);
        return foreign.find()
                ? Optional.of(new Fault("wording-sign", pointer, Map.of("sign", foreign.group())))
                : Optional.empty();
    }
}
