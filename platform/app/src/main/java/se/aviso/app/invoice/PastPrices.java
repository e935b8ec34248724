package se.aviso.app.invoice;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.TreeMap;
import java.util.stream.Collectors;
import se.aviso.app.member.MembershipType;
import se.aviso.invoice.BankDays;
import se.aviso.invoice.MembershipBilling;
import se.aviso.kernel.MembershipTypeId;
import se.aviso.pricing.PluginPrice;
import se.aviso.pricing.PriceTrial;
import se.aviso.pricing.Tariff;
import se.aviso.spi.pricing.Position;

/**
 * What periods that were billed would have come to by rules that are tried; reads and writes nothing. Each goes by the
 * rule that its type names, or by the first where none of these types names one.
 */
final class PastPrices {
    private final BillingBooks books;
    private final BankDays bankDays;
    private final List<BilledPeriod> periods;
    private final Map<MembershipTypeId, Tariff> tariffs = new HashMap<>();

    PastPrices(BillingBooks books, BankDays bankDays, List<BilledPeriod> periods) {
        this.books = books;
        this.bankDays = bankDays;
        this.periods = List.copyOf(periods);
    }

    /** The periods, in the order in which they were found. */
    List<BilledPeriod> periods() {
        return periods;
    }

    /** The periods by the rule that is asked about them. */
    Map<String, List<BilledPeriod>> byRule(NavigableSet<String> rules) {
        return periods.stream()
                .collect(Collectors.groupingBy(
                        period -> type(period)
                                .billing()
                                .charging()
                                .pricedBy()
                                .filter(rules::contains)
                                .orElse(rules.first()),
                        TreeMap::new,
                        Collectors.toList()));
    }

    /** What that rule is asked of the period. */
    Position question(String rule, BilledPeriod past) {
        var billed = books.billed(past.membership());
        var who = MembershipBilling.who(terms(past), billed, past.due(), past.pricedOn());
        var period = MembershipBilling.period(past.due(), past.pricedOn());
        return tariff(rule, past)
                .position(past.membership().id().value(), type(past).names().slug(), who, period);
    }

    /** The period as it was billed, beside what was said of it now. */
    PriceTrial.Tried tried(String rule, BilledPeriod past, PluginPrice said) {
        var billed = books.billed(past.membership()).told(said);
        // what was taken off is no part of what was claimed; of what was free then, nothing else was
        var whole = past.claimed().isPositive() ? billed.withoutConcessions() : billed;
        var charge = MembershipBilling.charge(tariff(rule, past), terms(past), whole, past.due(), past.pricedOn());
        return new PriceTrial.Tried(type(past).id(), past.claimed(), charge);
    }

    /** The name of a type in a language. */
    String name(MembershipTypeId type, String language) {
        return books.type(type).names().in(language);
    }

    private MembershipType type(BilledPeriod past) {
        return books.type(past.membership().place().type());
    }

    private MembershipBilling.Terms terms(BilledPeriod past) {
        return type(past).terms(past.membership().member().contact().language(), bankDays);
    }

    private Tariff tariff(String rule, BilledPeriod past) {
        var type = type(past);
        return tariffs.computeIfAbsent(type.id(), id -> type.tariffBy(rule));
    }
}
