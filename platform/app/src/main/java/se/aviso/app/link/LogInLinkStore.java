package se.aviso.app.link;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import se.aviso.app.tenancy.Row;
import se.aviso.app.tenancy.Sql;
import se.aviso.app.tenancy.Tenancy;
import se.aviso.link.AskedFor;
import se.aviso.link.LinkLife;
import se.aviso.link.LinkSecret;

/** Who asked for links to log in, and the links that were sent; of a secret the hash alone. */
@ApplicationScoped
class LogInLinkStore {
    @Inject
    Sql sql;

    /** Somebody who waits for a mail. */
    record Waiting(UUID id, AskedFor asked, Instant askedAt, int attempts) {}

    /** A link that was sent. Personal data: never logged. */
    record Sent(UUID id, String mailbox, LinkLife life) {}

    void add(UUID id, AskedFor asked, Instant now, Instant expiresAt) {
        sql.update(
                "insert into login_link (tenant_id, id, asked, asked_at, next_attempt_at, expires_at) "
                        + "values (?, ?, ?, ?, ?, ?)",
                Tenancy.required(),
                id,
                asked.text(),
                now,
                now,
                expiresAt);
    }

    /** Takes some who have waited long enough, so that no other worker takes them too. */
    List<Waiting> claim(int most, Instant now) {
        return sql.query(
                "select id, asked, asked_at, attempts from login_link where tenant_id = ? and next_attempt_at <= ? "
                        + "order by next_attempt_at, id limit ? for update skip locked",
                row -> new Waiting(
                        row.uuid("id"),
                        new AskedFor(row.text("asked")),
                        row.instant("asked_at"),
                        row.integer("attempts")),
                Tenancy.required(),
                now,
                most);
    }

    /** How many links of a mailbox hold. */
    long valid(String mailbox, Instant now) {
        return sql.query(
                        "select count(*) as times from login_link where tenant_id = ? and mailbox = ? "
                                + "and hash is not null and used_at is null and expires_at > ?",
                        row -> row.bigint("times"),
                        Tenancy.required(),
                        mailbox,
                        now)
                .get(0);
    }

    /** Notes the link that is being sent. */
    void sending(Waiting waiting, String mailbox, LinkSecret secret, Instant expiresAt) {
        sql.update(
                "update login_link set attempts = ?, next_attempt_at = null, mailbox = ?, hash = ?, expires_at = ? "
                        + "where tenant_id = ? and id = ?",
                waiting.attempts() + 1,
                mailbox,
                secret.hash(),
                expiresAt,
                Tenancy.required(),
                waiting.id());
    }

    /** The mail was not taken: its link is forgotten, and another is sent later. */
    void waitUntil(UUID id, Instant at) {
        sql.update(
                "update login_link set next_attempt_at = ?, hash = null, mailbox = null where tenant_id = ? and id = ?",
                at,
                Tenancy.required(),
                id);
    }

    void remove(UUID id) {
        sql.update("delete from login_link where tenant_id = ? and id = ?", Tenancy.required(), id);
    }

    Optional<Sent> bySecret(LinkSecret secret) {
        return sql.one(
                "select id, mailbox, expires_at, used_at from login_link where tenant_id = ? and hash = ?",
                LogInLinkStore::read,
                Tenancy.required(),
                secret.hash());
    }

    /**
     * Keeps others from all links of the mailbox, in one order so that no two wait for each other; answers this one.
     */
    Optional<Sent> lock(Sent sent) {
        return sql
                .query(
                        "select id, mailbox, expires_at, used_at from login_link where tenant_id = ? and mailbox = ? "
                                + "order by id for update",
                        LogInLinkStore::read,
                        Tenancy.required(),
                        sent.mailbox())
                .stream()
                .filter(locked -> locked.id().equals(sent.id()))
                .findFirst();
    }

    /** Uses up all links of a mailbox: who is in needs none of them. */
    void useUp(String mailbox, Instant now) {
        sql.update(
                "update login_link set used_at = ? where tenant_id = ? and mailbox = ? and used_at is null",
                now,
                Tenancy.required(),
                mailbox);
    }

    /** Removes those that have ended by then, and says how many. */
    int purge(Instant now) {
        return sql.update("delete from login_link where tenant_id = ? and expires_at <= ?", Tenancy.required(), now);
    }

    private static Sent read(Row row) {
        var life = new LinkLife(row.instant("expires_at"), row.optionalInstant("used_at"), Optional.empty());
        return new Sent(row.uuid("id"), row.text("mailbox"), life);
    }
}
