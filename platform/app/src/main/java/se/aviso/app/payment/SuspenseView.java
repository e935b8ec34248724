package se.aviso.app.payment;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import se.aviso.access.Permission;
import se.aviso.app.payment.ListPayments.Listed;
import se.aviso.app.payment.SuggestInvoices.Suggested;
import se.aviso.app.screen.Address;
import se.aviso.app.screen.Desk;
import se.aviso.app.screen.Notices;
import se.aviso.app.screen.Screen;
import se.aviso.app.screen.Texts;
import se.aviso.app.web.Cursor;
import se.aviso.app.web.PageRequest;
import se.aviso.kernel.Money;

/**
 * The queue of payments that wait for a person, one of them opened, and what was just settled. Which one, and what is
 * looked for, stands in the address; forms send it along.
 */
@Named
@RequestScoped
@Screen(path = "/payment/suspense.xhtml", needs = Permission.PAYMENT_WRITE)
public class SuspenseView {
    private static final int ROWS = 50;
    private static final List<String> READ_LATER = List.of("with", "key", "q");
    private static final String HERE = "/payment/suspense.xhtml?faces-redirect=true";

    @Inject
    ListPayments find;

    @Inject
    SuggestInvoices suggest;

    @Inject
    AllocatePayment allocate;

    @Inject
    ChargeBackPayment chargeBack;

    @Inject
    SetPaymentAside aside;

    @Inject
    JustSettled just;

    @Inject
    Address address;

    @Inject
    Desk desk;

    @Inject
    Notices notices;

    @Inject
    Texts texts;

    @Inject
    PaymentWords words;

    private List<Listed> queue = List.of();
    private ListPayments.Waiting waiting = new ListPayments.Waiting(0, List.of());
    private Optional<Listed> current = Optional.empty();
    private List<Suggested> suggestions = List.of();
    private Optional<Listed> further = Optional.empty();
    private boolean begun = true;
    private boolean done;
    private String note = "";

    @PostConstruct
    void load() {
        done = address.text("done").isPresent();
        READ_LATER.forEach(address::text);
        var group = desk.group().map(Desk.Chosen::path);
        waiting = find.waiting(group);
        var opened = address.id("payment").flatMap(find::find);
        line(opened, group);
        current = opened.or(() -> queue.stream().findFirst());
        suggestions = current.filter(row -> row.waits().isPositive())
                .map(row -> address.text("q")
                        .map(text -> suggest.search(row.id(), text))
                        .orElseGet(() -> suggest.suggest(row.id())))
                .orElse(List.of());
    }

    /** The newest that wait; of one further on, those from it on. */
    private void line(Optional<Listed> opened, Optional<String> group) {
        var newest = find.page(PaymentFilter.waiting(), group, new PageRequest(ROWS, Optional.empty()));
        var beyond = opened.filter(row -> newest.size() > ROWS)
                .filter(row -> row.id().compareTo(newest.get(ROWS - 1).id()) < 0);
        var rows = beyond.map(row -> from(row, group)).orElse(newest);
        queue = rows.stream().limit(ROWS).toList();
        further = rows.stream().skip(ROWS).findFirst();
        begun = beyond.isEmpty();
    }

    private List<Listed> from(Listed row, Optional<String> group) {
        var after = new PageRequest(ROWS, Optional.of(new Cursor("", row.id())));
        var waits = row.waits().isZero() ? Stream.<Listed>empty() : Stream.of(row);
        return Stream.concat(waits, find.page(PaymentFilter.waiting(), group, after).stream())
                .toList();
    }

    /** The payment that the queue goes on with; null at its end. */
    public @Nullable Listed getFurther() {
        return further.orElse(null);
    }

    /** False while the queue is looked at from further on. */
    public boolean isBegun() {
        return begun;
    }

    /** The newest that wait. */
    public List<Listed> getQueue() {
        return queue;
    }

    /** How much waits in all. */
    public ListPayments.Waiting getWaiting() {
        return waiting;
    }

    /** The payment that is opened; nothing when nothing waits. */
    public @Nullable Listed getCurrent() {
        return current.orElse(null);
    }

    /** The invoices that it may be for. */
    public List<Suggested> getSuggestions() {
        return suggestions;
    }

    /** On a narrow screen one of two steps is shown: the queue, or the payment. */
    public String getStep() {
        return address.id("payment").isPresent() ? "choice" : "queue";
    }

    /** True when the payment was gone to, so that the reader's focus goes along. */
    public boolean isArrived() {
        return address.id("payment").isPresent();
    }

    /** The address of a payment in the queue. */
    public String link(Listed row) {
        return address.bare() + "?payment=" + row.id();
    }

    /** The mark of the payment that is opened; the attribute is left out of the others. */
    public @Nullable String mark(Listed row) {
        return isCurrent(row) ? "true" : null;
    }

    /** The key that leads to a payment: J to the next, K to the one before. */
    public @Nullable String key(Listed row) {
        var at = position();
        var here = queue.indexOf(row);
        return here == at + 1 ? "j" : here == at - 1 ? "k" : null;
    }

    /** The words over the opened payment; who has no name is not called by one. */
    public String heading(Listed row) {
        if (!row.waits().isPositive()) {
            return "payment.shown";
        }
        return row.payer().name().isBlank() ? "payment.openedNameless" : "payment.opened";
    }

    /** The amount that the words over the opened payment name: what is left of it, or all of it when nothing is. */
    public Money asked(Listed row) {
        return row.waits().isPositive() ? row.waits() : row.amount();
    }

    /** True when all of the payment is given away: perhaps by another tab, or a colleague. */
    public boolean isSettled() {
        return current.filter(row -> row.waits().isZero() && !row.amount().isZero())
                .isPresent();
    }

    /** The deductions by which the bank has taken the payment back. */
    public List<UUID> getDeductions() {
        return current.map(row -> chargeBack.of(row.id())).orElse(List.of()).stream()
                .filter(each -> !each.over())
                .map(ChargeBackStore.Known::deduction)
                .distinct()
                .toList();
    }

    /** Whom the payment is from. */
    public String payer(Listed row) {
        return words.payer(row);
    }

    /** The end of the payer's account, enough to recognise it; empty where the bank does not know it. */
    public String accountEnd(Listed row) {
        var account = row.payer().account();
        return account.length() < 4 ? "" : account.substring(account.length() - 4);
    }

    /** What was just settled, after the request that settled it. */
    public List<JustSettled.Act> getFresh() {
        return done ? just.getActs().stream().limit(1).toList() : List.of();
    }

    /** Takes back what was given: all of an act, or one allocation. */
    public @Nullable String undo(UUID payment, UUID allocation) {
        var act = just.getActs().stream()
                .filter(each ->
                        each.payment().equals(payment) && each.allocations().contains(allocation))
                .findFirst();
        var ids = act.map(JustSettled.Act::allocations).orElse(List.of(allocation));
        if (!notices.attempt(() -> allocate.undo(payment, ids), texts.get("payment.notUndone"))) {
            return null;
        }
        act.ifPresent(just::remove);
        notices.done(texts.get("payment.undone"));
        return HERE + "&payment=" + payment;
    }

    /** Why the opened payment is out of the queue; null where it is not. */
    public AsideStore.@Nullable Noted getAside() {
        return current.flatMap(row -> aside.of(row.id())).orElse(null);
    }

    /** Takes it out of the queue, and goes to the next. */
    public @Nullable String setAside(UUID payment) {
        if (!notices.attempt(() -> aside.aside(payment, note), texts.get("payment.aside.not"))) {
            return null;
        }
        notices.done(texts.get("payment.aside.done"), texts.get("payment.aside.doneNow"));
        var others = queue.stream().filter(row -> !row.id().equals(payment)).findFirst();
        return HERE + others.map(row -> "&payment=" + row.id()).orElse("");
    }

    /** Puts it back into the queue. */
    public @Nullable String takeUp(UUID payment) {
        return notices.attempt(() -> aside.takeUp(payment), texts.get("payment.aside.not"))
                ? HERE + "&payment=" + payment
                : null;
    }

    public String getNote() {
        return note;
    }

    public void setNote(@Nullable String note) {
        this.note = Objects.requireNonNullElse(note, "");
    }

    /** The address after the payment was settled: the next in the queue, else the one before, else the empty queue. */
    String next() {
        var at = position();
        var others = queue.stream().filter(row -> !isCurrent(row)).toList();
        if (others.isEmpty()) {
            return HERE + "&done=1";
        }
        var next = others.get(Math.min(Math.max(at, 0), others.size() - 1));
        return HERE + "&done=1&payment=" + next.id();
    }

    Optional<Listed> current() {
        return current;
    }

    /** What waits of the payment that is opened. */
    public Money getRest() {
        return current.map(Listed::waits).orElse(Money.ore(0));
    }

    private boolean isCurrent(Listed row) {
        return current.filter(opened -> opened.id().equals(row.id())).isPresent();
    }

    private int position() {
        return current.map(opened -> queue.stream().map(Listed::id).toList().indexOf(opened.id()))
                .orElse(-1);
    }
}
