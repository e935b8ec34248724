package se.aviso.app.simulation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import se.aviso.app.member.Membership;
import se.aviso.app.member.MembershipStore;
import se.aviso.app.member.MembershipType;
import se.aviso.app.pricing.FamilyStore;
import se.aviso.app.tenancy.Codes;
import se.aviso.app.tenancy.Criteria;
import se.aviso.app.tenancy.Row;
import se.aviso.app.tenancy.Sql;
import se.aviso.app.tenancy.Tenancy;
import se.aviso.dispatch.Channel;
import se.aviso.dunning.DunningPolicy;
import se.aviso.invoice.InvoiceKind;
import se.aviso.invoice.Settlement;
import se.aviso.kernel.GroupId;
import se.aviso.kernel.MembershipId;
import se.aviso.kernel.MembershipTypeId;
import se.aviso.simulation.OpenDocument;

/** Reads what a simulation begins with, chunk by chunk. */
@ApplicationScoped
public class SimulationBook {
    /** As many as bulk work takes at a time. */
    static final int CHUNK = 2_000;

    /** As documents of no membership type are treated in reality. */
    private static final DunningPolicy OTHERS = DunningPolicy.simple(10, 60);

    private static final String OPEN = """
            i.id, i.kind, i.due_on, i.group_id, coalesce(t.claimed - t.received - t.credited, i.total) as open,
            coalesce((select max(r.level) from reminder r
                      where r.tenant_id = i.tenant_id and r.invoice_id = i.id), 0) as reminded,
            (select min(d.channel) from dispatch d
             where d.tenant_id = i.tenant_id and d.invoice_id = i.id and d.document = 0) as channel
            """;
    private static final String UNPAID = "left join settlement t on t.tenant_id = i.tenant_id and t.invoice_id = i.id "
            + "left join offer_answer o on o.tenant_id = i.tenant_id and o.invoice_id = i.id ";
    private static final String IS_UNPAID = "((i.kind = ? and t.status <= ?) or (i.kind = ? and o.state = 0))";
    private static final String OF_MEMBERSHIPS = "select p.membership_id, s.type_id, " + OPEN
            + "from period p join membership s on s.tenant_id = p.tenant_id and s.id = p.membership_id "
            + "join invoice_line l on l.tenant_id = p.tenant_id and l.period_id = p.id "
            + "join invoice i on i.tenant_id = l.tenant_id and i.id = l.invoice_id " + UNPAID
            + "where p.tenant_id = ? and p.membership_id = any(?) and " + IS_UNPAID + " order by i.id, l.position";

    /** A family is billed together, so it is played together: with the first of its memberships. */
    private static final String FIRST_OF_FAMILY = "not exists (select 1 from family_member m "
            + "join family_member r on r.tenant_id = m.tenant_id and r.family_id = m.family_id "
            + "join membership e on e.tenant_id = r.tenant_id and e.member_id = r.member_id and e.group_id = s.group_id "
            + "and e.type_id = s.type_id where m.tenant_id = s.tenant_id and m.member_id = s.member_id and e.id < s.id)";

    @Inject
    Sql sql;

    @Inject
    MembershipStore memberships;

    @Inject
    FamilyStore families;

    /**
     * What one step plays.
     *
     * @param ordinal of the first document in it, counted on over all
     * @param last where the next step begins
     */
    record Chunk(List<Membership> memberships, List<PlayedDocument> documents, long ordinal, Optional<UUID> last) {}

    /** How many memberships there are in the subtree. */
    int count(String groupPath) {
        var criteria = Criteria.of("s").within("g.path", List.of(groupPath));
        return (int) sql.query(
                        "select count(*) as times from membership s join group_node g on g.tenant_id = s.tenant_id "
                                + "and g.id = s.group_id where " + criteria.where(),
                        row -> row.bigint("times"),
                        criteria.params())
                .get(0)
                .longValue();
    }

    /** The next memberships of the subtree with what is unpaid of theirs. */
    Chunk memberships(Simulation simulation, Map<MembershipTypeId, MembershipType> types) {
        var ids = ids(
                "membership s join group_node g on g.tenant_id = s.tenant_id and g.id = s.group_id",
                "s",
                simulation,
                FIRST_OF_FAMILY);
        var together = families.withFamilies(ids);
        var ordinal = (long) simulation.progress().done();
        var documents = new LinkedHashMap<UUID, PlayedDocument>();
        sql.query(
                OF_MEMBERSHIPS,
                row -> documents.merge(
                        row.uuid("id"),
                        read(row, simulation, policy(row, types), ordinal + documents.size()),
                        SimulationBook::together),
                unpaid(Tenancy.required(), Sql.uuids(together)));
        return new Chunk(
                memberships.byIds(together), List.copyOf(documents.values()), ordinal + documents.size(), last(ids));
    }

    /** The next unpaid documents of the subtree that bill no membership. */
    Chunk others(Simulation simulation) {
        var ids = ids(
                "invoice i join group_node g on g.tenant_id = i.tenant_id and g.id = i.group_id " + UNPAID,
                "i",
                simulation,
                IS_UNPAID + " and not exists (select 1 from invoice_line l where l.tenant_id = i.tenant_id "
                        + "and l.invoice_id = i.id and l.period_id is not null)",
                unpaid());
        var documents = new ArrayList<PlayedDocument>();
        sql.query(
                "select null::uuid as membership_id, " + OPEN + "from invoice i " + UNPAID
                        + "where i.tenant_id = ? and i.id = any(?) order by i.id",
                row -> documents.add(read(row, simulation, OTHERS, documents.size())),
                Tenancy.required(),
                Sql.uuids(ids));
        return new Chunk(List.of(), documents, documents.size(), last(ids));
    }

    private List<UUID> ids(String from, String alias, Simulation simulation, String condition, Object... params) {
        var criteria = Criteria.of(alias)
                .within("g.path", List.of(simulation.question().groupPath()))
                .and(condition, params)
                .and(alias + ".id > ?", simulation.progress().cursor());
        return sql.query(
                "select " + alias + ".id from " + from + " where " + criteria.where() + " order by " + alias
                        + ".id limit ?",
                row -> row.uuid("id"),
                criteria.params(CHUNK));
    }

    /** A family's invoice has a line for each. */
    private static PlayedDocument together(PlayedDocument one, PlayedDocument other) {
        var memberships = new ArrayList<>(one.memberships());
        memberships.addAll(other.memberships());
        return new PlayedDocument(
                one.document(),
                one.group(),
                one.channel(),
                memberships.stream().distinct().toList());
    }

    private static PlayedDocument read(Row row, Simulation simulation, DunningPolicy policy, long ordinal) {
        var dueOn = row.day("due_on");
        var tomorrow = simulation.question().today().plusDays(1);
        var paidOn = paidOn(simulation, ordinal, dueOn, tomorrow);
        var document = new OpenDocument(
                row.code("kind", InvoiceKind.class),
                dueOn,
                row.money("open"),
                policy,
                new OpenDocument.SoFar(row.integer("reminded"), false),
                paidOn);
        return new PlayedDocument(
                document.lapsedBy(simulation.question().today()),
                new GroupId(row.uuid("group_id")),
                row.optionalInteger("channel").map(code -> Codes.constant(Channel.class, code)),
                row.optionalUuid("membership_id").map(MembershipId::new).stream()
                        .toList());
    }

    private static Optional<LocalDate> paidOn(
            Simulation simulation, long ordinal, LocalDate dueOn, LocalDate tomorrow) {
        return OpenDocument.paidOn(simulation.pattern(), ordinal, dueOn, tomorrow);
    }

    private static DunningPolicy policy(Row row, Map<MembershipTypeId, MembershipType> types) {
        return row.optionalUuid("type_id")
                .flatMap(id -> Optional.ofNullable(types.get(new MembershipTypeId(id))))
                .map(type -> type.policies().dunning())
                .orElse(OTHERS);
    }

    private static Object[] unpaid(Object... before) {
        var params = new ArrayList<Object>(List.of(before));
        params.addAll(List.of(
                Codes.of(InvoiceKind.CLAIM), Codes.of(Settlement.Status.PARTLY_PAID), Codes.of(InvoiceKind.OFFER)));
        return params.toArray();
    }

    private static Optional<UUID> last(List<UUID> ids) {
        return ids.size() < CHUNK ? Optional.empty() : Optional.of(ids.get(ids.size() - 1));
    }
}
