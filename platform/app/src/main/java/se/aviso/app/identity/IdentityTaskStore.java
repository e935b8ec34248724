package se.aviso.app.identity;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import se.aviso.app.tenancy.Codes;
import se.aviso.app.tenancy.Row;
import se.aviso.app.tenancy.Sql;
import se.aviso.app.tenancy.Tenancy;
import se.aviso.app.tenant.Ids;

/** The outbox to the identity provider. */
@ApplicationScoped
public class IdentityTaskStore {
    @Inject
    Sql sql;

    @Inject
    Clock clock;

    /** What became of a task; one that waits again does so until {@code dueAt}. */
    record Outcome(UUID id, TaskState state, int failures, Optional<TaskFailure> failure, Instant dueAt) {}

    /** Adds a task that is due now; false where the same waits already. */
    boolean add(TaskKind kind, Optional<UUID> user, Optional<String> link) {
        var now = clock.instant();
        return sql.update(
                        "insert into identity_task (tenant_id, id, kind, user_id, link, state, due_at, created_at, "
                                + "changed_at) values (?, ?, ?, ?, ?, ?, ?, ?, ?) on conflict do nothing",
                        Tenancy.required(),
                        Ids.next(),
                        Codes.of(kind),
                        user,
                        link,
                        Codes.of(TaskState.WAITING),
                        now,
                        now,
                        now)
                == 1;
    }

    /** The state of the latest task of that kind, of that user where one is meant. */
    Optional<TaskState> latest(TaskKind kind, Optional<UUID> user) {
        return sql.one(
                "select state from identity_task where tenant_id = ? and kind = ? and user_id is not distinct from ? "
                        + "order by id desc limit 1",
                row -> row.code("state", TaskState.class),
                Tenancy.required(),
                Codes.of(kind),
                user);
    }

    /** Takes tasks that are due, so that no other worker takes them too. */
    List<IdentityTask> claim(int most) {
        var taken = sql.query(
                "select i.id, i.kind, i.link, i.failures, i.user_id, t.slug, t.name as tenant_name, u.name, u.email, "
                        + "u.subject from identity_task i join tenant t on t.id = i.tenant_id "
                        + "left join app_user u on u.tenant_id = i.tenant_id and u.id = i.user_id "
                        + "where i.tenant_id = ? and i.state = ? and i.due_at <= ? order by i.due_at, i.id limit ? "
                        + "for update of i skip locked",
                IdentityTaskStore::read,
                Tenancy.required(),
                Codes.of(TaskState.WAITING),
                clock.instant(),
                most);
        sql.update(
                "update identity_task set state = ?, changed_at = ? where tenant_id = ? and id = any(?)",
                Codes.of(TaskState.WORKING),
                clock.instant(),
                Tenancy.required(),
                Sql.uuids(taken, IdentityTask::id));
        return taken;
    }

    /** Notes what became of a task that a worker has; whose account has left is not named any more. */
    void record(Outcome outcome) {
        sql.update(
                "update identity_task set state = ?, failures = ?, failure = ?, due_at = ?, changed_at = ?, "
                        + "link = case when kind = ? and ? then null else link end where tenant_id = ? and id = ? and state = ?",
                Codes.of(outcome.state()),
                outcome.failures(),
                outcome.failure().map(Codes::of),
                outcome.dueAt(),
                clock.instant(),
                Codes.of(TaskKind.FAREWELL),
                outcome.state() == TaskState.DONE,
                Tenancy.required(),
                outcome.id(),
                Codes.of(TaskState.WORKING));
    }

    /** What a dead node left in the middle is done again: whatever is done may be done twice. */
    int recover(Duration olderThan) {
        var now = clock.instant();
        return sql.update(
                "update identity_task set state = ?, changed_at = ? where tenant_id = ? and state = ? and changed_at < ?",
                Codes.of(TaskState.WAITING),
                now,
                Tenancy.required(),
                Codes.of(TaskState.WORKING),
                now.minus(olderThan));
    }

    private static IdentityTask read(Row row) {
        var person = row.optionalUuid("user_id")
                .map(id -> new IdentityTask.Person(
                        row.text("name"), row.optionalText("email"), row.optionalText("subject")));
        return new IdentityTask(
                row.uuid("id"),
                row.code("kind", TaskKind.class),
                new IdentityTask.Organisation(row.text("slug"), row.text("tenant_name")),
                person,
                row.optionalText("link"),
                row.integer("failures"));
    }
}
