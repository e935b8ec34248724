package se.aviso.invoice;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import se.aviso.spi.summary.InvoiceLines;
import se.aviso.spi.summary.SummarisedLines;

/**
 * What a chunk of invoices has become by a plugin that arranges their lines: its rows, where they say what the invoice
 * says, and else why the lines stand as they are.
 *
 * @param rows by invoice
 * @param plain why, by invoice
 */
public record Arrangement(Map<UUID, SummarisedLines> rows, Map<UUID, Plain> plain) {
    /** Nothing was arranged. */
    public static final Arrangement NONE = new Arrangement(Map.of(), Map.of());

    public Arrangement {
        rows = Map.copyOf(rows);
        plain = Map.copyOf(plain);
    }

    /** Why the lines of an invoice stand as they are. */
    public enum Plain {
        /** Documents of its kind are not arranged. */
        KIND,
        /** The plugin has answered nothing, or for another invoice. */
        NO_ANSWER,
        /** The sums are not the invoice's, or a line is of less than one. */
        OTHER_SUMS,
        /** The tax comes to another sum, for it is rounded line by line. */
        OTHER_TAX,
        /** A subtotal is not the sum of the lines above it. */
        WRONG_SUBTOTAL;

        /** True where the plugin has done wrong, and not only nothing. */
        public boolean isRefused() {
            return this != KIND;
        }

        private static Plain of(SummaryCheck.Fault fault) {
            return switch (fault) {
                case OTHER_INVOICE -> NO_ANSWER;
                case QUANTITY, SUM -> OTHER_SUMS;
                case TAX -> OTHER_TAX;
                case SUBTOTAL -> WRONG_SUBTOTAL;
            };
        }
    }

    /** The invoices that a plugin is asked about which arranges documents of these kinds. */
    public static List<InvoiceLines> asked(List<InvoiceLines> chunk, Set<String> documents) {
        return chunk.stream()
                .filter(invoice -> isPaper(invoice.document()) && documents.contains(invoice.document()))
                .toList();
    }

    /**
     * What became of the chunk.
     *
     * @param asked those of it that the plugin was asked about
     * @param answers the plugin's, to be trusted in nothing
     */
    public static Arrangement of(
            List<InvoiceLines> chunk, List<InvoiceLines> asked, List<? extends SummarisedLines> answers) {
        var rows = new HashMap<UUID, SummarisedLines>();
        var plain = new HashMap<UUID, Plain>();
        chunk.forEach(invoice -> plain.put(invoice.id(), Plain.KIND));
        var heard = new ArrayList<SummarisedLines>(answers); // a list of the plugin's own may be slow, or change
        for (var at = 0; at < asked.size(); at++) {
            var invoice = asked.get(at);
            var answer = at < heard.size() ? Optional.ofNullable(heard.get(at)) : Optional.<SummarisedLines>empty();
            var why = why(invoice, answer);
            why.ifPresentOrElse(reason -> plain.put(invoice.id(), reason), () -> plain.remove(invoice.id()));
            answer.filter(any -> why.isEmpty()).ifPresent(held -> rows.put(invoice.id(), held));
        }
        return new Arrangement(rows, plain);
    }

    /** True where the plugin did what it was asked; that tax comes out otherwise by rounding is no fault of its own. */
    public boolean isWhole() {
        return plain.values().stream().allMatch(why -> why == Plain.KIND || why == Plain.OTHER_TAX);
    }

    private static Optional<Plain> why(InvoiceLines invoice, Optional<SummarisedLines> answer) {
        return answer.map(said -> SummaryCheck.fault(invoice, said).map(Plain::of))
                .orElse(Optional.of(Plain.NO_ANSWER));
    }

    private static boolean isPaper(String document) {
        for (var paper : SummaryPaper.values()) {
            if (paper.name().equals(document)) {
                return true;
            }
        }
        return false;
    }

    /** The two together. */
    public Arrangement and(Arrangement other) {
        var all = new HashMap<>(rows);
        all.putAll(other.rows);
        var more = new HashMap<>(plain);
        more.putAll(other.plain);
        return new Arrangement(all, more);
    }
}
