package se.aviso.app.dunning;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import se.aviso.app.web.WrittenAmount;
import se.aviso.dunning.ChargeGuard;
import se.aviso.dunning.DunningAgreement;
import se.aviso.dunning.DunningLevel;
import se.aviso.dunning.DunningPolicy;
import se.aviso.kernel.Money;
import se.aviso.kernel.RuleViolation;
import se.aviso.kernel.RuleViolation.Fault;

/** Reads policies and agreements as they are written, and names every fault in them at once. */
final class DunningPolicyForm {
    private static final int MOST_DAYS = 3_650;
    private static final int LONGEST = 1_000;
    private static final int MOST_RATE = 10_000;

    private final List<Fault> faults = new ArrayList<>();

    /** The policy to be in the place of the one before, held against the newest agreement of its type. */
    TypePolicy policy(TypePolicy former, PolicyBodies.PolicyBody body, Optional<DunningAgreement> agreed) {
        var collectorDays = body.collectorAfterDays().orElse(former.rule().collectorAfterDays());
        days(collectorDays, "/collectorAfterDays");
        days(body.offerLapseAfterDays(), "/offerLapseAfterDays");
        body.claimLapseAfterDays().ifPresent(days -> days(days, "/claimLapseAfterDays"));
        check(body.levels().size() <= DunningPolicy.MOST_LEVELS, "too-many-levels", "/levels");
        var levels = new ArrayList<DunningLevel>();
        var words = new ArrayList<TypePolicy.Words>();
        var before = -1;
        for (var at = 0; at < body.levels().size(); at++) {
            var level = body.levels().get(at);
            var pointer = "/levels/" + at;
            days(level.afterDays(), pointer + "/afterDays");
            check(level.afterDays() > before, "levels-out-of-order", pointer + "/afterDays");
            before = level.afterDays();
            var fee = fee(level.fee(), pointer + "/fee", agreed);
            var text = level.text();
            words.add(new TypePolicy.Words(
                    text(text.map(said -> said.sv()).orElse(""), pointer + "/text/sv"),
                    text(text.map(said -> said.en()).orElse(""), pointer + "/text/en"),
                    level.channel()));
            levels.add(new DunningLevel(Math.max(0, level.afterDays()), fee, level.interest()));
        }
        requireNoFault();
        var lapse =
                new DunningPolicy.Lapse(body.offerLapseAfterDays(), body.claimLapseAfterDays(), body.remindOffers());
        return new TypePolicy(former.type(), new DunningPolicy(levels, lapse, collectorDays), words, 0);
    }

    /** The terms of an agreement. */
    DunningAgreement agreement(PolicyBodies.AgreementBody body) {
        var fee = amount(body.fee(), "/fee");
        check(fee.compareTo(ChargeGuard.MOST_FEE) <= 0, "fee-too-high", "/fee");
        check(!text(body.text().sv(), "/text/sv").isEmpty(), "bad-wording", "/text/sv");
        check(!text(body.text().en(), "/text/en").isEmpty(), "bad-wording", "/text/en");
        var rate = body.ownRate().filter(written -> !written.isBlank()).flatMap(written -> {
            var points = PolicyBodies.points(written).filter(found -> found >= 0 && found <= MOST_RATE);
            check(points.isPresent(), "bad-rate", "/ownRate");
            return points;
        });
        requireNoFault();
        return new DunningAgreement(body.from(), fee, body.dueDayAgreed(), rate);
    }

    private void requireNoFault() {
        if (!faults.isEmpty()) {
            throw new RuleViolation(faults);
        }
    }

    private Money fee(Optional<String> written, String pointer, Optional<DunningAgreement> agreed) {
        var fee = amount(written, pointer);
        var claim = new ChargeGuard.Claim(true, LocalDate.EPOCH, Optional.empty(), agreed);
        ChargeGuard.whyNoFee(fee, claim).ifPresent(code -> fault(code, pointer));
        return fee.compareTo(ChargeGuard.MOST_FEE) > 0 ? ChargeGuard.MOST_FEE : fee;
    }

    private Money amount(Optional<String> written, String pointer) {
        var text = written.filter(said -> !said.isBlank()).orElse("0");
        var amount = WrittenAmount.read(text, Money.ore(0).currency()).filter(read -> !read.isNegative());
        check(amount.isPresent(), "bad-amount", pointer);
        return amount.orElse(Money.ore(0));
    }

    private String text(String text, String pointer) {
        var bare = text.strip();
        var fits = bare.length() <= LONGEST
                && bare.chars().noneMatch(sign -> Character.isISOControl(sign) && sign != '\n' && sign != '\r');
        check(fits, "bad-wording", pointer);
        return bare;
    }

    private void days(int days, String pointer) {
        check(days >= 0 && days <= MOST_DAYS, "bad-days", pointer);
    }

    private void check(boolean holds, String code, String pointer) {
        if (!holds) {
            fault(code, pointer);
        }
    }

    private void fault(String code, String pointer) {
        faults.add(new Fault(code, pointer, Map.of()));
    }
}
