package se.aviso.app.dispatch;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import se.aviso.app.member.Channel;
import se.aviso.app.tenancy.Codes;
import se.aviso.app.tenancy.Row;
import se.aviso.app.tenancy.Sql;
import se.aviso.app.tenancy.Tenancy;

/** What was sent, by state, newest first. */
@ApplicationScoped
@Transactional
public class FindDispatches {
    @Inject
    Sql sql;

    /** A dispatch as the office sees it; no address. */
    public record Seen(
            UUID id,
            UUID invoiceId,
            DispatchDocument document,
            int level,
            Channel channel,
            DispatchState state,
            Instant changedAt,
            Optional<String> failure) {}

    /** At most so many, before the given one, of a state or of all. */
    public List<Seen> newest(Optional<DispatchState> state, UUID before, int limit) {
        return sql.query(
                "select * from dispatch where tenant_id = ? and id < ? and (?::smallint is null or state = ?::smallint) "
                        + "order by id desc limit ?",
                FindDispatches::read,
                Tenancy.required(),
                before,
                state.map(Codes::of),
                state.map(Codes::of),
                limit);
    }

    /** How many there are in each state, by channel. */
    public Map<String, Long> counts() {
        var counts = new TreeMap<String, Long>();
        sql.query(
                "select channel, state, count(*) as times from dispatch where tenant_id = ? group by channel, state",
                row -> counts.put(
                        row.code("channel", Channel.class) + " " + row.code("state", DispatchState.class),
                        row.bigint("times")),
                Tenancy.required());
        return counts;
    }

    private static Seen read(Row row) {
        return new Seen(
                row.uuid("id"),
                row.uuid("invoice_id"),
                row.code("document", DispatchDocument.class),
                row.integer("level"),
                row.code("channel", Channel.class),
                row.code("state", DispatchState.class),
                row.instant("changed_at"),
                row.optionalText("failure"));
    }
}
