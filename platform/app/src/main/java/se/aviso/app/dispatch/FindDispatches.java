package se.aviso.app.dispatch;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import se.aviso.access.Permission;
import se.aviso.app.security.Caller;
import se.aviso.app.tenancy.Codes;
import se.aviso.app.tenancy.Criteria;
import se.aviso.app.tenancy.Planner;
import se.aviso.app.tenancy.Row;
import se.aviso.app.tenancy.Sql;
import se.aviso.app.tenancy.Tenancy;
import se.aviso.app.web.Cursor;
import se.aviso.app.web.PageRequest;
import se.aviso.dispatch.Channel;
import se.aviso.dispatch.DispatchState;

/** What was sent, by state, newest first. */
@ApplicationScoped
@Transactional
public class FindDispatches {
    private static final String FROM = " from dispatch d "
            + "join invoice i on i.tenant_id = d.tenant_id and i.id = d.invoice_id "
            + "join group_node g on g.tenant_id = i.tenant_id and g.id = i.group_id "
            + "join member m on m.tenant_id = i.tenant_id and m.id = i.member_id where ";

    /** No state of a list is counted further: nobody reads the difference, and a great tenant has millions. */
    public static final int COUNTED = 1000;

    /** So far the counts by channel and state go. */
    private static final int COUNTED_BY_CHANNEL = 100_000;

    private static final String STATES = Stream.of(DispatchState.values())
            .map(state -> Integer.toString(Codes.of(state)))
            .collect(Collectors.joining(", ", "unnest(array[", "]::smallint[]) s(state)"));

    /** Nobody is named where they are counted. */
    private static final String UNNAMED = " from dispatch d "
            + "join invoice i on i.tenant_id = d.tenant_id and i.id = d.invoice_id "
            + "join group_node g on g.tenant_id = i.tenant_id and g.id = i.group_id where ";

    @Inject
    Sql sql;

    @Inject
    Planner planner;

    @Inject
    Caller caller;

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

    /**
     * What is looked for; all of it must hold.
     *
     * @param run the run that queued it
     */
    public record Wanted(
            Optional<DispatchState> state,
            Optional<Channel> channel,
            Optional<DispatchDocument> document,
            Optional<UUID> run,
            Optional<String> group) {}

    /**
     * A dispatch as a list shows it.
     *
     * @param number of the invoice
     * @param recipient the member's name. Personal data: never logged
     */
    public record Listed(Seen seen, String number, String recipient, String groupName) {}

    /** What went to the members of the caller's subtrees, the newest first. */
    public List<Listed> page(Wanted wanted, PageRequest page) {
        var criteria = visible(wanted)
                .and("d.id < ?", page.after().map(Cursor::id))
                .and("d.state = ?", wanted.state().map(Codes::of));
        return listed(criteria, page.limitAndOne());
    }

    /** One dispatch to a member of those subtrees. */
    Optional<Listed> one(UUID id, List<String> groupPaths) {
        var criteria = Criteria.of("d").within("g.path", groupPaths).and("d.id = ?", Optional.of(id));
        return listed(criteria, 1).stream().findFirst();
    }

    private List<Listed> listed(Criteria criteria, int limit) {
        return sql.query(
                "select d.*, i.number, m.given_name, m.family_name, g.name as group_name" + FROM + criteria.where()
                        + " order by d.id desc limit ?",
                row -> new Listed(
                        read(row),
                        Long.toString(row.bigint("number")),
                        row.text("given_name") + " " + row.text("family_name"),
                        row.text("group_name")),
                criteria.params(limit));
    }

    /** How many of what is looked for there are in each state, whichever of them is wanted; to {@link #COUNTED}. */
    public Map<DispatchState, Long> tally(Wanted wanted) {
        planner.forSearch();
        var counts = new EnumMap<DispatchState, Long>(DispatchState.class);
        var criteria = visible(wanted).and("d.channel = any(?)", Sql.codes(List.of(Channel.values())));
        sql.query(
                "select s.state, x.times from " + STATES + " cross join lateral (select count(*) as times "
                        + "from (select 1" + UNNAMED + criteria.where() + " and d.state = s.state limit " + COUNTED
                        + ") y) x where x.times > 0",
                row -> counts.put(row.code("state", DispatchState.class), row.bigint("times")),
                criteria.params());
        planner.asUsual();
        return counts;
    }

    private Criteria visible(Wanted wanted) {
        var criteria = Criteria.of("d").within("g.path", caller.pathsFor(Permission.DISPATCH_READ));
        wanted.group().ifPresent(path -> criteria.within("g.path", List.of(path)));
        return narrowed(criteria, wanted);
    }

    private static Criteria narrowed(Criteria criteria, Wanted wanted) {
        return criteria.and("d.channel = ?", wanted.channel().map(Codes::of))
                .and("d.document = ?", wanted.document().map(Codes::of))
                .and("d.run_id = ?", wanted.run());
    }

    /** Those that are looked for, in the whole tree, the newest first, before the given one. */
    public List<Seen> newest(Wanted wanted, Optional<UUID> before, int limit) {
        var criteria = narrowed(Criteria.of("d"), wanted)
                .and("d.id < ?", before)
                .and("d.state = ?", wanted.state().map(Codes::of));
        return sql.query(
                "select d.* from dispatch d where " + criteria.where() + " order by d.id desc limit ?",
                FindDispatches::read,
                criteria.params(limit));
    }

    /** How many there are in each state, by channel; each counted to a hundred thousand. */
    public Map<String, Long> counts() {
        var counts = new TreeMap<String, Long>();
        sql.query(
                "select c.channel, s.state, x.times from unnest(?::smallint[]) c(channel) "
                        + "cross join " + STATES + " cross join lateral (select count(*) as times from "
                        + "(select 1 from dispatch d where d.tenant_id = ? and d.channel = c.channel and d.state = s.state "
                        + "limit " + COUNTED_BY_CHANNEL + ") y) x where x.times > 0",
                row -> counts.put(
                        row.code("channel", Channel.class) + " " + row.code("state", DispatchState.class),
                        row.bigint("times")),
                Sql.codes(List.of(Channel.values())),
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
