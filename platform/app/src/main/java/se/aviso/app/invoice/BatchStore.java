package se.aviso.app.invoice;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import se.aviso.app.tenancy.Codes;
import se.aviso.app.tenancy.Criteria;
import se.aviso.app.tenancy.Row;
import se.aviso.app.tenancy.Sql;
import se.aviso.app.tenancy.Tenancy;
import se.aviso.app.web.Cursor;
import se.aviso.app.web.PageRequest;
import se.aviso.kernel.GroupId;
import se.aviso.kernel.MembershipTypeId;
import se.aviso.member.MembershipStatus;

/** Batches of drafts, and whom a selection means. */
@ApplicationScoped
public class BatchStore {
    /** A run has the batch in hand while it works, is paused, or can be resumed. */
    private static final String IN_HAND = "exists (select 1 from run n where n.tenant_id = b.tenant_id "
            + "and n.id = b.run_id and n.phase = 1 and n.state in (0, 2, 4))";

    private static final String SELECT = "select b.*, g.path as group_path, g.name as group_name, " + IN_HAND
            + " as in_hand from draft_batch b "
            + "join group_node g on g.tenant_id = b.tenant_id and g.id = b.group_id where ";

    @Inject
    Sql sql;

    @Inject
    Clock clock;

    /** Where the drafts came from; the order is the code in the database. */
    public enum Source {
        SELECTION,
        LIST
    }

    /**
     * A batch.
     *
     * @param group the group that bills
     * @param drafts how many were written
     * @param begun how it is being issued
     */
    public record Batch(UUID id, Biller group, Source source, int drafts, Begun begun, Instant createdAt) {
        /** True once a run has begun to issue them. */
        public boolean issued() {
            return begun.issued();
        }

        /** The newest run that issues them. */
        public Optional<UUID> run() {
            return begun.run();
        }

        /** True while nobody else may issue what waits, or throw it away. */
        public boolean inHand() {
            return begun.inHand();
        }
    }

    /**
     * How a batch is being issued.
     *
     * @param issued true once a run has begun it
     * @param run the newest such run
     * @param inHand true while that run works or can go on
     */
    public record Begun(boolean issued, Optional<UUID> run, boolean inHand) {}

    /** The group that bills. */
    public record Biller(GroupId id, String path, String name) {}

    /** Members with a membership in the subtree; of any type and status where none is named. */
    public record Selection(String path, Optional<MembershipTypeId> type, Optional<MembershipStatus> status) {}

    void add(UUID id, GroupId group, Source source) {
        sql.update(
                "insert into draft_batch (tenant_id, id, group_id, source, drafts, created_at) values (?, ?, ?, ?, 0, ?)",
                Tenancy.required(),
                id,
                group.value(),
                Codes.of(source),
                clock.instant());
    }

    void recordDrafts(UUID id, int drafts) {
        sql.update("update draft_batch set drafts = ? where tenant_id = ? and id = ?", drafts, Tenancy.required(), id);
    }

    /** The batch, if the tenant has it. */
    public Optional<Batch> find(UUID id) {
        var criteria = Criteria.of("b").and("b.id = ?", Optional.of(id));
        return sql.one(SELECT + criteria.where(), BatchStore::read, criteria.params());
    }

    /** Nobody else begins or drops the batch until commit. */
    void lock(UUID id) {
        sql.query(
                "select id from draft_batch where tenant_id = ? and id = ? for update",
                row -> row.uuid("id"),
                Tenancy.required(),
                id);
    }

    /** Notes which run issues the batch from now on. */
    void begunBy(UUID id, UUID run) {
        sql.update("update run set batch_id = ? where tenant_id = ? and id = ?", id, Tenancy.required(), run);
        sql.update(
                "update draft_batch set issued = true, run_id = ? where tenant_id = ? and id = ?",
                run,
                Tenancy.required(),
                id);
    }

    /** Takes away the drafts that are left of a batch; what was issued of it stays, and counts alone from now on. */
    void dropRest(UUID id) {
        var dropped =
                sql.update("delete from invoice_draft where tenant_id = ? and batch_id = ?", Tenancy.required(), id);
        sql.update(
                "update draft_batch set drafts = drafts - ? where tenant_id = ? and id = ?",
                dropped,
                Tenancy.required(),
                id);
    }

    /** The newest batches of the subtrees. */
    List<Batch> newest(Collection<String> roots, PageRequest page) {
        var criteria = Criteria.of("b")
                .within("g.path", roots)
                .and("b.id < ?", page.after().map(Cursor::id));
        return sql.query(
                SELECT + criteria.where() + " order by b.id desc limit ?",
                BatchStore::read,
                criteria.params(page.limitAndOne()));
    }

    /** How many drafts of the batch are not issued yet. */
    long waiting(UUID id) {
        return sql.one(
                        "select count(*) as times from invoice_draft where tenant_id = ? and batch_id = ?",
                        row -> row.bigint("times"),
                        Tenancy.required(),
                        id)
                .orElseThrow();
    }

    /** Takes the batch away with the drafts that are left of it. */
    void drop(UUID id) {
        sql.update("delete from draft_batch where tenant_id = ? and id = ?", Tenancy.required(), id);
    }

    /** The members that a selection means, each once. */
    List<UUID> members(Selection selection) {
        var criteria = Criteria.of("s")
                .within("g.path", List.of(selection.path()))
                .and("s.type_id = ?", selection.type().map(MembershipTypeId::value))
                .and("s.status = ?", selection.status().map(Codes::of));
        return sql.query(
                "select distinct s.member_id from membership s "
                        + "join group_node g on g.tenant_id = s.tenant_id and g.id = s.group_id where "
                        + criteria.where(),
                row -> row.uuid("member_id"),
                criteria.params());
    }

    /** The memberships of those members in the subtree that do not end, the oldest first. */
    List<OwnMemberships.Own> own(Collection<UUID> members, String path) {
        var criteria = Criteria.of("s")
                .within("g.path", List.of(path))
                .and("s.member_id = any(?)", Sql.uuids(members))
                .and("s.leaves_on is null");
        return sql.query(
                "select s.id, s.member_id, s.type_id from membership s "
                        + "join group_node g on g.tenant_id = s.tenant_id and g.id = s.group_id where "
                        + criteria.where() + " order by s.joined_on, s.id",
                row -> new OwnMemberships.Own(
                        row.uuid("member_id"), new MembershipTypeId(row.uuid("type_id")), row.uuid("id")),
                criteria.params());
    }

    private static Batch read(Row row) {
        return new Batch(
                row.uuid("id"),
                new Biller(new GroupId(row.uuid("group_id")), row.text("group_path"), row.text("group_name")),
                row.code("source", Source.class),
                row.integer("drafts"),
                new Begun(row.flag("issued"), row.optionalUuid("run_id"), row.flag("in_hand")),
                row.instant("created_at"));
    }
}
