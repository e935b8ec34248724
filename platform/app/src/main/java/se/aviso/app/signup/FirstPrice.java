package se.aviso.app.signup;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import se.aviso.app.member.MembershipType;
import se.aviso.kernel.DayRange;
import se.aviso.kernel.Money;
import se.aviso.pricing.Charge;
import se.aviso.pricing.Place;
import se.aviso.pricing.PriceList;
import se.aviso.pricing.PriceOccasion;
import se.aviso.pricing.Tariff;

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

    /** What somebody born on that day would pay, entry fee included; empty when no price holds. */
    Optional<Money> of(LocalDate born) {
        return of(type.tariff(), born);
    }

    /** What each age pays, the youngest first. */
    List<PriceList.Band> bands() {
        var tariff = type.tariff();
        var on = ageOn();
        return PriceList.bands(age -> of(tariff, on.minusYears(age)));
    }

    private Optional<Money> of(Tariff tariff, LocalDate born) {
        var who = new Tariff.Who(born, ageOn(), today, place, List.of());
        var charge = tariff.charge(who, new Tariff.Period(start(), days(), PriceOccasion.FIRST));
        return charge instanceof Charge.Priced priced ? Optional.of(priced.total()) : Optional.empty();
    }

    private LocalDate start() {
        return days().map(DayRange::firstDay).orElse(today);
    }
}
