package se.aviso.app.audit;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import se.aviso.app.tenancy.Criteria;
import se.aviso.app.tenancy.Row;
import se.aviso.app.tenancy.Sql;
import se.aviso.app.tenancy.Tenancy;
import se.aviso.audit.Actor;
import se.aviso.audit.AuditEntry;
import se.aviso.audit.AuditEntry.Deed;
import se.aviso.audit.Seal;

/** The trail's entries, and the seal at its head. */
@ApplicationScoped
public class AuditStore {
    @Inject
    Sql sql;

    @Inject
    Clock clock;

    /** The newest entry's number and seal; 0 where there is none. */
    public record Head(long number, Seal seal) {}

    /** An entry with its seal and the names of who did it and where, as they are today. */
    public record Kept(AuditEntry entry, Seal seal, Optional<String> userName, Optional<String> groupName) {}

    /** Adds the deed at the end of the trail, which is locked until the transaction ends. */
    void append(Actor actor, Deed deed) {
        var head = lockHead();
        var number = head.number() + 1;
        var text = EntryText.write(new AuditEntry(number, clock.instant(), actor, deed));
        var seal = head.seal().next(text).bytes();
        var tenant = Tenancy.required();
        sql.update(
                "insert into audit_entry (tenant_id, number, text, seal) values (?, ?, ?, ?)",
                tenant,
                number,
                text,
                seal);
        sql.update("update audit_head set number = ?, seal = ? where tenant_id = ?", number, seal, tenant);
    }

    private Head lockHead() {
        var tenant = Tenancy.required();
        sql.update(
                "insert into audit_head (tenant_id, number, seal) values (?, 0, ?) on conflict do nothing",
                tenant,
                Seal.before(tenant).bytes());
        return sql.one("select number, seal from audit_head where tenant_id = ? for update", AuditStore::head, tenant)
                .orElseThrow();
    }

    /** Where the trail ends now. */
    Head head() {
        var tenant = Tenancy.required();
        return sql.one("select number, seal from audit_head where tenant_id = ?", AuditStore::head, tenant)
                .orElseGet(() -> new Head(0, Seal.before(tenant)));
    }

    /** The newest entries that the criteria on {@code a}, {@code g} and {@code u} hold for. */
    List<Kept> list(Criteria criteria, int most) {
        return sql.query(
                "select a.text, a.seal, u.name as user_name, g.name as group_name from audit_entry a "
                        + "left join app_user u on u.tenant_id = a.tenant_id and u.id = a.actor "
                        + "left join group_node g on g.tenant_id = a.tenant_id and g.id = a.group_id "
                        + "where " + criteria.where() + " order by a.number desc limit ?",
                row -> new Kept(
                        EntryText.read(row.text("text")),
                        Seal.of(row.bytes("seal")),
                        row.optionalText("user_name"),
                        row.optionalText("group_name")),
                criteria.params(most));
    }

    private static Head head(Row row) {
        return new Head(row.bigint("number"), Seal.of(row.bytes("seal")));
    }
}
