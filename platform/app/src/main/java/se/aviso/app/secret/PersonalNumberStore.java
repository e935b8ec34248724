package se.aviso.app.secret;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import se.aviso.app.security.Caller;
import se.aviso.app.security.RateLimit;
import se.aviso.app.tenancy.Sql;
import se.aviso.app.tenancy.Tenancy;
import se.aviso.app.tenant.TenantStore;
import se.aviso.kernel.MemberId;
import se.aviso.kernel.PersonalNumber;
import se.aviso.kernel.RuleViolation;
import se.aviso.secret.TenantKey;

/** The personal numbers of members, sealed; found by a keyed hash, without opening any. */
@ApplicationScoped
public class PersonalNumberStore {
    /** The lock under which a number is found free and taken, and under which keys are rotated. */
    static final String LOCK = "personal-number";

    /** A whole list of members who are there already is read in as a list. */
    private static final int TOLD_AN_HOUR = 10;

    @Inject
    Sql sql;

    @Inject
    TenantKeyStore keys;

    @Inject
    TenantStore tenants;

    @Inject
    Caller caller;

    @Inject
    RateLimit limit;

    /** Whose number it is. */
    public Optional<UUID> owner(PersonalNumber number) {
        return owners(List.of(number)).values().stream().findFirst();
    }

    /** The owners of those numbers that somebody has. */
    public Map<PersonalNumber, UUID> owners(Collection<PersonalNumber> numbers) {
        var lookups = new HashMap<String, PersonalNumber>();
        for (var key : keys.all()) {
            numbers.forEach(number -> lookups.put(hex(key.lookup(number)), number));
        }
        var owners = new HashMap<PersonalNumber, UUID>();
        sql.query(
                "select encode(lookup, 'hex') as lookup, member_id from personal_number "
                        + "where tenant_id = ? and lookup in (select decode(hex, 'hex') from unnest(?::text[]) hex)",
                row -> owners.put(lookups.get(row.text("lookup")), row.uuid("member_id")),
                Tenancy.required(),
                Sql.texts(lookups.keySet()));
        return owners;
    }

    /**
     * Keeps the numbers of members, those that somebody else has left out, which are answered. Waits for others who
     * take numbers.
     */
    public Map<MemberId, PersonalNumber> keep(Map<MemberId, PersonalNumber> numbers) {
        if (numbers.isEmpty()) {
            return Map.of();
        }
        tenants.lock(Tenancy.required(), LOCK);
        var owners = owners(numbers.values());
        var taken = new HashMap<>(numbers);
        var free = new HashMap<>(numbers);
        numbers.forEach((member, number) -> {
            var isFree = owners.getOrDefault(number, member.value()).equals(member.value());
            (isFree ? taken : free).remove(member);
            owners.put(number, owners.getOrDefault(number, member.value()));
        });
        write(free);
        return taken;
    }

    /**
     * Keeps the number of a member.
     *
     * @throws RuleViolation when it is somebody else's; told only when all else is well, so that nobody asks for free,
     *     and to each caller only so often, so that nobody tries numbers out
     */
    public void require(MemberId member, PersonalNumber number) {
        if (!keep(Map.of(member, number)).isEmpty()) {
            var asker = caller.user().map(UUID::toString).orElse("");
            var wait = limit.secondsUntilFree("taken number " + asker, TOLD_AN_HOUR, Duration.ofHours(1));
            throw wait == 0
                    ? RuleViolation.at("/personalNumber", "personal-number-taken", Map.of())
                    : RuleViolation.of("too-many-requests", Map.of("seconds", Long.toString(wait)));
        }
    }

    private void write(Map<MemberId, PersonalNumber> numbers) {
        var key = keys.all().get(0);
        var tenant = Tenancy.required();
        var members = new ArrayList<UUID>();
        var sealed = new ArrayList<String>();
        var lookups = new ArrayList<String>();
        numbers.forEach((member, number) -> {
            members.add(member.value());
            sealed.add(hex(key.seal(tenant, member, number)));
            lookups.add(hex(key.lookup(number)));
        });
        sql.update(
                "insert into personal_number (tenant_id, member_id, sealed, lookup) "
                        + "select ?, member, decode(sealed, 'hex'), decode(lookup, 'hex') "
                        + "from unnest(?::uuid[], ?::text[], ?::text[]) u(member, sealed, lookup) "
                        + "on conflict (tenant_id, member_id) "
                        + "do update set sealed = excluded.sealed, lookup = excluded.lookup",
                tenant,
                Sql.uuids(members),
                Sql.texts(sealed),
                Sql.texts(lookups));
    }

    /** Forgets the member's number. */
    public void forget(MemberId member) {
        sql.update(
                "delete from personal_number where tenant_id = ? and member_id = ?",
                Tenancy.required(),
                member.value());
    }

    /**
     * The member's number, if one is kept.
     *
     * @throws TamperedException when what is kept was not sealed for this member
     */
    public Optional<PersonalNumber> of(MemberId member) {
        var sealed = sql.one(
                "select sealed from personal_number where tenant_id = ? and member_id = ?",
                row -> row.bytes("sealed"),
                Tenancy.required(),
                member.value());
        return sealed.map(bytes -> open(member, bytes));
    }

    private PersonalNumber open(MemberId member, byte[] sealed) {
        var tenant = Tenancy.required();
        return keys.all().stream()
                .filter(key -> key.version() == TenantKey.versionOf(sealed))
                .flatMap(key -> key.open(tenant, member, sealed).stream())
                .findFirst()
                .orElseThrow(() -> new TamperedException(member));
    }

    private static String hex(byte[] bytes) {
        return HexFormat.of().formatHex(bytes);
    }
}
