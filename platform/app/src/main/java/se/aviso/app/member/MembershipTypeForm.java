package se.aviso.app.member;

import java.time.DateTimeException;
import java.time.MonthDay;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import se.aviso.app.tenant.Ids;
import se.aviso.app.tenant.Slug;
import se.aviso.dunning.DunningPolicy;
import se.aviso.group.Group;
import se.aviso.invoice.InvoiceLine;
import se.aviso.kernel.GroupId;
import se.aviso.kernel.MembershipTypeId;
import se.aviso.kernel.RuleViolation;
import se.aviso.kernel.RuleViolation.Fault;
import se.aviso.member.PeriodRule;
import se.aviso.member.RenewalPolicy;
import se.aviso.member.TypeEnd;
import se.aviso.pricing.Price;
import se.aviso.pricing.PriceList;

/** Reads a membership type as it is written, and names every fault in it at once. */
final class MembershipTypeForm {
    private static final int DEFAULT_REMINDER_DAYS = 10;
    private static final int A_YEAR = 12;

    private final MembershipTypeBodies.TypeBody body;
    private final List<Fault> faults = new ArrayList<>();
    private final TypeChecks checks = new TypeChecks(faults);

    MembershipTypeForm(MembershipTypeBodies.TypeBody body) {
        this.body = body;
    }

    /** The type to be. */
    MembershipType type(Map<GroupId, Group> groups) {
        check(body.slug().equals(Slug.of(body.slug())) && !body.slug().isEmpty(), "bad-slug", "/slug");
        var names = new MembershipType.Names(
                body.slug(),
                checks.name(body.names().sv(), "/names/sv"),
                checks.name(body.names().en(), "/names/en"));
        checks.account(body.account(), "/account");
        var reminder = body.reminder()
                .map(MembershipTypeBodies.ReminderBody::level1AfterDays)
                .orElse(DEFAULT_REMINDER_DAYS);
        checks.days(body.renewal().daysBefore(), "/renewal/daysBefore");
        checks.days(body.paymentTermDays(), "/paymentTermDays");
        checks.days(reminder, "/reminder/level1AfterDays");
        checks.days(body.lapseAfterDays(), "/lapseAfterDays");
        var rule = rule();
        var charging = new ChargingForm(body, faults).charging();
        var prices = prices(groups);
        if (!faults.isEmpty()) {
            throw new RuleViolation(faults);
        }
        return new MembershipType(
                new MembershipTypeId(Ids.next()),
                names,
                rule,
                new MembershipType.Billing(
                        body.ageOn(),
                        new InvoiceLine.Terms(body.vat(), body.account()),
                        body.paymentTermDays(),
                        charging),
                new MembershipType.Policies(
                        new RenewalPolicy(body.renewal().as(), body.renewal().daysBefore()),
                        DunningPolicy.simple(reminder, body.lapseAfterDays()),
                        TypeEnd.NEVER),
                new PriceList(prices));
    }

    private PeriodRule rule() {
        var period = body.period();
        var months = period.months().orElse(A_YEAR);
        try {
            var start = MonthDay.parse("--" + period.start().orElse("01-01"));
            return new PeriodRule(period.rule(), start, months);
        } catch (DateTimeException | IllegalArgumentException noRule) {
            fault("bad-period", "/period");
            return PeriodRule.calendarYear();
        }
    }

    private List<Price> prices(Map<GroupId, Group> groups) {
        check(!body.prices().isEmpty(), "price-missing", "/prices");
        var prices = new ArrayList<Price>();
        for (var index = 0; index < body.prices().size(); index++) {
            var price = body.prices().get(index);
            var pointer = "/prices/" + index;
            var meets = body.prices().subList(0, index).stream().anyMatch(price::meets);
            check(!meets, "price-ambiguous", pointer);
            new PriceForm(faults).price(price, groups, pointer).ifPresent(prices::add);
        }
        return prices;
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
