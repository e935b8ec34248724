package se.aviso.app.my;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import se.aviso.access.Permission;
import se.aviso.app.credit.FindCreditBalances;
import se.aviso.app.invoice.FindInvoices;
import se.aviso.app.invoice.InvoiceListed;
import se.aviso.app.invoice.InvoiceRow;
import se.aviso.app.member.FindMemberships;
import se.aviso.app.member.FindOwnDetails;
import se.aviso.app.privacy.MemberDataPages;
import se.aviso.app.screen.Address;
import se.aviso.app.screen.Screen;
import se.aviso.app.security.Caller;
import se.aviso.app.security.MailboxStore;
import se.aviso.app.web.Page;
import se.aviso.member.MembershipStatus;

/** A member's home: what is to be paid first, then what was, and what the member belongs to. */
@Named
@RequestScoped
@Screen(path = "/my/home.xhtml", needs = Permission.OWN_READ)
public class MyHomeView {
    private static final int PAST = 20;

    @Inject
    FindInvoices find;

    @Inject
    FindMemberships memberships;

    @Inject
    FindCreditBalances balances;

    @Inject
    MemberDataPages data;

    @Inject
    FindOwnDetails ownDetails;

    @Inject
    Caller caller;

    @Inject
    Address address;

    private FindInvoices.Owed owed = new FindInvoices.Owed(List.of(), 0);
    private Page<InvoiceListed> past = new Page<>(List.of(), Optional.empty());
    private List<FindMemberships.Belonging> belongings = List.of();
    private List<MailboxStore.Owner> owners = List.of();
    private Set<UUID> guarded = Set.of();
    private List<FindCreditBalances.Balance> kept = List.of();

    @PostConstruct
    void load() {
        owed = find.owed();
        past = find.ownPast(address.part(PAST));
        belongings = memberships.own().stream()
                .sorted(Comparator.comparing(each -> each.status() == MembershipStatus.ENDED))
                .toList();
        owners = data.choices();
        guarded = ownDetails.hidden(caller.memberIds());
        kept = balances.own();
    }

    /** What is still to pay: open claims, and offers that nobody has answered. */
    public List<InvoiceListed> getOwed() {
        return owed.shown();
    }

    /** How much there is to pay, shown or not. */
    public long getOwedCount() {
        return owed.all();
    }

    /** How much there is to pay beside what is shown. */
    public long getOwedMore() {
        return owed.more();
    }

    /** A part of all the rest. */
    public List<InvoiceListed> getPast() {
        return past.items();
    }

    /** Where the next part of it begins; empty at the end. */
    public String getNext() {
        return past.nextCursor().orElse("");
    }

    /** What is kept for the member, by seller. */
    public List<FindCreditBalances.Balance> getKept() {
        return kept;
    }

    /** What the member belongs to; what has ended comes last. */
    public List<FindMemberships.Belonging> getBelongings() {
        return belongings;
    }

    /** Whose membership it is. */
    public String nameOf(FindMemberships.Belonging belonging) {
        return nameOfMember(belonging.member());
    }

    /** What a member that the user is is called. */
    public String nameOfMember(UUID member) {
        return owners.stream()
                .filter(owner -> owner.member().equals(member))
                .map(MailboxStore.Owner::name)
                .findFirst()
                .orElse("");
    }

    /** True where several people's invoices come to one mailbox: then each says whose it is. */
    public boolean isOfSeveral() {
        return caller.memberIds().size() > 1;
    }

    /** Of whom a copy of what is known can be had. */
    public List<MailboxStore.Owner> getOwners() {
        return owners;
    }

    /** True of somebody whose copy is not given here: it takes an account. */
    public boolean isGuarded(MailboxStore.Owner owner) {
        return guarded.contains(owner.member());
    }

    /** What is left to pay of one. */
    public String left(InvoiceRow row) {
        return row.open().orElse(row.total());
    }
}
