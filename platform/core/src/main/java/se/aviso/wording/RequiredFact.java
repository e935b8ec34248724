package se.aviso.wording;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What must stand on a document, whoever has drawn its page: by law (mervärdesskattelagen 2023:200, 17 kap. 24 §), or
 * because nobody can pay without it.
 */
public enum RequiredFact {
    SELLER,
    SELLER_ADDRESS,
    ORGANISATION_NUMBER,
    VAT_NUMBER,
    RECIPIENT,
    NUMBER,
    DATE,
    DUE,
    LINES,
    VAT,
    VAT_NOTE,
    AMOUNT,
    /** The invoice that a reminder reminds of, or a credit note credits. */
    ORIGINAL,
    /** That an offer is no invoice, or that nothing is to be paid. */
    NOTICE,
    GIRO,
    OCR;

    private static final String BLANK = "[\\s\\u00a0\\u00ad]";
    private static final Pattern BLANKS = Pattern.compile(BLANK + "+");

    /**
     * What of it does not stand on a page.
     *
     * @param said the texts of each fact that this document has, as they are printed
     * @param page all that stands on its pages; its lines may break where the texts have blanks
     */
    public static List<RequiredFact> missing(Map<RequiredFact, List<String>> said, String page) {
        var missing = new ArrayList<RequiredFact>();
        for (var fact : values()) {
            if (said.getOrDefault(fact, List.of()).stream().anyMatch(text -> !stands(text, page))) {
                missing.add(fact);
            }
        }
        return missing;
    }

    /** The code of the fault when it does not stand there, such as {@code page-without-ocr}. */
    public String fault() {
        return "page-without-" + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Lines may break at its blanks; a number within another number is not it. */
    private static boolean stands(String text, String page) {
        var words = BLANKS.splitAsStream(text.strip()).map(Pattern::quote).collect(Collectors.joining(BLANK + "*"));
        return Pattern.compile("(?<![0-9](?=[0-9]))" + words + "(?!(?<=[0-9])[0-9])")
                .matcher(page)
                .find();
    }
}
