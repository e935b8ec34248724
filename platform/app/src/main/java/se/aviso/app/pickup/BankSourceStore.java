package se.aviso.app.pickup;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalTime;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import se.aviso.app.tenancy.Codes;
import se.aviso.app.tenancy.Database;
import se.aviso.app.tenancy.Row;
import se.aviso.app.tenancy.Sql;
import se.aviso.app.tenant.Ids;
import se.aviso.pickup.Cadence;
import se.aviso.pickup.Expectation;

/** The sources of bank files: the installation's, so that no tenant stands in their rows. */
@ApplicationScoped
class BankSourceStore {
    private static final int MINUTES = 60;
    private static final int MOST = 200;
    private static final String ALARMS = "(select string_agg(a.kind || ' ' || a.since, ',' order by a.kind) from "
            + "(select kind, to_char(since at time zone 'UTC', 'YYYY-MM-DD\"T\"HH24:MI:SS.US\"Z\"') as since from bank_alarm "
            + "where source_id = s.id and ended_at is null) a) as alarms ";

    private static final String SOURCES = "select s.*, l.*, " + ALARMS
            + "from bank_source s join bank_look l on l.source_id = s.id where s.removed_at is null ";

    @Inject
    Database database;

    private Sql sql() {
        return Sql.untenanted(database); // they belong to the installation
    }

    /** All that are not removed: the two that are always there, then the servers by name. */
    List<BankSource> all() {
        return sql().query(SOURCES + "order by s.kind, s.name, s.id limit ?", BankSourceStore::read, MOST);
    }

    Optional<BankSource> find(UUID id) {
        return sql().one(SOURCES + "and s.id = ?", BankSourceStore::read, id);
    }

    /** The servers whose time to be looked at has come. */
    List<UUID> due(Instant now) {
        return sql().query(
                        "select source_id from bank_look where next_look_at <= ? order by next_look_at limit ?",
                        row -> row.uuid("source_id"),
                        now,
                        MOST);
    }

    UUID add(String name, Cadence cadence) {
        var id = Ids.next();
        sql().update(
                        "insert into bank_source (id, kind, name, every_minutes, hours) values (?, ?, ?, ?, ?)",
                        id,
                        Codes.of(SourceKind.SFTP),
                        name,
                        cadence.everyMinutes(),
                        hours(cadence));
        sql().update("insert into bank_look (source_id) values (?)", id);
        return id;
    }

    void change(UUID id, String name, Cadence cadence) {
        sql().update(
                        "update bank_source set name = ?, every_minutes = ?, hours = ?, version = version + 1 where id = ?",
                        name,
                        cadence.everyMinutes(),
                        hours(cadence),
                        id);
    }

    void remove(UUID id, Instant now) {
        sql().update("update bank_source set removed_at = ?, version = version + 1 where id = ?", now, id);
        lookAt(id, Optional.empty());
    }

    void expect(UUID id, Expectation expectation, Instant since) {
        sql().update(
                        "update bank_source set expected = ?, expected_by = ?, expected_since = ?, version = version + 1 "
                                + "where id = ?",
                        Codes.of(expectation.days()),
                        expectation.by().toSecondOfDay() / MINUTES,
                        since,
                        id);
    }

    /** When it is to be looked at next; nothing where not by itself. */
    void lookAt(UUID id, Optional<Instant> next) {
        sql().update("update bank_look set next_look_at = ? where source_id = ?", next, id);
    }

    /** Notes how a look went. */
    void looked(UUID id, Instant at, int found, Optional<LookFailure> failure) {
        sql().update(
                        "update bank_look set looked_at = ?, found = ?, failure = ?, "
                                + "failures = case when ?::text is null then 0 else failures + 1 end where source_id = ?",
                        at,
                        found,
                        failure.map(Enum::name),
                        failure.map(Enum::name),
                        id);
    }

    void came(UUID id, String file, Instant at) {
        sql().update("update bank_look set last_file = ?, last_file_at = ? where source_id = ?", file, at, id);
    }

    private static String hours(Cadence cadence) {
        return cadence.hours().stream().map(String::valueOf).collect(Collectors.joining(","));
    }

    private static BankSource read(Row row) {
        var look = new BankSource.Look(
                row.optionalInstant("looked_at"),
                row.optionalInstant("next_look_at"),
                row.integer("found"),
                row.optionalText("failure").map(LookFailure::valueOf),
                row.integer("failures"));
        var expectation = new Expectation(
                row.code("expected", Expectation.Days.class),
                LocalTime.ofSecondOfDay((long) row.integer("expected_by") * MINUTES));
        return new BankSource(
                row.uuid("id"),
                row.code("kind", SourceKind.class),
                row.text("name"),
                cadence(row.integer("every_minutes"), row.text("hours")),
                look,
                row.optionalText("last_file").map(name -> new BankSource.Last(name, row.instant("last_file_at"))),
                new BankSource.Expected(expectation, row.optionalInstant("expected_since")),
                row.optionalText("alarms").map(BankSourceStore::alarms).orElse(List.of()),
                row.bigint("version"));
    }

    private static Optional<Cadence> cadence(int minutes, String hours) {
        if (!hours.isEmpty()) {
            return Optional.of(Cadence.at(
                    Arrays.stream(hours.split(",", -1)).map(Integer::valueOf).toList()));
        }
        return minutes > 0 ? Optional.of(Cadence.every(minutes)) : Optional.empty();
    }

    private static List<BankSource.Alarm> alarms(String lines) {
        return Arrays.stream(lines.split(",", -1))
                .map(line -> line.split(" ", -1))
                .map(words -> new BankSource.Alarm(
                        Codes.constant(AlarmKind.class, Integer.parseInt(words[0])), Instant.parse(words[1])))
                .toList();
    }
}
