package se.aviso.app.member;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.MonthDay;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import se.aviso.app.tenancy.Codes;
import se.aviso.app.tenancy.Row;
import se.aviso.app.tenancy.Sql;
import se.aviso.app.tenancy.Tenancy;
import se.aviso.dunning.DunningPolicy;
import se.aviso.invoice.InvoiceLine;
import se.aviso.kernel.MembershipTypeId;
import se.aviso.kernel.VatRate;
import se.aviso.member.PeriodRule;
import se.aviso.member.RenewalPolicy;
import se.aviso.member.TypeEnd;
import se.aviso.pricing.AgeOn;
import se.aviso.pricing.BilledBy;
import se.aviso.pricing.Charging;
import se.aviso.pricing.LateSignUp;
import se.aviso.pricing.Price;
import se.aviso.pricing.PriceList;

/** The membership types of the tenant with their prices; few, so always read whole. */
@ApplicationScoped
public class MembershipTypeStore {
    @Inject
    Sql sql;

    @Inject
    PriceStore prices;

    /** All types, by slug. */
    public Map<MembershipTypeId, MembershipType> all() {
        var listed = prices.byType();
        var types = new LinkedHashMap<MembershipTypeId, MembershipType>();
        sql.query(
                        "select * from membership_type where tenant_id = ? order by slug",
                        row -> read(row, listed.getOrDefault(new MembershipTypeId(row.uuid("id")), List.of())),
                        Tenancy.required())
                .forEach(type -> types.put(type.id(), type));
        return types;
    }

    /** Adds a type and its prices, or says false when its slug is taken. */
    public boolean add(MembershipType type) {
        var charging = type.billing().charging();
        var added = sql.update(
                "insert into membership_type (tenant_id, id, slug, name_sv, name_en, period_rule, season_month, "
                        + "season_day, period_months, age_on, vat, account, renewal_kind, renewal_days_before, "
                        + "payment_term_days, reminder_after_days, lapse_after_days, billed_by, shares, late_sign_up, "
                        + "rollover_month, rollover_day, priced_by) values "
                        + "(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) on conflict do nothing",
                Tenancy.required(),
                type.id().value(),
                type.names().slug(),
                type.names().sv(),
                type.names().en(),
                Codes.of(type.periods().kind()),
                type.periods().seasonStart().getMonthValue(),
                type.periods().seasonStart().getDayOfMonth(),
                type.periods().months(),
                Codes.of(type.billing().ageOn()),
                Codes.of(type.billing().line().vat()),
                type.billing().line().account(),
                Codes.of(type.policies().renewal().kind()),
                type.policies().renewal().daysBefore(),
                type.billing().paymentTermDays(),
                type.policies().dunning().reminderAfterDays(),
                type.policies().dunning().lapseAfterDays(),
                Codes.of(charging.billedBy()),
                Codes.of(charging.shares()),
                Codes.of(charging.lateSignUp().kind()),
                charging.lateSignUp().rollover().getMonthValue(),
                charging.lateSignUp().rollover().getDayOfMonth(),
                charging.pricedBy());
        if (added == 1) {
            type.prices().prices().forEach(price -> prices.add(type.id(), price));
        }
        return added == 1;
    }

    /** Keeps other transactions from adding prices to the type until commit. */
    void lock(MembershipTypeId type) {
        sql.query(
                "select id from membership_type where tenant_id = ? and id = ? for update",
                row -> row.uuid("id"),
                Tenancy.required(),
                type.value());
    }

    /** The version of a type, which its prices count for; one that is not there has none. */
    OptionalLong version(MembershipTypeId type) {
        return sql.one(
                        "select version from membership_type where tenant_id = ? and id = ?",
                        row -> row.bigint("version"),
                        Tenancy.required(),
                        type.value())
                .map(OptionalLong::of)
                .orElse(OptionalLong.empty());
    }

    /** Notes that the type or one of its prices is no longer as it was. */
    void touch(MembershipTypeId type) {
        sql.update(
                "update membership_type set version = version + 1 where tenant_id = ? and id = ?",
                Tenancy.required(),
                type.value());
    }

    /** Keeps what can be changed of a type as it is now; what is issued stays as it is. */
    void change(MembershipType type) {
        sql.update(
                "update membership_type set name_sv = ?, name_en = ?, account = ?, payment_term_days = ?, "
                        + "renewal_kind = ?, renewal_days_before = ?, ends_from = ?, version = version + 1 "
                        + "where tenant_id = ? and id = ?",
                type.names().sv(),
                type.names().en(),
                type.billing().line().account(),
                type.billing().paymentTermDays(),
                Codes.of(type.policies().renewal().kind()),
                type.policies().renewal().daysBefore(),
                type.policies().end().from().orElse(null),
                Tenancy.required(),
                type.id().value());
    }

    private static MembershipType read(Row row, List<Price> prices) {
        var season = MonthDay.of(row.integer("season_month"), row.integer("season_day"));
        var rule = new PeriodRule(row.code("period_rule", PeriodRule.Kind.class), season, row.integer("period_months"));
        var line = new InvoiceLine.Terms(row.code("vat", VatRate.class), row.integer("account"));
        var renewal = new RenewalPolicy(
                row.code("renewal_kind", RenewalPolicy.Kind.class), row.integer("renewal_days_before"));
        var dunning = DunningPolicy.simple(row.integer("reminder_after_days"), row.integer("lapse_after_days"));
        return new MembershipType(
                new MembershipTypeId(row.uuid("id")),
                new MembershipType.Names(row.text("slug"), row.text("name_sv"), row.text("name_en")),
                rule,
                new MembershipType.Billing(
                        row.code("age_on", AgeOn.class), line, row.integer("payment_term_days"), charging(row)),
                new MembershipType.Policies(renewal, dunning, new TypeEnd(row.optionalDay("ends_from"))),
                new PriceList(prices));
    }

    private static Charging charging(Row row) {
        var rollover = MonthDay.of(row.integer("rollover_month"), row.integer("rollover_day"));
        return new Charging(
                row.code("billed_by", BilledBy.class),
                row.code("shares", Charging.Shares.class),
                new LateSignUp(row.code("late_sign_up", LateSignUp.Kind.class), rollover),
                row.optionalText("priced_by"));
    }
}
