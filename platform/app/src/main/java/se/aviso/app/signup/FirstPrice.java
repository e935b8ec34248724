package se.aviso.app.signup;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import se.aviso.app.member.MembershipType;
import se.aviso.app.tenant.Ids;
import se.aviso.kernel.DayRange;
import se.aviso.kernel.Money;
import se.aviso.pricing.Charge;
import se.aviso.pricing.Place;
import se.aviso.pricing.PluginPrice;
import se.aviso.pricing.PriceList;
import se.aviso.pricing.PriceOccasion;
import se.aviso.pricing.Tariff;
import se.aviso.spi.pricing.Position;

/** What one who joins a group today would be asked to pay, by the rule that makes the invoice. */
record FirstPrice(MembershipType type, Place place, LocalDate today) {
    /** The days of the first period; empty where they follow the payment. */
    Optional<DayRange> days() {
        return type.firstPeriod(today);
    }

    /** The day on which the age is reckoned. */
    LocalDate ageOn() {
        return type.billing().ageOn().day(start(), today.plusDays(type.billing().paymentTermDays()));
    }

    /** The plugin that has the last word on the price, where there is one. */
    Optional<String> plugin() {
        return type.billing().charging().pricedBy().filter(any -> type.tariff().isByPlugin());
    }

    /** What that plugin is asked of somebody born on that day. */
    Position question(LocalDate born) {
        return type.tariff().position(Ids.next(), type.names().slug(), who(born), period());
    }

    /**
     * What somebody born on that day would pay, entry fee included; empty when no price holds.
     *
     * @param said what the type's plugin said, where it has one
     */
    Optional<Money> of(LocalDate born, Optional<PluginPrice> said) {
        return of(type.tariff(), born, said);
    }

    /** What each age pays, the youngest first; nothing is known in advance of what a plugin prices. */
    List<PriceList.Band> bands() {
        var tariff = type.tariff();
        var on = ageOn();
        return PriceList.bands(age -> of(tariff, on.minusYears(age), Optional.empty()));
    }

    private Tariff.Who who(LocalDate born) {
        return new Tariff.Who(born, ageOn(), today, place, List.of());
    }

    private Tariff.Period period() {
        return new Tariff.Period(start(), days(), PriceOccasion.FIRST);
    }

    private Optional<Money> of(Tariff tariff, LocalDate born, Optional<PluginPrice> said) {
        var charge = tariff.charge(who(born), period(), said);
        return charge instanceof Charge.Priced priced ? Optional.of(priced.total()) : Optional.empty();
    }

    private LocalDate start() {
        return days().map(DayRange::firstDay).orElse(today);
    }
}
