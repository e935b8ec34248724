package se.aviso.payment;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.util.Arrays;
import java.util.regex.Pattern;

/**
 * What people hand in by mistake in the place of a bank file, told by its first bytes; so that they see which it was.
 */
public enum FileKind {
    /** Nothing at all. */
    EMPTY("", "an empty file"),
    /** A document to read. */
    PDF("%PDF-", "a PDF document"),
    /** A workbook or document of an office program, or an archive: all of these are zip files. */
    ZIP("PK(\\x03\\x04|\\x05\\x06)", "a workbook or a zip archive"),
    /** A workbook as office programs wrote it before. */
    OLD_OFFICE("\\xd0\\xcf\\x11\\xe0", "an old workbook or document"),
    /** A photograph or a picture of the screen. */
    PICTURE("\\x89PNG|\\xff\\xd8\\xff|GIF8", "a picture"),
    /** What a bank's site answers where somebody is not logged in. */
    WEB_PAGE("\\s*<(!doctype html|html|head|body)\\b", "a web page"),
    /** Direct debits, which Bankgirot reports in a format of their own. */
    AUTOGIRO("\\s*01AUTOGIRO|\\s*01[0-9 ]{8}AUTOGIRO", "an Autogiro file"),
    /** An order to pay, or the bank's answer to one. */
    PAIN("\\s*<.*xsd:pain\\.", "an order to pay (pain)"),
    /** Bookkeeping. */
    SIE("\\s*#FLAGGA\\b", "a SIE file"),
    /** An account statement of the older kind. */
    MT940("\\s*(\\{1:|:20:)", "an account statement in MT940"),
    /** A message of another kind. */
    XML("\\s*<\\?xml\\b", "another kind of XML"),
    /** None of these. */
    OTHER("", "none of the kinds that are known");

    private static final String MARK = "\u00ef\u00bb\u00bf";

    private final Pattern beginning;
    private final String words;

    FileKind(String beginning, String words) {
        this.beginning = Pattern.compile(beginning, Pattern.CASE_INSENSITIVE | Pattern.DOTALL);
        this.words = words;
    }

    /** The kind by the first bytes, as many as there are. */
    public static FileKind of(byte[] head) {
        if (head.length == 0) {
            return EMPTY;
        }
        var text = new String(head, ISO_8859_1);
        var start = text.startsWith(MARK) ? text.substring(MARK.length()) : text;
        return Arrays.stream(values())
                .filter(kind -> kind != EMPTY && kind.beginning.matcher(start).lookingAt())
                .findFirst()
                .orElse(OTHER);
    }

    /** What it is, in English: {@code a PDF document}. */
    public String words() {
        return words;
    }
}
