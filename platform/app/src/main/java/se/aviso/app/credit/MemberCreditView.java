package se.aviso.app.credit;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import se.aviso.access.Permission;
import se.aviso.app.screen.Address;
import se.aviso.app.security.Caller;

/** What is kept for a member, as the member's page shows it. */
@Named
@RequestScoped
public class MemberCreditView {
    @Inject
    FindCreditBalances find;

    @Inject
    Address address;

    @Inject
    Caller caller;

    private List<FindCreditBalances.Balance> balances = List.of();

    @PostConstruct
    void load() {
        balances = address.id("id").map(find::of).orElse(List.of());
    }

    /** True for those who may move money. */
    public boolean isPaying() {
        return caller.may(Permission.PAYMENT_WRITE);
    }

    /** By seller; none where nothing is kept. */
    public List<FindCreditBalances.Balance> getBalances() {
        return balances;
    }
}
