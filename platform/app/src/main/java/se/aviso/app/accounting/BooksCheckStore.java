package se.aviso.app.accounting;

import com.fasterxml.jackson.core.type.TypeReference;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import se.aviso.app.tenancy.Row;
import se.aviso.app.tenancy.Sql;
import se.aviso.app.tenancy.Tenancy;
import se.aviso.app.tenant.Ids;
import se.aviso.app.web.Json;
import se.aviso.invariant.Check;

/** The examinations of the tenant's books, and what they found. */
@ApplicationScoped
public class BooksCheckStore {
    private static final int EXAMPLES = 5;
    private static final int KEPT = 400;
    private static final TypeReference<List<Finding>> FINDINGS = new TypeReference<>() {};
    private static final TypeReference<Map<String, Object>> ROW = new TypeReference<>() {};

    @Inject
    Sql sql;

    @Inject
    Clock clock;

    /**
     * An invariant that does not hold.
     *
     * @param proves what would hold
     * @param offBy by how much in all, in hundredths of the currency; none where the check cannot say
     * @param rows the first of the rows that break it: ids, days and amounts, nothing of persons
     */
    public record Finding(
            String check, String proves, long violations, Optional<Long> offBy, List<Map<String, Object>> rows) {}

    /** An examination; without an end it is under way, and without one who wished it the night's. */
    public record Examined(
            UUID id,
            Instant wishedAt,
            Optional<String> wishedBy,
            Optional<Instant> endedAt,
            int checks,
            int failed,
            long violations,
            List<Finding> findings) {
        /** True when all that was asked holds. */
        public boolean well() {
            return failed == 0;
        }
    }

    private record Broken(Map<String, Object> row, long violations, Optional<Long> offBy) {}

    /** Notes that the books are to be examined; by whom, if anybody wished it. */
    UUID wish(Optional<String> by) {
        var id = Ids.next();
        sql.update(
                "insert into books_check (tenant_id, id, wished_at, wished_by) values (?, ?, ?, ?)",
                Tenancy.required(),
                id,
                clock.instant(),
                by);
        return id;
    }

    /** The oldest that is under way. */
    Optional<UUID> underWay() {
        return sql
                .query(
                        "select id from books_check where tenant_id = ? and ended_at is null order by id limit 1",
                        row -> row.uuid("id"),
                        Tenancy.required())
                .stream()
                .findFirst();
    }

    /** True when one was wished since then. */
    boolean wishedSince(Instant then) {
        return newest(1).stream().anyMatch(last -> !last.wishedAt().isBefore(then));
    }

    /** The newest, whatever came of them. */
    public List<Examined> newest(int most) {
        return sql.query(
                "select * from books_check where tenant_id = ? order by id desc limit ?",
                BooksCheckStore::examined,
                Tenancy.required(),
                most);
    }

    /** One of them. */
    Optional<Examined> find(UUID id) {
        return sql.one(
                "select * from books_check where tenant_id = ? and id = ?",
                BooksCheckStore::examined,
                Tenancy.required(),
                id);
    }

    /** The last that came to its end. */
    public Optional<Examined> last() {
        return sql
                .query(
                        "select * from books_check where tenant_id = ? and ended_at is not null order by id desc limit 1",
                        BooksCheckStore::examined,
                        Tenancy.required())
                .stream()
                .findFirst();
    }

    /** Asks a check; nothing where it holds. */
    Optional<Finding> ask(Check check) {
        var broken = sql.query(
                "select to_jsonb(q)::text as broken, count(*) over () as violations, "
                        + "sum(abs((to_jsonb(q) ->> 'off_by')::numeric)) over () as off_by from (" + check.query()
                        + "\n) q limit ?",
                row -> new Broken(
                        Json.read(row.text("broken"), ROW), row.bigint("violations"), row.optionalBigint("off_by")),
                EXAMPLES);
        return broken.stream()
                .findFirst()
                .map(first -> new Finding(
                        check.name(),
                        check.proves(),
                        first.violations(),
                        first.offBy(),
                        broken.stream().map(Broken::row).toList()));
    }

    /** Notes what was found; examinations of more than a year ago are let go of. */
    void end(UUID id, int checks, List<Finding> findings) {
        sql.update(
                "update books_check set ended_at = ?, checks = ?, failed = ?, violations = ?, findings = ?::jsonb "
                        + "where tenant_id = ? and id = ?",
                clock.instant(),
                checks,
                findings.size(),
                findings.stream().mapToLong(Finding::violations).sum(),
                Json.write(findings),
                Tenancy.required(),
                id);
        sql.update(
                "delete from books_check where tenant_id = ? and id < (select min(k.id::text)::uuid from "
                        + "(select id from books_check where tenant_id = ? order by id desc limit ?) k)",
                Tenancy.required(),
                Tenancy.required(),
                KEPT);
    }

    private static Examined examined(Row row) {
        return new Examined(
                row.uuid("id"),
                row.instant("wished_at"),
                row.optionalText("wished_by"),
                row.optionalInstant("ended_at"),
                row.integer("checks"),
                row.integer("failed"),
                row.bigint("violations"),
                Json.read(row.text("findings"), FINDINGS));
    }
}
