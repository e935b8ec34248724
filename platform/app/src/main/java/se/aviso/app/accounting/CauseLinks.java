package se.aviso.app.accounting;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import se.aviso.app.screen.Texts;

/** Where the causes of ledger entries are looked at, and what they are called. */
@Named
@RequestScoped
public class CauseLinks {
    @Inject
    Texts texts;

    /** The page about it. */
    public String page(FindCauses.Cause cause) {
        return switch (cause.kind()) {
            case INVOICE, CREDIT_NOTE -> "/invoice/detail.xhtml?id=" + cause.id();
            case PAYMENT -> "/payment/suspense.xhtml?payment=" + cause.id();
            case CREDIT_BALANCE -> "/member/detail.xhtml?id=" + cause.id();
            case REFUND -> "/refund/list.xhtml";
            case WRITE_OFF, CHARGE -> "/dunning/invoice.xhtml?id=" + cause.id();
            case PAYOUT -> "/share/list.xhtml";
        };
    }

    /** What it is, with its number or day. */
    public String words(FindCauses.Cause cause) {
        return texts.with("accounting.cause." + cause.kind(), cause.word());
    }
}
