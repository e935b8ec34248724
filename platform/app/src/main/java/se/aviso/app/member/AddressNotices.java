package se.aviso.app.member;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import se.aviso.app.tenancy.Sql;
import se.aviso.app.tenancy.Tenancy;
import se.aviso.app.tenant.Ids;
import se.aviso.link.FormerAddresses;

/**
 * The addresses that have been taken off a member and are still to be told so. Who takes one has it for a while; one
 * that was not sent meanwhile is taken again, for a day.
 */
@ApplicationScoped
@Transactional
public class AddressNotices {
    private static final Duration PAUSE = Duration.ofMinutes(10);
    private static final Duration PATIENCE = Duration.ofDays(1);

    @Inject
    Sql sql;

    @Inject
    Clock clock;

    /** An address and whom it was of. Personal data: never logged. */
    public record Notice(UUID id, String name, String address, String language) {}

    /** Notes what a change has taken away. */
    void note(Member before, Member after) {
        var now = clock.instant();
        for (var address : FormerAddresses.of(addresses(before), addresses(after))) {
            sql.update(
                    "insert into address_notice (tenant_id, id, member_id, name, address, language, asked_at,"
                            + " next_attempt_at) values (?, ?, ?, ?, ?, ?, ?, ?)",
                    Tenancy.required(),
                    Ids.next(),
                    before.id().value(),
                    before.name().given() + " " + before.name().family(),
                    address,
                    before.contact().language(),
                    now,
                    now);
        }
    }

    /** Some that are due, which nobody else has meanwhile; those whose time is over are forgotten. */
    public List<Notice> take(int most) {
        var now = clock.instant();
        sql.update(
                "delete from address_notice where tenant_id = ? and asked_at < ?",
                Tenancy.required(),
                now.minus(PATIENCE));
        var taken = sql.query(
                "select id, name, address, language from address_notice where tenant_id = ? and next_attempt_at <= ?"
                        + " order by next_attempt_at, id limit ? for update skip locked",
                row -> new Notice(row.uuid("id"), row.text("name"), row.text("address"), row.text("language")),
                Tenancy.required(),
                now,
                most);
        sql.update(
                "update address_notice set next_attempt_at = ? where tenant_id = ? and id = any(?)",
                now.plus(PAUSE),
                Tenancy.required(),
                Sql.uuids(taken, Notice::id));
        return taken;
    }

    /** It was sent, or will never be taken. */
    public void done(UUID id) {
        sql.update("delete from address_notice where tenant_id = ? and id = ?", Tenancy.required(), id);
    }

    private static List<String> addresses(Member member) {
        return Stream.concat(
                        member.contact().email().stream(), member.guardian().flatMap(Member.Guardian::email).stream())
                .toList();
    }
}
