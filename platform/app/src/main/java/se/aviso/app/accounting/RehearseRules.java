package se.aviso.app.accounting;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import se.aviso.app.plugin.DryRun;
import se.aviso.app.plugin.PluginCalls;
import se.aviso.app.plugin.TrialScope;
import se.aviso.kernel.Money;
import se.aviso.spi.accounting.Voucher;
import se.aviso.spi.accounting.VoucherRow;

/**
 * Tells on which accounts what was booked since the last month began would stand, by rules that do not hold yet; no
 * transaction is open while they are asked.
 */
@ApplicationScoped
public class RehearseRules implements DryRun {
    /** So many entries can be told while somebody waits. */
    private static final int MOST = 20_000;

    @Inject
    ExportRules rules;

    @Inject
    PluginCalls calls;

    @Inject
    TellVouchers vouchers;

    @Override
    public Optional<Effects> effects(String plugin, TrialScope scope, Map<String, String> settings) {
        return rules.trial(plugin, settings).map(ruling -> effects(scope, ruling));
    }

    /**
     * The newest, a chunk at a time, as long as somebody waits; of what is older than the last of them it is said that
     * there is more.
     */
    private Effects effects(TrialScope scope, ExportRules.Ruling ruling) {
        var days = vouchers.trialDays();
        var former = new TreeMap<String, Money>();
        var latter = new TreeMap<String, Money>();
        var looked = 0;
        var before = Optional.<UUID>empty();
        do {
            var part = vouchers.newest(scope, days, before);
            if (!part.isEmpty()) {
                ruling.ruled(part).forEach(ruled -> {
                    add(former, ruled.posted());
                    ruled.written().forEach(voucher -> add(latter, voucher));
                });
            }
            looked += part.size();
            before = part.size() < TellVouchers.PART
                    ? Optional.empty()
                    : Optional.of(part.get(part.size() - 1).id());
        } while (before.isPresent() && looked < MOST && calls.mayGoOn());
        var among = Optional.of(Math.max(looked, vouchers.count(scope, days)));
        return new Effects(Basis.BOOKED, days.firstDay(), days.lastDay(), looked, among, changes(former, latter));
    }

    /**
     * What each account comes to in each month, where that is not the same; debit is above nothing. Without the months
     * what is spread over a year would seem to change nothing.
     */
    private static List<Effect> changes(Map<String, Money> former, Map<String, Money> latter) {
        var accounts = new TreeSet<>(former.keySet());
        accounts.addAll(latter.keySet());
        return accounts.stream()
                .filter(account -> !told(former, account).equals(told(latter, account)))
                .map(account -> new Effect(
                        account, told(former, account), Optional.of(told(latter, account)), Optional.empty()))
                .toList();
    }

    private static String told(Map<String, Money> sums, String account) {
        return Optional.ofNullable(sums.get(account)).map(Money::toDecimal).orElse("0.00");
    }

    private static void add(Map<String, Money> sums, Voucher voucher) {
        for (var row : voucher.rows()) {
            sums.merge(name(row) + " " + YearMonth.from(voucher.day()), row.amount(), Money::plus);
        }
    }

    /** An account, with its objects where it has some: {@code 3011 1:umea 6:P1}; of other money, with its currency. */
    private static String name(VoucherRow row) {
        var name = new StringBuilder(Integer.toString(row.account()));
        row.dimensions()
                .forEach(each ->
                        name.append(' ').append(each.number()).append(':').append(each.object()));
        return name.append(' ')
                .append(row.amount().currency().getCurrencyCode())
                .toString();
    }
}
