package se.aviso.wording;

import java.text.Normalizer;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import se.aviso.kernel.RuleViolation.Fault;
import se.aviso.kernel.SmsText;

/**
 * A text of a group's own on a document, or in the message that carries it, with the most signs that it has room for.
 * On the document the heading stands on one line, the lead below it, the foot below the sum; in a mail the lead stands
 * after the greeting; a text to a telephone begins with its own. What is said of the document itself always stays.
 */
public enum WordingField {
    HEADING(48),
    LEAD(400),
    FOOT(400),
    /** In place of the product's. */
    MAIL_SUBJECT(100),
    MAIL_LEAD(1000),
    /** In place of the product's; the seller's name stands below. */
    MAIL_CLOSING(200),
    SMS_LEAD(400);

    /** A text to a telephone is paid for by parts. */
    public static final int MOST_PARTS = 4;

    /** So long is what follows in a text to a telephone: a long name, an amount, a day and a link. */
    private static final int SMS_REST = 240;

    /** Not among what the typefaces of documents have; angles and braces are for those who write HTML. */
    private static final Pattern FOREIGN =
            Pattern.compile("[^A-Za-z\u00c0-\u024f\u1e00-\u1eff0-9 \u00a0.,;:!?'\"’‘”“»«–—…()/&%+=*#@§°€£$©½·_-]");

    private static final Pattern BLANKS = Pattern.compile("[ \\t\\r\\n]+");
    private static final Pattern LINE_END = Pattern.compile(" ?\\R ?");

    private final int most;

    WordingField(int most) {
        this.most = most;
    }

    /** The most signs. */
    public int most() {
        return most;
    }

    /** True of what stands on the document itself, and false of what stands in the message that carries it. */
    public boolean isOnPaper() {
        return this == HEADING || this == LEAD || this == FOOT;
    }

    /** True of what may have lines of its own, and empty ones between them. */
    private boolean hasLines() {
        return this == MAIL_LEAD || this == MAIL_CLOSING;
    }

    /**
     * The text as it is kept: composed letters, one blank between words and none around them, at most one empty line.
     */
    public String normalised(String text) {
        var composed = Normalizer.normalize(text, Normalizer.Form.NFC);
        if (!hasLines()) {
            return BLANKS.matcher(composed).replaceAll(" ").strip();
        }
        var lines = LINE_END.matcher(composed.replaceAll("[ \\t]+", " ")).replaceAll("\n");
        return lines.replaceAll("\n{3,}", "\n\n").strip();
    }

    /**
     * Why a text cannot stand here: it is too long, has a sign that cannot be printed, or a line end where there is one
     * line only.
     *
     * @param text as it was written
     * @param pointer where it stands in what was asked for
     */
    public Optional<Fault> fault(String text, String pointer) {
        if (this == MAIL_SUBJECT && text.strip().lines().count() > 1) {
            return Optional.of(new Fault("wording-line", pointer, Map.of()));
        }
        var kept = normalised(text);
        var length = kept.codePointCount(0, kept.length());
        if (length > most) {
            var facts = Map.of("most", Integer.toString(most), "length", Integer.toString(length));
            return Optional.of(new Fault("wording-long", pointer, facts));
        }
        var foreign = FOREIGN.matcher(hasLines() ? kept.replace('\n', ' ') : kept);
        return foreign.find()
                ? Optional.of(new Fault("wording-sign", pointer, Map.of("sign", foreign.group())))
                : partsFault(kept, pointer);
    }

    private Optional<Fault> partsFault(String kept, String pointer) {
        var whole = new SmsText(kept + "x".repeat(SMS_REST));
        if (this != SMS_LEAD || kept.isEmpty() || whole.parts() <= MOST_PARTS) {
            return Optional.empty();
        }
        var facts = Map.of("most", Integer.toString(MOST_PARTS), "parts", Integer.toString(whole.parts()));
        return Optional.of(whole.large()
                .map(sign -> new Fault("wording-parts-sign", pointer, with(facts, sign)))
                .orElseGet(() -> new Fault("wording-parts", pointer, facts)));
    }

    private static Map<String, String> with(Map<String, String> facts, String sign) {
        var all = new HashMap<>(facts);
        all.put("sign", sign);
        return all;
    }
}
