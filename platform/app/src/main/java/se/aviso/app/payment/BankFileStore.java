package se.aviso.app.payment;

import com.fasterxml.jackson.core.type.TypeReference;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import se.aviso.app.tenancy.Codes;
import se.aviso.app.tenancy.Criteria;
import se.aviso.app.tenancy.Row;
import se.aviso.app.tenancy.Sql;
import se.aviso.app.tenancy.Tenancy;
import se.aviso.app.tenant.Ids;
import se.aviso.app.web.Json;
import se.aviso.kernel.GroupId;
import se.aviso.payment.EffectKind;
import se.aviso.payment.Effects;

/** The bank files of the tenant. */
@ApplicationScoped
public class BankFileStore {
    private static final TypeReference<List<EffectRow>> ROWS = new TypeReference<>() {};

    @Inject
    Sql sql;

    @Inject
    Clock clock;

    /** Notes a kept file; empty when the same bytes were noted before. */
    Optional<UUID> add(Vault.Kept kept, ImportBankFile.Handed handed) {
        var id = Ids.next();
        var added = sql.update(
                "insert into bank_file (tenant_id, id, vault_id, sha256, name, state, received_at, received_by, "
                        + "rehearsal, handed_by) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?) on conflict (tenant_id, sha256) where state <> 6 do nothing",
                Tenancy.required(),
                id,
                kept.id(),
                kept.sha256(),
                kept.name(),
                Codes.of(BankFileState.RECEIVED),
                clock.instant(),
                handed.by().name(),
                handed.rehearsal(),
                handed.by().user());
        return added == 1 ? Optional.of(id) : Optional.empty();
    }

    /** The file of that id. */
    public Optional<BankFileRecord> find(UUID id) {
        return sql.one(
                "select * from bank_file where tenant_id = ? and id = ?", BankFileStore::read, Tenancy.required(), id);
    }

    /** The file with those bytes that was not undone. */
    Optional<BankFileRecord> byHash(String sha256) {
        return sql.one(
                "select * from bank_file where tenant_id = ? and sha256 = ? and state <> 6",
                BankFileStore::read,
                Tenancy.required(),
                sha256);
    }

    /** The newest files that meet the criteria of {@code b}. */
    List<BankFileRecord> newest(Criteria criteria, int limit) {
        return sql.query(
                "select b.* from bank_file b where " + criteria.where() + " order by b.id desc limit ?",
                BankFileStore::read,
                criteria.params(limit));
    }

    /** On whose behalf the file is taken; nobody's where it came by itself. */
    Optional<UUID> handedBy(UUID id) {
        return sql.one(
                        "select handed_by from bank_file where tenant_id = ? and id = ?",
                        row -> row.optionalUuid("handed_by"),
                        Tenancy.required(),
                        id)
                .orElseThrow();
    }

    /** From now on it is taken on behalf of another. */
    void handedBy(UUID id, Optional<UUID> user) {
        sql.update("update bank_file set handed_by = ? where tenant_id = ? and id = ?", user, Tenancy.required(), id);
    }

    /** Notes whose money the file brings. */
    void recordSellers(UUID id, Set<GroupId> sellers) {
        sql.update(
                "insert into bank_file_seller (tenant_id, bank_file_id, seller_group_id) "
                        + "select ?, ?, unnest(?) on conflict do nothing",
                Tenancy.required(),
                id,
                Sql.uuids(sellers, GroupId::value));
    }

    /** Files whose booking was broken off and is older than a moment. */
    List<UUID> unfinished(Duration olderThan) {
        return sql.query(
                "select id from bank_file where tenant_id = ? and state = ? and received_at < ? order by id limit 100",
                row -> row.uuid("id"),
                Tenancy.required(),
                Codes.of(BankFileState.RECEIVED),
                clock.instant().minus(olderThan));
    }

    /** Notes what a file is and what its records amount to, unless somebody has asked for something else since. */
    void recordProof(UUID id, String format, BankFileRecord.Outcome outcome, boolean rehearsal) {
        sql.update(
                "update bank_file set format = nullif(?, ''), state = ?, totals = ?::jsonb, problems = ?::jsonb, "
                        + "version = version + 1 where tenant_id = ? and id = ? and rehearsal = ? and state <> 6",
                format,
                Codes.of(outcome.state()),
                Json.write(outcome.totals()),
                Json.write(outcome.problems()),
                Tenancy.required(),
                id,
                rehearsal);
    }

    /** Keeps what a rehearsal has shown, unless the file is booked meanwhile. */
    void rehearsed(UUID id, List<EffectRow> effects) {
        sql.update(
                "update bank_file set state = ?, rehearsed = ?::jsonb, version = version + 1 "
                        + "where tenant_id = ? and id = ? and rehearsal",
                Codes.of(BankFileState.REHEARSED),
                Json.write(effects),
                Tenancy.required(),
                id);
    }

    /** The file is to be booked from now on; what is booked already stays so. */
    void wishBooked(UUID id) {
        sql.update(
                "update bank_file set rehearsal = false, state = ?, version = version + 1 "
                        + "where tenant_id = ? and id = ? and rehearsal",
                Codes.of(BankFileState.RECEIVED),
                Tenancy.required(),
                id);
    }

    /** A stopped file, or one put away, is to be rehearsed instead of booked. */
    void wishRehearsed(UUID id) {
        sql.update(
                "update bank_file set rehearsal = true, version = version + 1 "
                        + "where tenant_id = ? and id = ? and state = any(?)",
                Tenancy.required(),
                id,
                Sql.smallints(List.of(Codes.of(BankFileState.QUARANTINED), Codes.of(BankFileState.DISCARDED))));
    }

    /** Puts a file away of which nothing is booked nor will be; false where there is no such file. */
    boolean discard(UUID id) {
        var waiting = List.of(Codes.of(BankFileState.REHEARSED), Codes.of(BankFileState.QUARANTINED));
        return sql.update(
                        "update bank_file set state = ?, version = version + 1 "
                                + "where tenant_id = ? and id = ? and state = any(?)",
                        Codes.of(BankFileState.DISCARDED),
                        Tenancy.required(),
                        id,
                        Sql.smallints(waiting))
                == 1;
    }

    /**
     * Adds what a chunk did. Read once more, after a crash or beside another importer, a chunk does only what was not
     * done yet, and what it finds known is not counted again. The caller holds the lock of money in.
     */
    void addEffects(UUID id, int chunk, List<Effects.Line> lines) {
        var before = sql.one(
                        "select effects, counted_chunks from bank_file where tenant_id = ? and id = ?",
                        row -> new Counted(Json.read(row.text("effects"), ROWS), row.integer("counted_chunks")),
                        Tenancy.required(),
                        id)
                .orElseThrow();
        var more = lines.stream()
                .filter(line -> chunk >= before.chunks() || line.kind().effect() != EffectKind.KNOWN)
                .toList();
        sql.update(
                "update bank_file set effects = ?::jsonb, counted_chunks = ? where tenant_id = ? and id = ?",
                Json.write(EffectRow.of(EffectRow.toDomain(before.effects()).plus(more))),
                Math.max(before.chunks(), chunk + 1),
                Tenancy.required(),
                id);
    }

    /** The effects of so many chunks. */
    private record Counted(List<EffectRow> effects, int chunks) {}

    /** Adds to what was booked of a file. */
    void count(UUID id, BankFileRecord.Counts more) {
        sql.update(
                "update bank_file set new_payments = new_payments + ?, matched = matched + ?, suspense = suspense + ?, "
                        + "twins = twins + ? where tenant_id = ? and id = ?",
                more.newPayments(),
                more.matched(),
                more.suspense(),
                more.twins(),
                Tenancy.required(),
                id);
    }

    /** Adds what the booking itself has found wrong. */
    void addProblems(UUID id, List<BankFileRecord.Fault> problems) {
        if (!problems.isEmpty()) {
            sql.update(
                    "update bank_file set problems = problems || ?::jsonb, version = version + 1 "
                            + "where tenant_id = ? and id = ?",
                    Json.write(problems),
                    Tenancy.required(),
                    id);
        }
    }

    /** Notes that all is booked. */
    void booked(UUID id) {
        sql.update(
                "update bank_file set state = ?, version = version + 1 where tenant_id = ? and id = ? and state <> 6",
                Codes.of(BankFileState.BOOKED),
                Tenancy.required(),
                id);
    }

    /** Notes that all of a booked file is taken back; false where there is no such file. */
    boolean undone(UUID id) {
        return sql.update(
                        "update bank_file set state = ?, version = version + 1 "
                                + "where tenant_id = ? and id = ? and state = ?",
                        Codes.of(BankFileState.UNDONE),
                        Tenancy.required(),
                        id,
                        Codes.of(BankFileState.BOOKED))
                == 1;
    }

    /** True when any file was undone since this one came: what it told of again may stand nowhere now. */
    boolean anyUndoneSince(UUID id) {
        return sql.one(
                        "select exists (select 1 from bank_file_undoing u where u.tenant_id = b.tenant_id "
                                + "and u.undone_at > b.received_at) as undone from bank_file b "
                                + "where b.tenant_id = ? and b.id = ?",
                        row -> row.flag("undone"),
                        Tenancy.required(),
                        id)
                .orElse(false);
    }

    private static BankFileRecord read(Row row) {
        var counts = new BankFileRecord.Counts(
                row.integer("new_payments"), row.integer("matched"), row.integer("suspense"), row.integer("twins"));
        var outcome = new BankFileRecord.Outcome(
                row.code("state", BankFileState.class),
                Json.read(row.text("totals"), new TypeReference<List<BankFileRecord.Total>>() {}),
                Json.read(row.text("problems"), new TypeReference<List<BankFileRecord.Fault>>() {}),
                counts);
        var shown = new BankFileRecord.Shown(
                row.flag("rehearsal"),
                row.optionalText("rehearsed").map(rows -> Json.read(rows, ROWS)),
                Json.read(row.text("effects"), ROWS));
        return new BankFileRecord(
                row.uuid("id"), row.uuid("vault_id"), row.text("name"), row.optionalText("format"), outcome, shown);
    }
}
