package se.aviso.app.life;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import se.aviso.app.tenancy.Row;
import se.aviso.app.tenancy.Sql;
import se.aviso.app.tenancy.Tenancy;
import se.aviso.app.tenant.Ids;
import se.aviso.kernel.PeriodId;

/** Ends, deaths and comings of age, as they are kept. */
@ApplicationScoped
public class LifeStore {
    @Inject
    Sql sql;

    /** What is known of the life of a member. */
    public record Life(Optional<LocalDate> diedOn, Optional<LocalDate> cameOfAgeOn) {}

    /** The memberships of a member, with their groups' paths and the last days of those that end. */
    List<Place> places(UUID member) {
        return sql.query(PLACES + "s.member_id = ? order by s.id", LifeStore::place, Tenancy.required(), member);
    }

    /** One membership. */
    Optional<Place> place(UUID membership) {
        return sql.one(PLACES + "s.id = ?", LifeStore::place, Tenancy.required(), membership);
    }

    /** Where a membership is. */
    record Place(
            UUID membership, UUID member, UUID group, String path, LocalDate joinedOn, Optional<LocalDate> leavesOn) {}

    private static final String PLACES = "select s.id, s.member_id, s.group_id, g.path, s.joined_on, s.leaves_on "
            + "from membership s join group_node g on g.tenant_id = s.tenant_id and g.id = s.group_id "
            + "where s.tenant_id = ? and ";

    private static Place place(Row row) {
        return new Place(
                row.uuid("id"),
                row.uuid("member_id"),
                row.uuid("group_id"),
                row.text("path"),
                row.day("joined_on"),
                row.optionalDay("leaves_on"));
    }

    /** The living periods of memberships: offered or paid. */
    List<UUID> livingPeriods(Collection<UUID> memberships) {
        return sql.query(
                "select id from period where tenant_id = ? and membership_id = any(?) and state in (0, 1)",
                row -> row.uuid("id"),
                Tenancy.required(),
                Sql.uuids(memberships));
    }

    /** All periods of memberships. */
    Set<PeriodId> periods(Collection<UUID> memberships) {
        return Set.copyOf(sql.query(
                "select id from period where tenant_id = ? and membership_id = any(?)",
                row -> new PeriodId(row.uuid("id")),
                Tenancy.required(),
                Sql.uuids(memberships)));
    }

    /** Those of the members that have a guardian, are not dead, and were born by that day. */
    List<UUID> guarded(Collection<UUID> members, LocalDate bornBy) {
        return sql.query(
                "select id from member where tenant_id = ? and id = any(?) and guardian_name is not null "
                        + "and born <= ? and died_on is null order by id for update",
                row -> row.uuid("id"),
                Tenancy.required(),
                Sql.uuids(members),
                bornBy);
    }

    /** Notes the last day of memberships. */
    void leave(Collection<UUID> memberships, LocalDate on) {
        sql.update(
                "update membership set leaves_on = ? where tenant_id = ? and id = any(?)",
                on,
                Tenancy.required(),
                Sql.uuids(memberships));
    }

    /** The last day of a membership that ends. */
    public Optional<LocalDate> leavesOn(UUID membership) {
        return sql.one(
                        "select leaves_on from membership where tenant_id = ? and id = ?",
                        row -> row.optionalDay("leaves_on"),
                        Tenancy.required(),
                        membership)
                .flatMap(day -> day);
    }

    /** Notes the day of death. */
    void died(UUID member, LocalDate on) {
        sql.update(
                "update member set died_on = ?, version = version + 1 where tenant_id = ? and id = ?",
                on,
                Tenancy.required(),
                member);
    }

    /** What is known of a member's life. */
    public Life life(UUID member) {
        return sql.one(
                        "select died_on, came_of_age_on from member where tenant_id = ? and id = ?",
                        row -> new Life(row.optionalDay("died_on"), row.optionalDay("came_of_age_on")),
                        Tenancy.required(),
                        member)
                .orElse(new Life(Optional.empty(), Optional.empty()));
    }

    /** Notes that these members pay for themselves from that day; what was known of their guardians goes. */
    void cameOfAge(Collection<UUID> members, LocalDate on) {
        sql.update(
                "update member set guardian_name = null, guardian_email = null, came_of_age_on = ?, "
                        + "mailbox_changed_on = ?, version = version + 1 where tenant_id = ? and id = any(?)",
                on,
                on,
                Tenancy.required(),
                Sql.uuids(members));
    }

    /** Documents that wait for dispatch to a member are not sent any more. */
    int holdDispatches(UUID member, String why) {
        return sql.update(
                "update dispatch d set state = 8, failure = ? from invoice i where d.tenant_id = ? and i.tenant_id = "
                        + "d.tenant_id and i.id = d.invoice_id and i.member_id = ? and d.state in (0, 1)",
                why,
                Tenancy.required(),
                member);
    }

    /** Offers without an answer that offer a period of these memberships. */
    List<UUID> openOffers(Collection<UUID> memberships) {
        return sql.query(
                "select distinct a.invoice_id from period p join invoice_line l on l.tenant_id = p.tenant_id "
                        + "and l.period_id = p.id join offer_answer a on a.tenant_id = l.tenant_id "
                        + "and a.invoice_id = l.invoice_id where p.tenant_id = ? and p.membership_id = any(?) "
                        + "and a.state = 0",
                row -> row.uuid("invoice_id"),
                Tenancy.required(),
                Sql.uuids(memberships));
    }

    /** Claims that are not settled and have a period of these memberships. */
    public List<UUID> openClaims(Collection<UUID> memberships) {
        return sql.query(
                "select distinct t.invoice_id from period p join invoice_line l on l.tenant_id = p.tenant_id "
                        + "and l.period_id = p.id join settlement t on t.tenant_id = l.tenant_id "
                        + "and t.invoice_id = l.invoice_id where p.tenant_id = ? and p.membership_id = any(?) "
                        + "and t.status < 2",
                row -> row.uuid("invoice_id"),
                Tenancy.required(),
                Sql.uuids(memberships));
    }

    /** Nothing is reminded of that the member was to pay. */
    void stopDunning(UUID member, String note, LocalDate on) {
        sql.update(
                "insert into dunning_stop (tenant_id, id, member_id, note, made_on) values (?, ?, ?, ?, ?)",
                Tenancy.required(),
                Ids.next(),
                member,
                note,
                on);
    }
}
