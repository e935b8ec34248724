package se.aviso.app.share;

import jakarta.annotation.PostConstruct;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.omnifaces.cdi.ViewScoped;
import se.aviso.access.Permission;
import se.aviso.app.screen.ActNeeds;
import se.aviso.app.screen.Address;
import se.aviso.app.screen.Desk;
import se.aviso.app.screen.Notices;
import se.aviso.app.screen.Screen;
import se.aviso.app.screen.Texts;
import se.aviso.app.security.Caller;
import se.aviso.app.tenant.ShowTenant;
import se.aviso.app.web.Cursor;
import se.aviso.app.web.Page;

/** What groups owe each other out of what was paid; payouts are made here and marked as paid. */
@Named
@ViewScoped
@Screen(path = "/share/list.xhtml", needs = Permission.LEDGER_READ)
public class ShareListView implements Serializable {
    private static final int ROWS = 50;
    private static final String AGAIN = "/share/list.xhtml?faces-redirect=true";

    @Inject
    transient FindShares find;

    @Inject
    transient MakePayouts make;

    @Inject
    transient ShowTenant tenant;

    @Inject
    transient Caller caller;

    @Inject
    Desk desk;

    @Inject
    Address address;

    @Inject
    Notices notices;

    @Inject
    Texts texts;

    private transient List<FindShares.Balance> balances = List.of();
    private transient Page<FindShares.Payout> payouts = new Page<>(List.of(), Optional.empty());

    @PostConstruct
    void load() {
        var below = desk.group().map(Desk.Chosen::path);
        var part = address.part(ROWS);
        balances = find.balances(below);
        payouts = Page.of(find.payouts(below, part), part, payout -> new Cursor("", payout.id()));
    }

    /** Makes payouts of all that a seller owes today, and shows them. */
    @ActNeeds(Permission.PAYMENT_WRITE)
    public String make(UUID seller) {
        notices.attempt(() -> tell(make.make(seller, tenant.today()).size()), texts.get("share.notMade"));
        return AGAIN;
    }

    private void tell(int made) {
        notices.done(texts.with("share.made", made), texts.get(made == 0 ? "share.madeNone" : "share.madeNow"));
    }

    /** Notes that a payout was paid today. */
    @ActNeeds(Permission.PAYMENT_WRITE)
    public String pay(UUID seller, UUID payout) {
        var pays = (Runnable) () -> make.pay(seller, Set.of(payout), tenant.today());
        if (notices.attempt(pays, texts.get("share.notPaid"))) {
            notices.done(texts.get("share.paidDone"));
        }
        return AGAIN;
    }

    /** True for those who may move money. */
    public boolean isPaying() {
        return caller.may(Permission.PAYMENT_WRITE);
    }

    /** The sellers that owe something that no payout has. */
    public List<FindShares.Party> getOwing() {
        return balances.stream()
                .filter(balance ->
                        balance.owed().charAt(0) != '-' && !balance.owed().equals("0.00"))
                .map(FindShares.Balance::seller)
                .distinct()
                .toList();
    }

    /** What each seller owes each group. */
    public List<FindShares.Balance> getBalances() {
        return balances;
    }

    /** The payouts of this part of the list. */
    public List<FindShares.Payout> getPayouts() {
        return payouts.items();
    }

    /** Where the next part begins; empty at the end. */
    public String getNext() {
        return payouts.nextCursor().orElse("");
    }
}
