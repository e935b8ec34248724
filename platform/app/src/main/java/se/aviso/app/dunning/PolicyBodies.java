package se.aviso.app.dunning;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import se.aviso.app.member.MembershipTypeBodies.NamesBody;
import se.aviso.dispatch.Channel;
import se.aviso.dunning.DunningLevel;
import se.aviso.kernel.MembershipTypeId;

/** The JSON of dunning policies; pages write in the same form. */
public final class PolicyBodies {
    private static final int POINTS_A_PERCENT = 100;

    private PolicyBodies() {}

    /**
     * A policy.
     *
     * @param typeId absent for invoices of no membership; in a request the address says it
     * @param claimLapseAfterDays absent where unpaid periods never lapse
     * @param collectorAfterDays from the last reminder to the hand-over; absent in a request, it stays as it is
     * @param agreements the newest first; in a request they are left out
     */
    public record PolicyBody(
            Optional<UUID> typeId,
            List<LevelBody> levels,
            int offerLapseAfterDays,
            Optional<Integer> claimLapseAfterDays,
            boolean remindOffers,
            Optional<Integer> collectorAfterDays,
            Optional<List<AgreementBody>> agreements) {
        static PolicyBody of(TypePolicy policy, List<AgreementStore.Agreed> agreements) {
            var levels = policy.rule().levels();
            var bodies = new ArrayList<LevelBody>();
            for (var at = 0; at < levels.size(); at++) {
                bodies.add(LevelBody.of(levels.get(at), policy.words().get(at)));
            }
            var lapse = policy.rule().lapse();
            return new PolicyBody(
                    policy.type().map(MembershipTypeId::value),
                    bodies,
                    lapse.offerAfterDays(),
                    lapse.claimAfterDays(),
                    lapse.remindsOffers(),
                    Optional.of(policy.rule().collectorAfterDays()),
                    Optional.of(agreements.stream().map(AgreementBody::of).toList()));
        }
    }

    /** A level; without a channel the reminder goes as the invoice went. */
    public record LevelBody(
            int afterDays,
            Optional<NamesBody> text,
            Optional<String> fee,
            boolean interest,
            Optional<Channel> channel) {
        static LevelBody of(DunningLevel level, TypePolicy.Words words) {
            return new LevelBody(
                    level.afterDays(),
                    Optional.of(new NamesBody(words.sv(), words.en())),
                    Optional.of(level.fee().toDecimal()),
                    level.interest(),
                    words.channel());
        }
    }

    /**
     * What the terms say of late payment.
     *
     * @param ownRate yearly interest in percent, {@code "6.50"}; absent where the law's holds
     */
    public record AgreementBody(
            Optional<UUID> id,
            LocalDate from,
            NamesBody text,
            Optional<String> fee,
            boolean dueDayAgreed,
            Optional<String> ownRate) {
        static AgreementBody of(AgreementStore.Agreed agreed) {
            var terms = agreed.terms();
            return new AgreementBody(
                    Optional.of(agreed.id()),
                    terms.from(),
                    new NamesBody(agreed.sv(), agreed.en()),
                    Optional.of(terms.fee().toDecimal()),
                    terms.dueDayAgreed(),
                    terms.ownRate().map(PolicyBodies::percent));
        }
    }

    /** Basis points as percent with two decimals. */
    static String percent(int points) {
        var sign = points < 0 ? "-" : "";
        var whole = Math.abs(points);
        return sign + whole / POINTS_A_PERCENT + "." + String.format(Locale.ROOT, "%02d", whole % POINTS_A_PERCENT);
    }

    /** Percent with at most two decimals as basis points; empty when it is none. */
    static Optional<Integer> points(String percent) {
        var bare = percent.strip().replace(',', '.').replace('\u2212', '-');
        if (!bare.matches("-?\\d{1,3}(\\.\\d{1,2})?")) {
            return Optional.empty();
        }
        return Optional.of(new BigDecimal(bare).movePointRight(2).intValueExact());
    }
}
