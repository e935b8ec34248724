package se.aviso.app.invoice;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;
import se.aviso.app.plugin.DryRun;
import se.aviso.app.plugin.TrialScope;
import se.aviso.app.pricing.PricePlugins;
import se.aviso.kernel.Money;
import se.aviso.pricing.PriceTrial;

/**
 * Tells what memberships were last billed at, beside what the same periods would come to by a price rule that does not
 * hold yet; no transaction is open while it is asked.
 */
@ApplicationScoped
public class RehearsePrices implements DryRun {
    @Inject
    PricePlugins plugins;

    @Inject
    FindBilledPeriods find;

    @Override
    public Optional<Effects> effects(String plugin, TrialScope scope, Map<String, String> settings) {
        var rules = plugins.trials(plugin, settings);
        return rules.isEmpty() ? Optional.empty() : Optional.of(effects(scope, rules));
    }

    private Effects effects(TrialScope scope, NavigableMap<String, PricePlugins.Trial> rules) {
        var found = find.of(scope, rules.keySet());
        var prices = found.prices();
        var tried = new ArrayList<PriceTrial.Tried>();
        prices.byRule(rules.navigableKeySet())
                .forEach((name, periods) -> tried.addAll(
                        tried(name, Optional.ofNullable(rules.get(name)).orElseThrow(), prices, periods)));
        var days = new TreeSet<>(
                prices.periods().stream().map(BilledPeriod::pricedOn).collect(Collectors.toSet()));
        if (days.isEmpty()) {
            days.add(found.today());
        }
        var changes = PriceTrial.changes(tried).stream()
                .map(sum -> effect(prices.name(sum.type(), found.language()), sum))
                .toList();
        return new Effects(found.basis(), days.first(), days.last(), tried.size(), Optional.empty(), changes);
    }

    private static List<PriceTrial.Tried> tried(
            String name, PricePlugins.Trial rule, PastPrices prices, List<BilledPeriod> periods) {
        var said = rule.price(
                periods.stream().map(period -> prices.question(name, period)).toList());
        var tried = new ArrayList<PriceTrial.Tried>(periods.size());
        for (var index = 0; index < periods.size(); index++) {
            tried.add(prices.tried(name, periods.get(index), said.get(index)));
        }
        return tried;
    }

    private static Effect effect(String type, PriceTrial.Sum sum) {
        var memberships = new Memberships(sum.memberships(), sum.changed());
        return new Effect(type, sum.before().toDecimal(), sum.after().map(Money::toDecimal), Optional.of(memberships));
    }
}
