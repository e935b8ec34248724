package se.aviso.app.invoice;

import com.fasterxml.jackson.core.type.TypeReference;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import se.aviso.app.tenancy.Criteria;
import se.aviso.app.tenancy.Row;
import se.aviso.app.tenancy.Sql;
import se.aviso.app.tenancy.Tenancy;
import se.aviso.app.web.Cursor;
import se.aviso.app.web.Json;
import se.aviso.app.web.PageRequest;
import se.aviso.kernel.GroupId;
import se.aviso.kernel.MemberId;

/** Invoices that are being written, read and written in sets. */
@ApplicationScoped
public class SketchStore {
    private static final TypeReference<List<DraftLine>> LINES = new TypeReference<>() {};

    @Inject
    Sql sql;

    @Inject
    Clock clock;

    /** A draft as a list shows it. */
    public record Listed(InvoiceSketch sketch, String memberName, long memberNumber, String groupName) {}

    void add(InvoiceSketch sketch) {
        addAll(List.of(sketch));
    }

    void addAll(List<InvoiceSketch> sketches) {
        sql.update(
                "insert into invoice_draft (tenant_id, changed_at, id, batch_id, group_id, member_id, due_on, lines) "
                        + "select ?, ?::timestamptz, u.id, u.batch, u.grp, u.member, u.due_on, u.lines::jsonb from "
                        + "unnest(?::uuid[], ?::uuid[], ?::uuid[], ?::uuid[], ?::date[], ?::text[]) "
                        + "u(id, batch, grp, member, due_on, lines)",
                Tenancy.required(),
                clock.instant(),
                Sql.uuids(sketches.stream().map(InvoiceSketch::id).toList()),
                Sql.uuids(nullable(sketches, InvoiceSketch::batch)),
                Sql.uuids(sketches.stream().map(each -> each.group().value()).toList()),
                Sql.uuids(sketches.stream().map(each -> each.member().value()).toList()),
                Sql.dates(nullable(sketches, InvoiceSketch::dueOn)),
                Sql.texts(sketches.stream().map(each -> lines(each.lines())).toList()));
    }

    /** Writes the same lines to each member of a set, in one statement. */
    int addFor(InvoiceSketch model, Collection<UUID> members, Collection<UUID> ids) {
        return sql.update(
                "insert into invoice_draft (tenant_id, changed_at, batch_id, group_id, due_on, lines, id, member_id) "
                        + "select ?, ?::timestamptz, ?::uuid, ?::uuid, ?::date, ?::jsonb, u.* "
                        + "from unnest(?::uuid[], ?::uuid[]) u",
                Tenancy.required(),
                clock.instant(),
                model.batch(),
                model.group().value(),
                model.dueOn(),
                lines(model.lines()),
                Sql.uuids(ids),
                Sql.uuids(members));
    }

    void change(InvoiceSketch sketch) {
        sql.update(
                "update invoice_draft set group_id = ?, member_id = ?, due_on = ?, lines = ?::jsonb, changed_at = ?, "
                        + "version = version + 1 where tenant_id = ? and id = ?",
                sketch.group().value(),
                sketch.member().value(),
                sketch.dueOn(),
                lines(sketch.lines()),
                clock.instant(),
                Tenancy.required(),
                sketch.id());
    }

    /** The draft of that id, if the tenant has it. */
    public Optional<InvoiceSketch> find(UUID id) {
        return sql.one(
                "select * from invoice_draft where tenant_id = ? and id = ?",
                SketchStore::read,
                Tenancy.required(),
                id);
    }

    /** Those of the drafts that are not issued yet, locked until commit. */
    List<InvoiceSketch> locked(Collection<UUID> ids) {
        return sql.query(
                "select * from invoice_draft where tenant_id = ? and id = any(?) order by id for update",
                SketchStore::read,
                Tenancy.required(),
                Sql.uuids(ids));
    }

    /** Those of the drafts that are not issued yet. */
    List<InvoiceSketch> byIds(Collection<UUID> ids) {
        return sql.query(
                "select * from invoice_draft where tenant_id = ? and id = any(?) order by id",
                SketchStore::read,
                Tenancy.required(),
                Sql.uuids(ids));
    }

    /** The drafts of a batch, by id, behind the given one. */
    List<InvoiceSketch> ofBatch(UUID batch, UUID after, int most) {
        return sql.query(
                "select * from invoice_draft where tenant_id = ? and batch_id = ? and id > ? order by id limit ?",
                SketchStore::read,
                Tenancy.required(),
                batch,
                after,
                most);
    }

    void drop(Collection<UUID> ids) {
        sql.update("delete from invoice_draft where tenant_id = ? and id = any(?)", Tenancy.required(), Sql.uuids(ids));
    }

    /** Drafts of subtrees that were written one by one, the newest first. */
    List<Listed> page(Collection<String> roots, Optional<UUID> member, PageRequest page) {
        var criteria = Criteria.of("d")
                .within("g.path", roots)
                .and("d.batch_id is null")
                .and("d.member_id = ?", member)
                .and("d.id < ?", page.after().map(Cursor::id));
        return sql.query(
                "select d.*, m.given_name, m.family_name, m.number, g.name as group_name from invoice_draft d "
                        + "join group_node g on g.tenant_id = d.tenant_id and g.id = d.group_id "
                        + "join member m on m.tenant_id = d.tenant_id and m.id = d.member_id where "
                        + criteria.where() + " order by d.id desc limit ?",
                row -> new Listed(
                        read(row),
                        row.text("given_name") + " " + row.text("family_name"),
                        row.bigint("number"),
                        row.text("group_name")),
                criteria.params(page.limitAndOne()));
    }

    /** Where the members have memberships, as paths of groups. */
    Map<UUID, Set<String>> places(Collection<UUID> members) {
        var places = new HashMap<UUID, Set<String>>();
        sql.query(
                "select distinct s.member_id, g.path from membership s "
                        + "join group_node g on g.tenant_id = s.tenant_id and g.id = s.group_id "
                        + "where s.tenant_id = ? and s.member_id = any(?)",
                row -> places.computeIfAbsent(row.uuid("member_id"), id -> new HashSet<>())
                        .add(row.text("path")),
                Tenancy.required(),
                Sql.uuids(members));
        return places;
    }

    private static <T> List<@Nullable T> nullable(
            List<InvoiceSketch> sketches, Function<InvoiceSketch, Optional<T>> column) {
        var values = new ArrayList<@Nullable T>();
        sketches.forEach(each -> values.add(column.apply(each).orElse(null)));
        return values;
    }

    private static String lines(List<DraftLine> lines) {
        return Json.write(lines.stream().map(DraftLine::asked).toList());
    }

    private static InvoiceSketch read(Row row) {
        return new InvoiceSketch(
                row.uuid("id"),
                row.optionalUuid("batch_id"),
                new GroupId(row.uuid("group_id")),
                new MemberId(row.uuid("member_id")),
                row.optionalDay("due_on"),
                Json.read(row.text("lines"), LINES),
                row.bigint("version"));
    }
}
