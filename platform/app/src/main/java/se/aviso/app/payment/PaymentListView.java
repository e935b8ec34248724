package se.aviso.app.payment;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import se.aviso.access.Permission;
import se.aviso.app.screen.Address;
import se.aviso.app.screen.Desk;
import se.aviso.app.screen.Screen;
import se.aviso.app.screen.Screens;
import se.aviso.app.screen.Texts;
import se.aviso.app.web.Cursor;
import se.aviso.app.web.Page;
import se.aviso.payment.SuspenseReason;

/** The list of payments; its state stands in the address alone. */
@Named
@RequestScoped
@Screen(path = "/payment/list.xhtml", needs = Permission.PAYMENT_READ)
public class PaymentListView {
    private static final int ROWS = 50;

    @Inject
    ListPayments find;

    @Inject
    Screens screens;

    @Inject
    Address address;

    @Inject
    Desk desk;

    @Inject
    PaymentChips chips;

    @Inject
    Texts texts;

    private Page<ListPayments.Listed> page = new Page<>(List.of(), Optional.empty());
    private ListPayments.Waiting waiting = new ListPayments.Waiting(0, List.of());

    @PostConstruct
    void load() {
        var group = desk.group().map(Desk.Chosen::path);
        var part = address.part(ROWS);
        page = Page.of(
                find.page(PaymentFilter.of(address.criteria()), group, part), part, row -> new Cursor("", row.id()));
        waiting = find.waiting(group);
    }

    /** The rows of this part of the list. */
    public List<ListPayments.Listed> getRows() {
        return page.items();
    }

    /** Where the next part begins; empty at the end. */
    public String getNext() {
        return page.nextCursor().orElse("");
    }

    /** What waits for a person. */
    public ListPayments.Waiting getWaiting() {
        return waiting;
    }

    /** The conditions in force, in words. */
    public List<PaymentChips.Chip> getChips() {
        return chips.inForce();
    }

    /** What the fields of the search hand on as it is. */
    public List<String> getKept() {
        return said(
                "suspense",
                "aside",
                "account",
                "amountFrom",
                "amountTo",
                "reason",
                "bankFileId",
                "groupId",
                "invoiceId");
    }

    /** What the fields of the other conditions hand on as it is. */
    public List<String> getSaid() {
        return said(
                "suspense", "q", "reference", "amount", "bookedFrom", "bookedTo", "bankFileId", "groupId", "invoiceId");
    }

    private List<String> said(String... names) {
        return Arrays.stream(names).filter(address::says).toList();
    }

    /** Why money may wait. */
    public List<SuspenseReason> getReasons() {
        return Arrays.stream(SuspenseReason.values())
                .filter(reason -> reason != SuspenseReason.NONE)
                .toList();
    }

    /** Whether what waits was set aside. */
    public List<String> getSides() {
        return List.of("false", "true");
    }

    /** The words for it. */
    public String side(String side) {
        return "payment.aside." + side;
    }

    /** How a payment looks: settled, or somebody's to deal with. */
    public String tone(SuspenseReason reason) {
        return reason == SuspenseReason.NONE ? "ok" : "warn";
    }

    /** The icon of a reason. */
    public String icon(SuspenseReason reason) {
        return reason == SuspenseReason.NONE ? "okc" : "alert";
    }

    /**
     * Where a payment stands, in a word: what was taken back, by us or by the bank, is not called settled, and neither
     * is what went to no invoice.
     */
    public String state(ListPayments.Listed row) {
        if (row.gone().undone()) {
            return texts.get("payment.undoneWithFile");
        }
        if (row.reason() != SuspenseReason.NONE) {
            return texts.of(row.reason());
        }
        if (!row.gone().chargedBack().isZero()) {
            return texts.get("payment.chargedBack");
        }
        var elsewhere = row.settled().isEmpty() && !row.amount().isZero();
        return elsewhere ? texts.get(elsewhere(row.gone())) : texts.of(row.reason());
    }

    private static String elsewhere(ListPayments.Gone gone) {
        return gone.refunded().compareTo(gone.kept()) >= 0 ? "payment.refunded" : "payment.kept";
    }

    /** Where an invoice is read; the search, where there is no page of its own. */
    public String invoice(ListPayments.Settled settled) {
        return screens.permission("/invoice/detail.xhtml").isPresent()
                ? "/invoice/detail.xhtml?id=" + settled.invoiceId()
                : "/search/results.xhtml?q=" + settled.number();
    }
}
