package se.aviso.app.pickup;

import com.fasterxml.jackson.core.type.TypeReference;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import se.aviso.app.payment.BankFileRecord;
import se.aviso.app.payment.SurveyBankFile;
import se.aviso.app.payment.Vault;
import se.aviso.app.tenancy.Codes;
import se.aviso.app.tenancy.Database;
import se.aviso.app.tenancy.Row;
import se.aviso.app.tenancy.Sql;
import se.aviso.app.tenancy.Tenancy;
import se.aviso.app.tenant.Ids;
import se.aviso.app.web.Json;
import se.aviso.kernel.GiroNumber;
import se.aviso.kernel.TenantId;

/** The files that came for whoever they belong to, with their sections: the operator's, no tenant's. */
@ApplicationScoped
class PickedFileStore {
    private static final UUID ANYBODY = new UUID(0, 0);
    private static final String FILES =
            "select f.*, v.size from picked_file f join vault_file v on v.id = f.vault_id where ";

    @Inject
    Database database;

    private Sql sql() {
        return Sql.untenanted(database); // they belong to the installation
    }

    /** Notes a kept file; empty when the same bytes are there for the same scope. */
    Optional<UUID> add(Vault.Kept kept, Came came, Instant now) {
        var id = Ids.next();
        var added = sql().update(
                        "insert into picked_file (id, source_id, vault_id, sha256, scope, name, state, received_at) "
                                + "values (?, ?, ?, ?, ?, ?, ?, ?) on conflict (sha256, scope) do nothing",
                        id,
                        came.source(),
                        kept.id(),
                        kept.sha256(),
                        came.scope().map(TenantId::value).orElse(ANYBODY),
                        came.name(),
                        Codes.of(PickedState.RECEIVED),
                        now);
        return added == 1 ? Optional.of(id) : Optional.empty();
    }

    UUID known(String sha256, Came came) {
        return sql().one(
                        "select id from picked_file where sha256 = ? and scope = ?",
                        row -> row.uuid("id"),
                        sha256,
                        came.scope().map(TenantId::value).orElse(ANYBODY))
                .orElseThrow();
    }

    Optional<PickedFile> find(UUID id) {
        return sql().one(FILES + "f.id = ?", PickedFileStore::read, id);
    }

    /** Those whose distribution was broken off, and that are older than a moment. */
    List<UUID> unfinished(Instant before) {
        return sql().query(
                        "select id from picked_file where state = ? and received_at < ? order by id limit 100",
                        row -> row.uuid("id"),
                        Codes.of(PickedState.RECEIVED),
                        before);
    }

    /** The newest, before one where a page begins behind it. */
    List<PickedFile> newest(Collection<PickedState> states, Optional<UUID> before, int limit) {
        return sql().query(
                        FILES + "f.state = any(?) and (?::uuid is null or f.id < ?) order by f.id desc limit ?",
                        PickedFileStore::read,
                        Sql.codes(states),
                        before,
                        before,
                        limit);
    }

    long count(Collection<PickedState> states) {
        return sql().query(
                        "select count(*) as times from picked_file where state = any(?)",
                        row -> row.bigint("times"),
                        Sql.codes(states))
                .get(0);
    }

    void surveyed(UUID id, SurveyBankFile.Survey survey) {
        sql().update(
                        "update picked_file set format = ?, problems = ?::jsonb where id = ?",
                        survey.format(),
                        Json.write(survey.faults()),
                        id);
        if (survey.sound()) {
            add(id, survey.parts());
        }
    }

    private void add(UUID id, List<SurveyBankFile.Part> parts) {
        sql().update(
                        "insert into picked_section (file_id, position, accounts, records, amount, currency, booked_on) "
                                + "select ?, * from unnest(?, ?, ?, ?, ?, ?) on conflict do nothing",
                        id,
                        Sql.integers(IntStream.range(0, parts.size()).boxed().toList()),
                        Sql.texts(parts, SurveyBankFile.Part::identity),
                        Sql.bigints(parts, SurveyBankFile.Part::records),
                        Sql.bigints(parts, part -> part.amount().minorUnits()),
                        Sql.texts(parts, part -> part.amount().currency().getCurrencyCode()),
                        Sql.dates(parts, SurveyBankFile.Part::bookedOn));
    }

    List<PickedFile.Part> parts(UUID id) {
        return sql().query(
                        "select s.*, t.name as receiver_name from picked_section s left join tenant t on t.id = s.receiver "
                                + "where s.file_id = ? order by s.position",
                        row -> new PickedFile.Part(
                                row.integer("position"),
                                row.text("accounts"),
                                row.bigint("records"),
                                row.money("amount", "currency"),
                                row.day("booked_on"),
                                row.optionalUuid("receiver"),
                                row.optionalText("receiver_name")),
                        id);
    }

    /** Sections that are nobody's go to their tenants; from then on the file is on its way. */
    void assign(UUID id, Map<Integer, UUID> receivers) {
        if (!receivers.isEmpty()) {
            var positions = List.copyOf(receivers.keySet());
            sql().update(
                            "update picked_section s set receiver = u.receiver from unnest(?, ?) u(position, receiver) "
                                    + "where s.file_id = ? and s.position = u.position and s.receiver is null",
                            Sql.integers(positions),
                            Sql.uuids(positions, position -> Objects.requireNonNull(receivers.get(position))),
                            id);
            state(id, PickedState.RECEIVED);
        }
    }

    void state(UUID id, PickedState state) {
        sql().update("update picked_file set state = ? where id = ?", Codes.of(state), id);
    }

    void setAside(UUID id, String note) {
        sql().update(
                        "update picked_file set state = ?, note = ? where id = ?",
                        Codes.of(PickedState.SET_ASIDE),
                        note,
                        id);
    }

    /** The tenants of those numbers that stand in the directory. */
    Map<GiroNumber, UUID> owners(Collection<GiroNumber> numbers) {
        var owners = new HashMap<GiroNumber, UUID>();
        sql().query(
                        "select giro, tenant_id from giro_directory where giro = any(?)",
                        row -> owners.put(GiroNumber.ofKey(row.text("giro")), row.uuid("tenant_id")),
                        Sql.texts(numbers, GiroNumber::key));
        return owners;
    }

    /** Notes that money came to the thread's tenant by that source. */
    void serves(Sql tenants, UUID source, Instant now) {
        tenants.update(
                "insert into bank_source_tenant (tenant_id, source_id, last_at) values (?, ?, ?) "
                        + "on conflict (tenant_id, source_id) do update set last_at = excluded.last_at",
                Tenancy.required(),
                source,
                now);
    }

    private static PickedFile read(Row row) {
        return new PickedFile(
                row.uuid("id"),
                row.uuid("source_id"),
                row.uuid("vault_id"),
                Optional.of(row.uuid("scope")).filter(scope -> !scope.equals(ANYBODY)),
                row.text("name"),
                row.bigint("size"),
                row.code("state", PickedState.class),
                row.optionalText("format"),
                Json.read(row.text("problems"), new TypeReference<List<BankFileRecord.Fault>>() {}),
                row.optionalText("note"),
                row.instant("received_at"));
    }
}
