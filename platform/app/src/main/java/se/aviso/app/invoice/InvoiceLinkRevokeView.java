package se.aviso.app.invoice;

import jakarta.annotation.PostConstruct;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.omnifaces.cdi.ViewScoped;
import se.aviso.access.Permission;
import se.aviso.app.screen.Absent;
import se.aviso.app.screen.Address;
import se.aviso.app.screen.Notices;
import se.aviso.app.screen.Screen;
import se.aviso.app.screen.Texts;
import se.aviso.link.InvoiceLinkPurpose;

/** Asks once more before a link to an invoice is taken back. */
@Named
@ViewScoped
@Screen(path = "/invoice/unlink.xhtml", needs = Permission.INVOICE_WRITE)
public class InvoiceLinkRevokeView implements Serializable {
    private static final UUID NONE = new UUID(0, 0);

    @Inject
    transient RevokeInvoiceLink revoke;

    @Inject
    Address address;

    @Inject
    Notices notices;

    @Inject
    Texts texts;

    private UUID invoice = NONE;
    private UUID id = NONE;
    private String number = "";
    private Instant madeAt = Instant.EPOCH;
    private @Nullable Instant usedAt;
    private @Nullable InvoiceLinkPurpose purpose;

    @PostConstruct
    void load() {
        invoice = address.id("invoice").orElse(NONE);
        id = address.id("id").orElse(NONE);
        number = revoke.invoice(invoice).map(InvoiceRow::number).orElse("");
        revoke.find(invoice, id).ifPresentOrElse(this::show, Absent::answer);
    }

    private void show(InvoiceLink link) {
        madeAt = link.madeAt();
        usedAt = link.lastUsedAt().orElse(null);
        purpose = link.purpose();
    }

    /** Takes it back, and goes to the invoice. */
    public String revoke() {
        if (notices.attempt(() -> revoke.revoke(invoice, id), texts.get("invoice.link.not"))) {
            notices.done(texts.with("invoice.link.done", number), texts.get("invoice.link.doneNow"));
        }
        return "/invoice/detail.xhtml?faces-redirect=true&id=" + invoice;
    }

    /** The invoice that it opens. */
    public UUID getInvoice() {
        return invoice;
    }

    /** The invoice's number. */
    public String getNumber() {
        return number;
    }

    public Instant getMadeAt() {
        return madeAt;
    }

    /** When it was last used, if it was. */
    public Optional<Instant> used() {
        return Optional.ofNullable(usedAt);
    }

    /** What it was made for; null for one that does not hold. */
    public @Nullable InvoiceLinkPurpose getPurpose() {
        return purpose;
    }
}
