package se.aviso.app.wording;

import com.fasterxml.jackson.core.type.TypeReference;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import se.aviso.app.document.DocumentData;
import se.aviso.app.document.Drawing;
import se.aviso.app.document.OwnPage;
import se.aviso.app.tenancy.Row;
import se.aviso.app.tenancy.Sql;
import se.aviso.app.tenancy.Tenancy;
import se.aviso.app.tenant.Ids;
import se.aviso.app.web.Json;
import se.aviso.kernel.GroupId;

/** The versions of pages that groups have drawn themselves; none is ever changed. */
@ApplicationScoped
public class TemplateStore {
    private static final TypeReference<Map<String, String>> PAGES = new TypeReference<>() {};
    private static final String DRAWING = "id, group_id, ordinal, look, html, css";

    @Inject
    Sql sql;

    @Inject
    Clock clock;

    /** A version as its author wrote it, and which one of its group's it is, counted from 1. */
    public record Numbered(UUID id, GroupId group, int ordinal, Drawing drawing) {}

    /** The newest version of each of the groups that has one. */
    public Map<GroupId, Numbered> newest(Collection<GroupId> of) {
        var newest = new HashMap<GroupId, Numbered>();
        sql.query(
                        "select distinct on (group_id) " + DRAWING + " from own_template where tenant_id = ? "
                                + "and group_id = any(?) order by group_id, ordinal desc",
                        TemplateStore::read,
                        Tenancy.required(),
                        Sql.uuids(of, GroupId::value))
                .forEach(each -> newest.put(each.group(), each));
        return newest;
    }

    /**
     * What is known of a version without its drawing, which may be long.
     *
     * @param length of HTML and CSS, in signs
     */
    public record Known(UUID id, int ordinal, DocumentData.Look look, int length, Instant madeAt) {}

    /** The versions of a group, the newest first. */
    public List<Known> history(GroupId group, long before, int most) {
        return sql.query(
                "select id, ordinal, look, char_length(html) + char_length(css) as length, made_at from own_template "
                        + "where tenant_id = ? and group_id = ? and ordinal < ? order by ordinal desc limit ?",
                row -> new Known(
                        row.uuid("id"),
                        row.integer("ordinal"),
                        DocumentData.Look.valueOf(row.text("look")),
                        row.integer("length"),
                        row.instant("made_at")),
                Tenancy.required(),
                group.value(),
                before,
                most);
    }

    /** One version of a group. */
    public Optional<Numbered> version(GroupId group, long ordinal) {
        return sql.one(
                "select " + DRAWING + " from own_template where tenant_id = ? and group_id = ? and ordinal = ?",
                TemplateStore::read,
                Tenancy.required(),
                group.value(),
                ordinal);
    }

    /** The pages of those ids, ready to be written on. */
    public Map<UUID, OwnPage> pages(Collection<UUID> ids) {
        var pages = new HashMap<UUID, OwnPage>();
        if (!ids.isEmpty()) {
            sql.query(
                    "select id, look, pages, sheet from own_template where tenant_id = ? and id = any(?)",
                    row -> pages.put(row.uuid("id"), page(row)),
                    Tenancy.required(),
                    Sql.uuids(ids));
        }
        return pages;
    }

    /** Adds the next version. */
    public void add(GroupId group, int ordinal, Drawing drawing, OwnPage page) {
        sql.update(
                "insert into own_template (tenant_id, id, group_id, ordinal, look, html, css, pages, sheet, made_at) "
                        + "values (?, ?, ?, ?, ?, ?, ?, ?::jsonb, ?, ?)",
                Tenancy.required(),
                Ids.next(),
                group.value(),
                ordinal,
                drawing.look().name(),
                drawing.html(),
                drawing.css(),
                Json.write(page.pages()),
                page.sheet(),
                clock.instant());
    }

    private static OwnPage page(Row row) {
        return new OwnPage(
                Optional.of(row.uuid("id")),
                DocumentData.Look.valueOf(row.text("look")),
                Json.read(row.text("pages"), PAGES),
                row.text("sheet"));
    }

    private static Numbered read(Row row) {
        return new Numbered(
                row.uuid("id"),
                new GroupId(row.uuid("group_id")),
                row.integer("ordinal"),
                new Drawing(DocumentData.Look.valueOf(row.text("look")), row.text("html"), row.text("css")));
    }
}
