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
import se.aviso.pricing.Price;
import se.aviso.pricing.PriceList;

/** Reads a membership type as it is written, and names every fault in it at once. */
final class MembershipTypeForm {
    private static final int DEFAULT_REMINDER_DAYS = 10;
    private static final int A_YEAR = 12;
    private static final int LONGEST = 100;
    private static final int MOST_DAYS = 3_650;

    private final MembershipTypeBodies.TypeBody body;
    private final List<Fault> faults = new ArrayList<>();

    MembershipTypeForm(MembershipTypeBodies.TypeBody body) {
        this.body = body;
    }

    /** The type to be. */
    MembershipType type(Map<GroupId, Group> groups) {
        check(body.slug().equals(Slug.of(body.slug())) && !body.slug().isEmpty(), "bad-slug", "/slug");
        var names = new MembershipType.Names(
                body.slug(),
                text(body.names().sv(), "/names/sv"),
                text(body.names().en(), "/names/en"));
        check(body.account() >= 1000 && body.account() <= 9999, "bad-account", "/account");
        var reminder = body.reminder()
                .map(MembershipTypeBodies.ReminderBody::level1AfterDays)
                .orElse(DEFAULT_REMINDER_DAYS);
        days(body.renewal().daysBefore(), "/renewal/daysBefore");
        days(body.paymentTermDays(), "/paymentTermDays");
        days(reminder, "/reminder/level1AfterDays");
        days(body.lapseAfterDays(), "/lapseAfterDays");
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
                        DunningPolicy.simple(reminder, body.lapseAfterDays())),
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

    private String text(String text, String pointer) {
        var bare = text.strip();
        var fits = !bare.isEmpty() && bare.length() <= LONGEST && bare.chars().noneMatch(Character::isISOControl);
        check(fits, "bad-text", pointer);
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
