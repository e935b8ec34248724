package se.aviso.app.member;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import se.aviso.dunning.DunningPolicy;
import se.aviso.kernel.GroupId;
import se.aviso.kernel.VatRate;
import se.aviso.member.PeriodRule;
import se.aviso.member.RenewalPolicy;
import se.aviso.pricing.AgeOn;
import se.aviso.pricing.BilledBy;
import se.aviso.pricing.Charging;
import se.aviso.pricing.LateSignUp;
import se.aviso.pricing.Price;
import se.aviso.pricing.PriceOccasion;
import se.aviso.pricing.PricePart;

/** The JSON of membership types; pages write in the same form. */
public final class MembershipTypeBodies {
    private MembershipTypeBodies() {}

    /**
     * A type; in a request the id is absent.
     *
     * @param endsFrom the day from which on nobody gets it and no period of it begins; it is set by a change
     */
    public record TypeBody(
            Optional<UUID> id,
            String slug,
            NamesBody names,
            PeriodBody period,
            AgeOn ageOn,
            VatRate vat,
            int account,
            RenewalBody renewal,
            int paymentTermDays,
            Optional<ReminderBody> reminder,
            int lapseAfterDays,
            Optional<ChargingBody> charging,
            List<PriceBody> prices,
            Optional<LocalDate> endsFrom) {
        static TypeBody of(MembershipType type, Map<String, GroupId> groups, Map<Price, UUID> ids) {
            var policies = type.policies();
            return new TypeBody(
                    Optional.of(type.id().value()),
                    type.names().slug(),
                    new NamesBody(type.names().sv(), type.names().en()),
                    PeriodBody.of(type.periods()),
                    type.billing().ageOn(),
                    type.billing().line().vat(),
                    type.billing().line().account(),
                    new RenewalBody(
                            policies.renewal().daysBefore(), policies.renewal().kind()),
                    type.billing().paymentTermDays(),
                    Optional.of(policies.dunning())
                            .filter(DunningPolicy::reminds)
                            .map(dunning -> new ReminderBody(dunning.reminderAfterDays())),
                    policies.dunning().lapseAfterDays(),
                    Optional.of(ChargingBody.of(type.billing().charging())),
                    type.prices().prices().stream()
                            .map(price -> PriceBody.of(price, groups, Optional.ofNullable(ids.get(price))))
                            .toList(),
                    policies.end().from());
        }
    }

    /** The name in both languages. */
    public record NamesBody(String sv, String en) {
        /** The words in a language. */
        public String in(String language) {
            return "en".equals(language) ? en : sv;
        }
    }

    /** How time is cut; {@code start} is the first day of a season as {@code 07-01}. */
    public record PeriodBody(PeriodRule.Kind rule, Optional<String> start, Optional<Integer> months) {
        static PeriodBody of(PeriodRule rule) {
            var start = rule.seasonStart().toString().substring("--".length());
            return new PeriodBody(
                    rule.kind(),
                    Optional.of(start).filter(day -> rule.kind() == PeriodRule.Kind.SEASON),
                    Optional.of(rule.months()));
        }
    }

    /** When the next period is offered, and as what. */
    public record RenewalBody(int daysBefore, RenewalPolicy.Kind as) {}

    /** When an unpaid claim is reminded of. */
    public record ReminderBody(int level1AfterDays) {}

    /**
     * Who bills, whose the parts of the fee are, what late sign-ups pay; what is absent is as it is for a plain type.
     *
     * @param rollover month and day as {@code 10-01}, for late sign-ups that roll over
     * @param pricedBy the plugin that has the last word on prices
     */
    public record ChargingBody(
            Optional<BilledBy> billedBy,
            Optional<Charging.Shares> shares,
            Optional<LateSignUp.Kind> lateSignUp,
            Optional<String> rollover,
            Optional<String> pricedBy) {
        static ChargingBody of(Charging charging) {
            var late = charging.lateSignUp();
            return new ChargingBody(
                    Optional.of(charging.billedBy()),
                    Optional.of(charging.shares()),
                    Optional.of(late.kind()),
                    Optional.of(late.rollover().toString().substring("--".length()))
                            .filter(day -> late.kind() == LateSignUp.Kind.ROLLS_OVER),
                    charging.pricedBy());
        }
    }

    /** The prices of a type. */
    record PriceListBody(UUID typeId, List<PriceBody> prices) {}

    /**
     * A price; without a group it holds for all, without a part it is the own fee, without an occasion for any period.
     *
     * @param id absent in a request
     * @param endsFrom the first day on which it holds no longer; absent in a request, it is ended by an act of its own
     */
    public record PriceBody(
            Optional<UUID> id,
            LocalDate from,
            int minAge,
            int maxAge,
            String amount,
            Optional<String> currency,
            Optional<UUID> groupId,
            Optional<PricePart> part,
            Optional<PriceOccasion> occasion,
            Optional<LocalDate> endsFrom) {
        Price.Use use() {
            return new Price.Use(part.orElse(PricePart.OWN), occasion.orElse(PriceOccasion.ANY));
        }

        static PriceBody of(Price price, Map<String, GroupId> groups, Optional<UUID> id) {
            return new PriceBody(
                    id,
                    price.validFrom(),
                    price.minAge(),
                    price.maxAge(),
                    price.amount().toDecimal(),
                    Optional.of(price.amount().currency().getCurrencyCode()),
                    Optional.ofNullable(groups.get(price.groupPath())).map(GroupId::value),
                    Optional.of(price.use().part()),
                    Optional.of(price.use().occasion()),
                    price.endsFrom());
        }

        /** True when both could be the price for the same member on the same day. */
        boolean meets(PriceBody other) {
            return from.equals(other.from)
                    && groupId.equals(other.groupId)
                    && use().equals(other.use())
                    && minAge <= other.maxAge
                    && other.minAge <= maxAge;
        }
    }
}
