package se.aviso.app.payment;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import se.aviso.app.payment.ListPayments.Listed;
import se.aviso.app.payment.SuggestInvoices.Suggested;
import se.aviso.app.screen.Address;
import se.aviso.app.screen.Notices;
import se.aviso.app.screen.Show;
import se.aviso.app.screen.Texts;
import se.aviso.app.tenant.Ids;
import se.aviso.app.web.Answer;
import se.aviso.app.web.Idempotency;
import se.aviso.app.web.WrittenAmount;
import se.aviso.kernel.Money;
import se.aviso.payment.Evidence;

/** The invoices that a person has chosen for the opened payment, and how much each is to get. */
@Named
@RequestScoped
public class SuspenseChoice {
    private static final int MOST = 5;
    private static final int KEYS = 3;

    @Inject
    SuspenseView suspense;

    @Inject
    SuggestInvoices suggest;

    @Inject
    AllocatePayment allocate;

    @Inject
    Idempotency idempotency;

    @Inject
    JustSettled just;

    @Inject
    Address address;

    @Inject
    Notices notices;

    @Inject
    Texts texts;

    @Inject
    Show show;

    private List<Suggested> chosen = List.of();
    private Map<UUID, String> amounts = new HashMap<>();
    private String key = "";

    @PostConstruct
    void load() {
        key = address.text("key").orElseGet(() -> Ids.next().toString());
        chosen = suspense.current()
                .filter(row -> row.waits().isPositive())
                .map(this::chosen)
                .orElse(List.of());
        var left = suspense.getRest();
        for (var each : chosen) {
            var part = open(each).min(left);
            amounts.put(each.invoiceId(), part.toDecimal().replace('.', ','));
            left = left.minus(part);
        }
    }

    /** What is chosen: by the address, else the first suggestion where a person need only nod. */
    public List<Suggested> getChosen() {
        return chosen;
    }

    /** The amounts, as they are typed. */
    public Map<UUID, String> getAmounts() {
        return amounts;
    }

    /** Makes sending twice harmless. */
    public String getKey() {
        return key;
    }

    /** The chosen ids, as the address has them. */
    public String getIds() {
        return ids(each -> true);
    }

    public boolean has(Suggested invoice) {
        return chosen.stream().anyMatch(each -> each.invoiceId().equals(invoice.invoiceId()));
    }

    /** True when the payment can be split on this invoice too. */
    public boolean splits(Suggested invoice) {
        return invoice.choosable() && !has(invoice) && !chosen.isEmpty() && chosen.size() < MOST;
    }

    /** The address with this invoice alone, or with those that are together what waits. */
    public String only(Suggested invoice) {
        var ids = invoice.together().isEmpty() ? List.of(invoice.invoiceId()) : invoice.together();
        return here() + "&with=" + ids.stream().map(UUID::toString).collect(Collectors.joining(","));
    }

    /** The address with this invoice too. */
    public String also(Suggested invoice) {
        return here() + "&with=" + getIds() + "," + invoice.invoiceId();
    }

    /** The address without this invoice. */
    public String without(Suggested invoice) {
        var others = ids(each -> !each.invoiceId().equals(invoice.invoiceId()));
        return here() + "&with=" + (others.isEmpty() ? "none" : others);
    }

    /** The key that chooses a suggestion, 1 to 3 for the first that can be chosen; empty for the others. */
    public String key(int index, Suggested invoice) {
        return index < KEYS && invoice.choosable() ? Integer.toString(index + 1) : "";
    }

    /** True when there is a choice or a search to leave. */
    public boolean isLeavable() {
        return !chosen.isEmpty() || address.text("q").isPresent();
    }

    /** The address with nothing chosen; where nothing is, that of the suggestions instead of what was searched. */
    public String leave() {
        return chosen.isEmpty() ? suspense.link(suspense.current().orElseThrow()) : here() + "&with=none";
    }

    /** What is over when the chosen invoices have got what is proposed. */
    public Money getSurplus() {
        var left = suspense.getRest();
        for (var each : chosen) {
            left = left.minus(open(each).min(left));
        }
        return left;
    }

    /** How much the button gives. */
    public Money getGiven() {
        return suspense.getRest().minus(getSurplus());
    }

    /** A reason in words, with the day of the account or the difference of the amounts where it tells of one. */
    public String words(Suggested invoice, Evidence evidence) {
        var told = invoice.accountPaidOn()
                .filter(day -> evidence == Evidence.SAME_ACCOUNT)
                .map(show::shortDay)
                .orElseGet(() -> evidence == Evidence.ADDS_UP
                        ? Integer.toString(invoice.together().size() - 1)
                        : difference(invoice));
        return texts.with("payment.Evidence." + evidence.name(), told);
    }

    /** Between two currencies there is none that could be told. */
    private String difference(Suggested invoice) {
        var open = open(invoice);
        var rest = suspense.getRest();
        if (!open.currency().equals(rest.currency())) {
            return show.amount(open);
        }
        return show.amount(open.compareTo(rest) < 0 ? rest.minus(open) : open.minus(rest));
    }

    /** How a reason looks: for, against, or to be looked at. */
    public String tone(Evidence evidence) {
        return evidence.forbids() ? "bad" : evidence.favours() ? "ok" : "warn";
    }

    /** The icon that says the same. */
    public String icon(Evidence evidence) {
        return evidence.forbids() ? "off" : evidence.favours() ? "check" : "alert";
    }

    /** Settles, and goes to the next payment. */
    public @Nullable String settle() {
        var payment = suspense.current().orElseThrow();
        var wishes = chosen.stream()
                .map(each -> new AllocatePayment.Wish(
                        each.invoiceId(),
                        Optional.ofNullable(amounts.get(each.invoiceId())).map(WrittenAmount::decimal)))
                .toList();
        var done = notices.attempt(
                () -> idempotency.once(key, "screen /payment/suspense " + payment.id(), wishes, () -> {
                    remember(payment, allocate.allocate(payment.id(), wishes), wishes);
                    return Answer.ok("");
                }),
                texts.get("payment.notSettled"));
        return done ? suspense.next() : null;
    }

    private void remember(Listed payment, List<UUID> allocations, List<AllocatePayment.Wish> wishes) {
        var given = wishes.stream()
                .flatMap(wish -> wish.amount().stream())
                .map(amount -> Money.parse(amount, payment.waits().currency()))
                .reduce(Money::plus)
                .orElseGet(this::getGiven);
        var numbers = chosen.stream().map(Suggested::number).collect(Collectors.joining(", "));
        just.add(new JustSettled.Act(payment.id(), allocations, suspense.payer(payment), show.amount(given), numbers));
    }

    private List<Suggested> chosen(Listed payment) {
        var wanted = address.text("with");
        if (wanted.isPresent()) {
            return suggest.chosen(payment.id(), parsed(wanted.get())).stream()
                    .filter(Suggested::choosable)
                    .toList();
        }
        var first = suspense.getSuggestions().stream()
                .limit(1)
                .filter(Suggested::likely)
                .toList();
        var together = first.stream().flatMap(each -> each.together().stream()).toList();
        return together.isEmpty() ? first : suggest.chosen(payment.id(), together);
    }

    private String ids(Predicate<Suggested> which) {
        return chosen.stream()
                .filter(which)
                .map(each -> each.invoiceId().toString())
                .collect(Collectors.joining(","));
    }

    private String here() {
        var payment = suspense.current().map(row -> row.id().toString()).orElse("");
        var search = address.text("q")
                .map(text -> "&q=" + URLEncoder.encode(text, StandardCharsets.UTF_8))
                .orElse("");
        return address.bare() + "?payment=" + payment + search;
    }

    private static List<UUID> parsed(String ids) {
        var parsed = new ArrayList<UUID>();
        Arrays.stream(ids.split(","))
                .filter(id -> id.length() == 36)
                .limit(MOST)
                .forEach(id -> {
                    try {
                        parsed.add(UUID.fromString(id));
                    } catch (IllegalArgumentException mistyped) {
                        return;
                    }
                });
        return parsed;
    }

    private static Money open(Suggested invoice) {
        return Money.parse(invoice.open(), Currency.getInstance(invoice.currency()));
    }
}
