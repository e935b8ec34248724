package se.aviso.app.signup;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import se.aviso.app.dispatch.InvoiceDocument;
import se.aviso.app.invoice.InvoiceStore;
import se.aviso.group.BillingField;
import se.aviso.kernel.GiroNumber;
import se.aviso.kernel.GroupId;
import se.aviso.kernel.Money;
import se.aviso.payment.SwishPayment;

/** The invoice of who has just signed up, for as long as the key is good. */
@ApplicationScoped
@Transactional
public class ShowWelcome {
    @Inject
    InvoiceStore invoices;

    @Inject
    InvoiceDocument document;

    @Inject
    FormKeyStore keys;

    @Inject
    Clock clock;

    /** What to pay, to whom, where and by when. */
    public record Welcome(
            String number,
            String ocr,
            GiroNumber giro,
            String seller,
            Money total,
            LocalDate dueOn,
            Optional<SwishPayment> swish) {}

    /** The invoice that the key opens, if it is of that group. */
    public Optional<Welcome> welcome(GroupId group, String key) {
        return stored(group, key).map(ShowWelcome::welcome);
    }

    /** Its document. */
    public Optional<byte[]> pdf(GroupId group, String key) {
        return stored(group, key)
                .map(stored ->
                        document.pdfOf(stored.buyer().member(), stored.invoice().id()));
    }

    private Optional<InvoiceStore.Stored> stored(GroupId group, String key) {
        return InvoiceKey.read(key, keys.seal(), clock.instant())
                .flatMap(good -> invoices.byId(good.invoice()))
                .filter(stored -> stored.buyer().group().equals(group));
    }

    private static Welcome welcome(InvoiceStore.Stored stored) {
        var invoice = stored.invoice();
        return new Welcome(
                Long.toString(invoice.numbering().number()),
                invoice.numbering().ocr().digits(),
                stored.seller().giro(),
                Optional.ofNullable(stored.snapshot().seller().get(BillingField.NAME))
                        .orElse(""),
                invoice.total(),
                invoice.draft().dueOn(),
                SwishPayment.of(
                        stored.snapshot().swish(),
                        invoice.total(),
                        invoice.numbering().ocr().digits()));
    }
}
