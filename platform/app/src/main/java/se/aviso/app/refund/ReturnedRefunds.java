package se.aviso.app.refund;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import se.aviso.access.Permission;
import se.aviso.app.payment.SuspenseView;
import se.aviso.app.screen.ActNeeds;
import se.aviso.app.screen.Notices;
import se.aviso.app.screen.Texts;

/** Beside the payment that is opened: refunds of ours that it may be, come back. */
@Named
@RequestScoped
public class ReturnedRefunds {
    @Inject
    SuspenseView opened;

    @Inject
    FindRefunds find;

    @Inject
    SettleRefunds settle;

    @Inject
    Notices notices;

    @Inject
    Texts texts;

    private List<FindRefunds.Shown> found = List.of();

    @PostConstruct
    void load() {
        found = Optional.ofNullable(opened.getCurrent())
                .filter(row -> row.waits().isPositive())
                .map(row -> find.thatMayBe(row.id()))
                .orElse(List.of());
    }

    /** The newest first, a few. */
    public List<FindRefunds.Shown> getFound() {
        return found;
    }

    /** It is that one. */
    @ActNeeds(Permission.PAYMENT_WRITE)
    public @Nullable String cameBack(UUID refund, UUID payment) {
        if (!notices.attempt(() -> settle.cameBack(refund, payment, ""), texts.get("refund.fail.not"))) {
            return null;
        }
        notices.done(texts.get("refund.fail.done"));
        return "/payment/suspense.xhtml?faces-redirect=true&payment=" + payment;
    }
}
