package se.aviso.app.invoice;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import se.aviso.app.tenancy.Codes;
import se.aviso.app.tenancy.Row;
import se.aviso.app.tenancy.Sql;
import se.aviso.app.tenancy.Tenancy;
import se.aviso.link.InvoiceLinkPurpose;
import se.aviso.link.LinkLife;
import se.aviso.link.LinkSecret;

/** The links to invoices; of a secret the hash alone. */
@ApplicationScoped
public class InvoiceLinkStore {
    private static final int MOST = 100;

    @Inject
    Sql sql;

    /** A link that is added. */
    record Fresh(UUID id, UUID invoice, InvoiceLinkPurpose purpose, LinkSecret secret, Instant expiresAt) {}

    /** A link of an invoice, and for how long it holds. */
    record Kept(InvoiceLink link, UUID invoice, LinkLife life) {}

    /** Adds links; each takes the place of the one that its invoice had for the purpose. */
    void replace(List<Fresh> links, Instant now) {
        sql.update(
                "update invoice_link l set revoked_at = ? from unnest(?::uuid[], ?::smallint[]) u(invoice, purpose) "
                        + "where l.tenant_id = ? and l.invoice_id = u.invoice and l.purpose = u.purpose "
                        + "and l.revoked_at is null",
                now,
                Sql.uuids(links, Fresh::invoice),
                Sql.smallints(links, link -> Codes.of(link.purpose())),
                Tenancy.required());
        sql.update(
                "insert into invoice_link (tenant_id, made_at, id, invoice_id, purpose, hash, expires_at) "
                        + "select ?, ?::timestamptz, u.* from unnest(?::uuid[], ?::uuid[], ?::smallint[], ?::bytea[], "
                        + "?::timestamptz[]) u",
                Tenancy.required(),
                now,
                Sql.uuids(links, Fresh::id),
                Sql.uuids(links, Fresh::invoice),
                Sql.smallints(links, link -> Codes.of(link.purpose())),
                Sql.byteas(links.stream().map(link -> link.secret().hash()).toList()),
                Sql.instants(links.stream().map(Fresh::expiresAt).toList()));
    }

    /** The link of that secret. */
    Optional<Kept> bySecret(LinkSecret secret) {
        return sql.one(
                "select * from invoice_link where tenant_id = ? and hash = ?",
                InvoiceLinkStore::read,
                Tenancy.required(),
                secret.hash());
    }

    /** The links of an invoice, the newest first. */
    List<Kept> of(UUID invoice) {
        return sql.query(
                "select * from invoice_link where tenant_id = ? and invoice_id = ? order by id desc limit " + MOST,
                InvoiceLinkStore::read,
                Tenancy.required(),
                invoice);
    }

    void noteUse(UUID id, Instant now) {
        sql.update(
                "update invoice_link set last_used_at = ? where tenant_id = ? and id = ?", now, Tenancy.required(), id);
    }

    /** Takes a link back; true when it was not before. */
    boolean revoke(UUID id, Instant now) {
        return sql.update(
                        "update invoice_link set revoked_at = ? where tenant_id = ? and id = ? and revoked_at is null",
                        now,
                        Tenancy.required(),
                        id)
                == 1;
    }

    /** Removes those that have ended by then, and says how many. */
    int purge(Instant now) {
        return sql.update("delete from invoice_link where tenant_id = ? and expires_at <= ?", Tenancy.required(), now);
    }

    private static Kept read(Row row) {
        var link = new InvoiceLink(
                row.uuid("id"),
                row.code("purpose", InvoiceLinkPurpose.class),
                row.instant("made_at"),
                row.instant("expires_at"),
                row.optionalInstant("last_used_at"));
        var life = new LinkLife(link.expiresAt(), Optional.empty(), row.optionalInstant("revoked_at"));
        return new Kept(link, row.uuid("invoice_id"), life);
    }
}
