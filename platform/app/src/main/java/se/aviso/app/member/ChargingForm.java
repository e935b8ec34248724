package se.aviso.app.member;

import java.time.DateTimeException;
import java.time.MonthDay;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import se.aviso.kernel.RuleViolation.Fault;
import se.aviso.kernel.VatRate;
import se.aviso.member.PeriodRule;
import se.aviso.pricing.BilledBy;
import se.aviso.pricing.Charging;
import se.aviso.pricing.LateSignUp;
import se.aviso.pricing.PricePart;

/** Reads how a type is charged as it is written, and adds what does not fit together to the faults of the whole. */
final class ChargingForm {
    private static final String NEW_YEAR = "01-01";

    private final MembershipTypeBodies.TypeBody body;
    private final List<Fault> faults;

    ChargingForm(MembershipTypeBodies.TypeBody body, List<Fault> faults) {
        this.body = body;
        this.faults = faults;
    }

    Charging charging() {
        var written = body.charging().orElse(MembershipTypeBodies.ChargingBody.of(Charging.PLAIN));
        var shares = written.shares().orElse(Charging.Shares.NONE);
        var late = late(written);
        var fixed = body.period().rule() == PeriodRule.Kind.CALENDAR_YEAR
                || body.period().rule() == PeriodRule.Kind.SEASON;
        check(late.kind() == LateSignUp.Kind.WHOLE || fixed, "late-without-season", "/charging/lateSignUp");
        var taxed = body.vat() != VatRate.EXEMPT && body.vat() != VatRate.ZERO;
        check(shares == Charging.Shares.NONE || !taxed, "shares-with-vat", "/charging/shares");
        prices(shares);
        var plugin = written.pricedBy().map(String::strip).filter(name -> !name.isEmpty());
        check(plugin.filter(name -> !name.matches("[A-Z][A-Z_]{0,39}")).isEmpty(), "bad-plugin", "/charging/pricedBy");
        return new Charging(written.billedBy().orElse(BilledBy.NEAREST_ACCOUNT), shares, late, plugin);
    }

    /** A price of a part that is not told apart would never be asked for. */
    private void prices(Charging.Shares shares) {
        for (var index = 0; index < body.prices().size(); index++) {
            var part = body.prices().get(index).use().part();
            var unasked =
                    shares == Charging.Shares.NONE && (part == PricePart.DISTRICT || part == PricePart.FEDERATION);
            check(!unasked, "price-of-no-share", "/prices/" + index + "/part");
        }
    }

    private LateSignUp late(MembershipTypeBodies.ChargingBody written) {
        var kind = written.lateSignUp().orElse(LateSignUp.Kind.WHOLE);
        check(
                kind != LateSignUp.Kind.ROLLS_OVER || written.rollover().isPresent(),
                "rollover-missing",
                "/charging/rollover");
        return new LateSignUp(kind, day(written.rollover()));
    }

    private MonthDay day(Optional<String> written) {
        try {
            return MonthDay.parse("--" + written.orElse(NEW_YEAR));
        } catch (DateTimeException noDay) {
            check(false, "bad-month-day", "/charging/rollover");
            return MonthDay.of(1, 1);
        }
    }

    private void check(boolean holds, String code, String pointer) {
        if (!holds) {
            faults.add(new Fault(code, pointer, Map.of()));
        }
    }
}
