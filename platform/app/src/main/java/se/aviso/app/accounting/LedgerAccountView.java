package se.aviso.app.accounting;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Currency;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import se.aviso.access.Permission;
import se.aviso.app.screen.Absent;
import se.aviso.app.screen.Address;
import se.aviso.app.screen.Screen;
import se.aviso.app.screen.Texts;

/** Why an account's balance is what it is: by month, by day, and a day by what was booked. */
@Named
@RequestScoped
@Screen(path = "/accounting/account.xhtml", needs = Permission.LEDGER_READ)
public class LedgerAccountView {
    @Inject
    FindAccountMovements find;

    @Inject
    LedgerAddress asked;

    @Inject
    Address address;

    @Inject
    Texts texts;

    private Optional<LocalDate> day = Optional.empty();
    private Optional<YearMonth> month = Optional.empty();
    private FindAccountMovements.@Nullable Movements found;

    @PostConstruct
    void load() {
        var criteria = address.criteria();
        var account = criteria.read("account", FindLedgerEntries::account);
        var currency = criteria.read("currency", LedgerBalancesResource::currency);
        month = criteria.read("month", LedgerBalancesResource::month);
        day = address.day("day");
        var asOf = asked.asOf();
        if (account.isEmpty()) {
            Absent.answer();
            return;
        }
        var of = new FindAccountMovements.Asked(
                account.get(), currency.orElse(Currency.getInstance("SEK")), asked.scope());
        found = day.map(on -> find.kinds(of, on))
                .or(() -> month.map(in -> find.days(of, in, asOf)))
                .orElseGet(() -> find.months(of, asOf));
    }

    /** The balance with its parts; null where no account is asked for. */
    public FindAccountMovements.@Nullable Movements getFound() {
        return found;
    }

    /** What is looked at: {@code months}, {@code days} or {@code kinds}. */
    public String getLevel() {
        if (day.isPresent()) {
            return "kinds";
        }
        return month.isPresent() ? "days" : "months";
    }

    /** What the account is for. */
    public String getName() {
        var known = found;
        return known == null ? "" : known.role().map(texts::of).orElseGet(() -> texts.get("accounting.revenue"));
    }

    /** Where a month or a day is looked into. */
    public String into(FindAccountMovements.Part part) {
        return month.isPresent()
                ? address.with("day", part.from())
                : address.with("month", YearMonth.from(part.from()));
    }

    /** The criteria of whose books are looked at, behind those of another address. */
    public String getScoped() {
        return address.id("sellerGroupId").map(id -> "&sellerGroupId=" + id).orElse("")
                + address.id("groupId").map(id -> "&groupId=" + id).orElse("");
    }

    /** From the day back to its month, from there to all months. */
    public String getBack() {
        return address.without(day.isPresent() ? "day" : "month");
    }
}
