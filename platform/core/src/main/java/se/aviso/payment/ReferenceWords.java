package se.aviso.payment;

import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.stream.Collectors;
import se.aviso.kernel.Luhn;
import se.aviso.kernel.OcrReference;
import se.aviso.spi.bank.PaymentReference;

/**
 * The OCR references that a payer's text may hold.
 *
 * <p>A whole text of digits is exact. Inside a text only whole words of five digits or more with a right check digit
 * count: shorter ones have settled wrong invoices elsewhere. Words keep the order of the text.
 */
public record ReferenceWords(Set<String> exact, Set<String> inText) {
    private static final int SHORTEST_IN_TEXT = 5;

    public ReferenceWords {
        exact = Collections.unmodifiableSet(new LinkedHashSet<>(exact));
        inText = Collections.unmodifiableSet(new LinkedHashSet<>(inText));
    }

    /** The words of one reference. */
    public static ReferenceWords of(PaymentReference reference) {
        var text = reference.text().strip();
        if (!text.isEmpty() && Luhn.isDigits(text)) {
            return new ReferenceWords(Set.of(withoutLeadingZeros(text)), Set.of());
        }
        var words = Arrays.stream(text.split("[^\\p{L}\\p{N}]+"))
                .filter(word -> word.length() >= SHORTEST_IN_TEXT && OcrReference.isReference(word))
                .map(ReferenceWords::withoutLeadingZeros)
                .collect(Collectors.toCollection(LinkedHashSet::new));
        return new ReferenceWords(Set.of(), words);
    }

    /**
     * False where a payer may have meant something else by it: digits that no bank has checked, fewer than five of them
     * as they were written. Such have settled wrong invoices elsewhere, and settle nothing by themselves here.
     */
    public static boolean mayDecide(PaymentReference reference) {
        var text = reference.text().strip();
        return reference.kind() == PaymentReference.Kind.CHECKED
                || !Luhn.isDigits(text)
                || text.length() >= SHORTEST_IN_TEXT;
    }

    /** A reference as it is looked up: some banks strip leading zeros, so nobody's count here. */
    public static String withoutLeadingZeros(String digits) {
        return digits.replaceFirst("^0+(?=.)", "");
    }
}
