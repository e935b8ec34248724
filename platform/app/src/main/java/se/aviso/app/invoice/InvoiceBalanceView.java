package se.aviso.app.invoice;

import jakarta.annotation.PostConstruct;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.omnifaces.cdi.ViewScoped;
import se.aviso.access.Permission;
import se.aviso.app.credit.FindCreditBalances;
import se.aviso.app.screen.Absent;
import se.aviso.app.screen.ActNeeds;
import se.aviso.app.screen.Address;
import se.aviso.app.screen.Notices;
import se.aviso.app.screen.Screen;
import se.aviso.app.screen.Texts;
import se.aviso.app.web.Answer;
import se.aviso.app.web.Idempotency;
import se.aviso.app.web.WrittenAmount;
import se.aviso.kernel.Money;
import se.aviso.kernel.RuleViolation;

/** Gives what is kept for the payer to an invoice, and takes it back. */
@Named
@ViewScoped
@Screen(path = "/invoice/balance.xhtml", needs = Permission.PAYMENT_WRITE)
public class InvoiceBalanceView implements Serializable {
    @Inject
    transient FindInvoices find;

    @Inject
    transient FindCreditBalances balances;

    @Inject
    transient SpendCredit spend;

    @Inject
    transient Idempotency idempotency;

    @Inject
    Address address;

    @Inject
    Notices notices;

    @Inject
    Texts texts;

    private @Nullable UUID id;
    private String key = UUID.randomUUID().toString();
    private String amount = "";

    @PostConstruct
    void load() {
        address.id("id").flatMap(find::find).map(InvoiceDetail::invoice).ifPresentOrElse(this::begin, Absent::answer);
    }

    private void begin(InvoiceRow row) {
        id = row.id();
        propose();
    }

    /** As much as the invoice can take. */
    private void propose() {
        var most = getBalance().min(getOpen());
        amount = most.isPositive() ? most.toDecimal().replace('.', ',') : "";
    }

    /** Gives it, once however often it is sent; of an offer comes a claim, which is shown then. */
    @ActNeeds(Permission.PAYMENT_WRITE)
    public void use() {
        var invoice = id();
        var done = notices.attempt(
                () -> idempotency.once(key, "screen /invoice/balance " + invoice, amount, () -> {
                    id = spend.spend(invoice, Optional.of(money()));
                    return Answer.ok("");
                }),
                texts.get("credit.use.not"));
        if (done) {
            key = UUID.randomUUID().toString();
            notices.done(texts.get("credit.use.done"));
            propose();
        }
    }

    /** Takes back what was given. */
    @ActNeeds(Permission.PAYMENT_WRITE)
    public void takeBack(UUID use) {
        if (notices.attempt(() -> spend.takeBack(id(), use), texts.get("credit.use.notBack"))) {
            notices.done(texts.get("credit.use.back"));
            propose();
        }
    }

    private Money money() {
        return WrittenAmount.read(amount, Currency.getInstance(getRow().currency()))
                .orElseThrow(() -> RuleViolation.at("/amount", "bad-amount", Map.of()));
    }

    private UUID id() {
        return Objects.requireNonNull(id);
    }

    /** The invoice; null for one that is not there. */
    public @Nullable UUID getId() {
        return id;
    }

    /** The invoice as it is now. */
    public InvoiceRow getRow() {
        return detail().invoice();
    }

    private InvoiceDetail detail() {
        return find.find(id()).orElseThrow();
    }

    /** What is kept for the payer by the seller. */
    public Money getBalance() {
        var row = getRow();
        return balances.of(row.memberId()).stream()
                .filter(each -> each.sellerGroupId().equals(row.sellerGroupId()))
                .filter(each -> each.currency().equals(row.currency()))
                .map(FindCreditBalances.Balance::money)
                .findFirst()
                .orElse(Money.zero(Currency.getInstance(row.currency())));
    }

    /** What is still to pay; of an open offer all of it. */
    public Money getOpen() {
        var row = getRow();
        var currency = Currency.getInstance(row.currency());
        var offered = row.offer().filter(InvoiceRow.OfferState.OPEN::equals).map(any -> row.total());
        return row.open()
                .or(() -> offered)
                .map(open -> Money.parse(open, currency))
                .orElse(Money.zero(currency));
    }

    /** True when there is something to give, and something that takes it. */
    public boolean isUsable() {
        return getBalance().isPositive() && getOpen().isPositive();
    }

    /** What was given and not taken back. */
    public List<InvoiceDetail.CreditUsed> getUses() {
        var all = detail().creditUses();
        return all.stream()
                .filter(each -> each.reversesId().isEmpty())
                .filter(each -> all.stream()
                        .noneMatch(other ->
                                other.reversesId().filter(each.id()::equals).isPresent()))
                .toList();
    }

    public String getAmount() {
        return amount;
    }

    public void setAmount(String amount) {
        this.amount = amount;
    }
}
