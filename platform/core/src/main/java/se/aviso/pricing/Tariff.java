package se.aviso.pricing;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import se.aviso.kernel.DayRange;
import se.aviso.kernel.Money;
import se.aviso.spi.pricing.Position;
import se.aviso.spi.pricing.PositionFee;

/**
 * What the memberships of one type cost: the price list with the type's rules. It remembers how it explained a price,
 * so that a hundred thousand members share a few explanations; for one thread and one piece of work.
 */
public final class Tariff {
    private static final String LIST = new ListPrices().name();
    private static final List<PricePart> FEES = List.of(PricePart.OWN, PricePart.DISTRICT, PricePart.FEDERATION);

    private final PriceList prices;
    private final Charging charging;
    private final Map<Told, Explanation> told = new HashMap<>();

    public Tariff(PriceList prices, Charging charging) {
        this.prices = prices;
        this.charging = charging;
    }

    /**
     * The period that is to be priced.
     *
     * @param start its first day, or the day of issue while it waits for its first settlement: the price is that day's
     * @param days empty while it waits
     * @param occasion FIRST or RENEWAL
     */
    public record Period(LocalDate start, Optional<DayRange> days, PriceOccasion occasion) {}

    /**
     * The membership that is to be priced.
     *
     * @param ageOn the day on which the age is reckoned
     * @param kin the others of the family, where there is one
     */
    public record Who(
            LocalDate born,
            LocalDate ageOn,
            LocalDate joinedOn,
            Place place,
            List<Concession> concessions,
            Optional<Kin> kin) {
        public Who {
            concessions = List.copyOf(concessions);
        }

        /** One who belongs to no family. */
        public Who(LocalDate born, LocalDate ageOn, LocalDate joinedOn, Place place, List<Concession> concessions) {
            this(born, ageOn, joinedOn, place, concessions, Optional.empty());
        }
    }

    /** A price as it was explained to all of an age below a group. */
    private record Told(Price price, int age, LocalDate ageOn) {}

    /** What the membership costs for the period by the price list, or what is missing to say so. */
    public Charge charge(Who who, Period period) {
        return charge(who, period, Optional.empty());
    }

    /**
     * What the membership costs for the period, or what is missing to say so.
     *
     * @param said what the type's plugin said, where it has one; an answer to another question does not count
     */
    public Charge charge(Who who, Period period, Optional<PluginPrice> said) {
        var holding = who.concessions().stream()
                .filter(each -> each.holdsOn(period.start()))
                .toList();
        var free = holding.stream().filter(Concession::isFree).findFirst();
        if (free.isPresent()) {
            return free(who, free.get());
        }
        var listed = listed(who, period);
        if (isByPlugin()) {
            return byPlugin(who, period, listed, said, holding);
        }
        return listed.missing().isPresent()
                ? new Charge.Missing(listed.missing().get())
                : new Charge.Priced(listed.fees(), cuts(holding, listed.fees()));
    }

    /** True when a plugin has the last word. */
    public boolean isByPlugin() {
        return charging.pricedBy().filter(name -> !name.equals(LIST)).isPresent();
    }

    /** What the type's plugin is asked. */
    public Position position(UUID membership, String type, Who who, Period period) {
        return position(membership, type, who, period, listed(who, period));
    }

    private static Position position(UUID membership, String type, Who who, Period period, Listed listed) {
        var known = listed.missing().isEmpty();
        return new Position(
                membership,
                type,
                who.place().own().name(),
                AgeOn.ageOn(who.born(), who.ageOn()),
                who.joinedOn(),
                period.days(),
                period.occasion() == PriceOccasion.FIRST,
                listed.fees().stream()
                        .filter(any -> known)
                        .map(fee -> new PositionFee(PluginPrice.part(fee.part()), fee.amount()))
                        .toList(),
                who.kin().map(kin -> kin.ages(who.ageOn())));
    }

    private Charge byPlugin(
            Who who, Period period, Listed listed, Optional<PluginPrice> said, List<Concession> holding) {
        var answer = said.filter(given -> given.asked()
                .equals(position(given.asked().id(), given.asked().membershipType(), who, period, listed)));
        var missing = answer.map(PluginPrice::missing).orElse(Optional.of(PluginPrice.UNPRICED));
        if (missing.isPresent()) {
            return new Charge.Missing(missing.get());
        }
        return answer.get()
                .fees(who.place(), charging)
                .<Charge>map(fees -> new Charge.Priced(fees, cuts(holding, fees)))
                .orElseGet(() -> new Charge.Missing(PluginPrice.REFUSED));
    }

    /** What the list says: the fees, or the code of what is missing. */
    private record Listed(List<Fee> fees, Optional<String> missing) {}

    private Listed listed(Who who, Period period) {
        var fees = new ArrayList<Fee>(FEES.size() + 1);
        for (var part : FEES) {
            if (part == PricePart.OWN || charging.shares() != Charging.Shares.NONE) {
                var missing = add(part, who, period, fees);
                if (missing.isPresent()) {
                    return new Listed(fees, missing);
                }
            }
        }
        if (period.occasion() == PriceOccasion.FIRST && asksEntry(who, period)) {
            var missing = add(PricePart.ENTRY, who, period, fees);
            return new Listed(fees, missing);
        }
        return new Listed(fees, Optional.empty());
    }

    private boolean asksEntry(Who who, Period period) {
        var path = who.place().own().path();
        var use = new Price.Use(PricePart.ENTRY, period.occasion());
        return prices.asks(PricePart.ENTRY, path, period.start())
                && !prices.wasEnded(use, AgeOn.ageOn(who.born(), who.ageOn()), path, period.start());
    }

    /** The most that a family pays for the period in that place; empty where families pay as others do. */
    public Optional<Price> familyCap(Place place, LocalDate start) {
        var use = new Price.Use(PricePart.FAMILY_CAP, PriceOccasion.ANY);
        return prices.priceFor(use, 0, place.own().path(), start);
    }

    /** Nothing: one line that says why; no price is asked for. */
    private static Charge free(Who who, Concession why) {
        var fee = new Fee(PricePart.OWN, who.place().own(), Money.ore(0), why.explained(Explanation.NONE));
        return new Charge.Priced(List.of(fee), List.of());
    }

    /** Adds the fee of the part, or says the code of what is missing; a part that nobody above asks for is left out. */
    private Optional<String> add(PricePart part, Who who, Period period, List<Fee> fees) {
        var owner = who.place().ownerOf(part);
        if (owner.isEmpty()) {
            return Optional.empty();
        }
        var age = AgeOn.ageOn(who.born(), who.ageOn());
        var use = new Price.Use(part, period.occasion());
        var price = prices.priceFor(use, age, who.place().own().path(), period.start());
        if (price.isEmpty()) {
            return Optional.of(part == PricePart.OWN ? "no-price" : "no-price-" + code(part));
        }
        fees.add(late(new Fee(part, owner.get(), price.get().amount(), explained(price.get(), age, who)), who, period));
        return Optional.empty();
    }

    private static String code(PricePart part) {
        return switch (part) {
            case OWN -> "own";
            case DISTRICT -> "district";
            case FEDERATION -> "federation";
            case ENTRY -> "entry";
            case FAMILY_CAP -> "family";
        };
    }

    /** What a sign-up in the midst of a period makes of a fee. */
    private Fee late(Fee whole, Who who, Period period) {
        var late = charging.lateSignUp();
        if (!whole.part().isFee()
                || period.occasion() != PriceOccasion.FIRST
                || period.days().isEmpty()) {
            return whole;
        }
        var days = period.days().get();
        var joined = who.joinedOn().toString();
        if (late.rolledOver(days, who.joinedOn())) {
            var last = days.lastDay().toString();
            var why = whole.why().and(Explanation.Rule.ROLLED_OVER, joined, rollover(late), last);
            return new Fee(whole.part(), whole.owner(), whole.amount(), why);
        }
        return late.portion(days, who.joinedOn())
                .map(part -> {
                    var amount = whole.amount().portion(part.months(), part.of());
                    var why = whole.why()
                            .and(
                                    Explanation.Rule.PART_OF_PERIOD,
                                    joined,
                                    Long.toString(part.months()),
                                    Long.toString(part.of()),
                                    amount.toDecimal());
                    return new Fee(whole.part(), whole.owner(), amount, why);
                })
                .orElse(whole);
    }

    private static String rollover(LateSignUp late) {
        return late.rollover().toString().substring("--".length());
    }

    private Explanation explained(Price price, int age, Who who) {
        return told.computeIfAbsent(
                new Told(price, age, who.ageOn()),
                key -> Explanation.NONE.and(
                        Explanation.Rule.PRICE,
                        price.use().part().name(),
                        price.use().occasion().name(),
                        price.validFrom().toString(),
                        who.place().nameOf(price.groupPath()),
                        Integer.toString(price.minAge()),
                        Integer.toString(price.maxAge()),
                        Integer.toString(age),
                        who.ageOn().toString(),
                        price.amount().toDecimal()));
    }

    /** What the concessions take off, one after the other, each of what the ones before have left. */
    private static List<Cut> cuts(List<Concession> concessions, List<Fee> fees) {
        if (concessions.isEmpty()) {
            return List.of();
        }
        var left = new Charge.Priced(fees, List.of()).fee();
        var cuts = new ArrayList<Cut>();
        for (var concession : concessions) {
            var off = concession.off(left);
            if (off.isPositive()) {
                cuts.add(new Cut(concession.reason(), off, concession.explained(Explanation.NONE)));
                left = left.minus(off);
            }
        }
        return cuts;
    }
}
