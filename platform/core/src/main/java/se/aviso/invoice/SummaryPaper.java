package se.aviso.invoice;

import java.util.Optional;

/** The kinds of documents whose lines a summary may arrange, as plugins are told them. */
public enum SummaryPaper {
    FIRST,
    RENEWAL,
    OFFER,
    ONE_OFF;

    /**
     * The kind of an invoice's document; none of a credit note, which goes line by line as what it takes back, and of
     * what a reminder charges, which stands as the law asks for it.
     */
    public static Optional<SummaryPaper> of(InvoiceDraft invoice) {
        return switch (invoice.kind()) {
            case CREDIT_NOTE -> Optional.empty();
            case OFFER -> Optional.of(OFFER);
            case CLAIM ->
                switch (invoice.occasion()) {
                    case FIRST -> Optional.of(FIRST);
                    case RENEWAL -> Optional.of(RENEWAL);
                    case ONE_OFF -> Optional.of(ONE_OFF);
                    case CHARGE -> Optional.empty();
                };
        };
    }
}
