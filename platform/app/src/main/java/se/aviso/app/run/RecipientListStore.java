package se.aviso.app.run;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import se.aviso.app.invoice.Foreseen;
import se.aviso.app.tenancy.Codes;
import se.aviso.app.tenancy.Criteria;
import se.aviso.app.tenancy.Row;
import se.aviso.app.tenancy.Sql;
import se.aviso.app.web.Cursor;
import se.aviso.app.web.PageRequest;
import se.aviso.dispatch.Channel;
import se.aviso.kernel.Money;

/** The recipients of a run as lists show them; where there was a preview, those that are blocked stand first. */
@ApplicationScoped
public class RecipientListStore {
    @Inject
    Sql sql;

    /** Which recipients are looked for; all of it must hold. */
    public record Wanted(
            Optional<RecipientState> state,
            Optional<Foreseen.Verdict> verdict,
            Optional<String> reason,
            Optional<UUID> groupId) {
        /** All of them. */
        public static final Wanted ALL =
                new Wanted(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());

        boolean isAboutPreview() {
            return verdict.isPresent();
        }
    }

    /**
     * A recipient.
     *
     * @param reason of its state, else of what was foreseen; the code of a text
     */
    public record Recipient(
            UUID subject, Whose whose, RecipientState state, Optional<String> reason, Optional<Foreseen> foreseen) {}

    /** The member and the group. The name is personal data: never logged. */
    public record Whose(UUID memberId, String memberName, UUID groupId, String groupName) {}

    List<Recipient> page(Run run, Wanted wanted, PageRequest page) {
        var previewed = run.progress().foreseen() > 0;
        var criteria = criteria(run, wanted);
        page.after().ifPresent(cursor -> behind(criteria, cursor, previewed));
        // a column of its own table leads the order, so that an index gives it
        var order = previewed ? "f.verdict, f.subject_id" : "r.subject_id";
        var from = previewed
                ? "run_forecast f join run_recipient r on r.tenant_id = f.tenant_id and r.run_id = f.run_id "
                        + "and r.subject_id = f.subject_id "
                : "run_recipient r left join run_forecast f on f.tenant_id = r.tenant_id and f.run_id = r.run_id "
                        + "and f.subject_id = r.subject_id ";
        return sql.query(
                "select r.subject_id, r.state, r.reason, f.verdict, f.reason as foreseen_reason, f.paper, f.channel, "
                        + "f.amount, m.id as member_id, m.given_name, m.family_name, g.id as group_id, "
                        + "g.name as group_name from " + from
                        + SubjectSql.join(run.kind().subject(), "r.tenant_id", "r.subject_id")
                        + " join member m on m.tenant_id = x.tenant_id and m.id = x.member_id"
                        + " join group_node g on g.tenant_id = x.tenant_id and g.id = x.group_id where "
                        + criteria.where() + " order by " + order + " limit ?",
                RecipientListStore::read,
                criteria.params(page.limitAndOne()));
    }

    /** Where the list goes on behind a recipient. */
    public static Cursor cursor(Recipient last) {
        var verdict = last.foreseen()
                .map(found -> Integer.toString(Codes.of(found.verdict())))
                .orElse("");
        return new Cursor(verdict, last.subject());
    }

    private static Criteria criteria(Run run, Wanted wanted) {
        var criteria = Criteria.of(run.progress().foreseen() > 0 ? "f" : "r")
                .and("r.run_id = ?", run.id().value())
                .and("r.state = ?", wanted.state().map(Codes::of))
                .and("f.verdict = ?", wanted.verdict().map(Codes::of))
                .and("x.group_id = ?", wanted.groupId())
                .and(wanted.isAboutPreview() ? "f.reason = ?" : "r.reason = ?", wanted.reason());
        if (run.progress().foreseen() > 0) {
            criteria.and("f.run_id = ?", run.id().value());
        }
        return criteria;
    }

    private static void behind(Criteria criteria, Cursor cursor, boolean previewed) {
        if (previewed) {
            criteria.and("(f.verdict, f.subject_id) > (?::smallint, ?)", (int) cursor.number(), cursor.id());
        } else {
            criteria.and("r.subject_id > ?", cursor.id());
        }
    }

    private static Recipient read(Row row) {
        var whose = new Whose(
                row.uuid("member_id"),
                row.text("given_name") + " " + row.text("family_name"),
                row.uuid("group_id"),
                row.text("group_name"));
        var foreseen = row.optionalInteger("verdict").map(code -> foreseen(code, row));
        return new Recipient(
                row.uuid("subject_id"),
                whose,
                row.code("state", RecipientState.class),
                row.optionalText("reason").or(() -> foreseen.flatMap(Foreseen::reason)),
                foreseen);
    }

    private static Foreseen foreseen(int verdict, Row row) {
        var paper = row.optionalInteger("paper")
                .map(code -> new Foreseen.Paper(
                        Codes.constant(Foreseen.Kind.class, code),
                        row.optionalInteger("channel").map(channel -> Codes.constant(Channel.class, channel)),
                        Money.ore(row.bigint("amount"))));
        return new Foreseen(
                row.uuid("subject_id"),
                Codes.constant(Foreseen.Verdict.class, verdict),
                row.optionalText("foreseen_reason"),
                paper);
    }
}
