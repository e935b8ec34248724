package se.aviso.app.member;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.io.Reader;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import se.aviso.access.Permission;
import se.aviso.app.audit.AuditTrail;
import se.aviso.app.group.GroupStore;
import se.aviso.app.secret.PersonalNumberStore;
import se.aviso.app.security.Caller;
import se.aviso.app.tenancy.Tenancy;
import se.aviso.app.tenant.BusinessDate;
import se.aviso.app.tenant.Ids;
import se.aviso.app.tenant.TenantStore;
import se.aviso.app.web.CsvFaults;
import se.aviso.audit.Act;
import se.aviso.audit.AuditEntry.Deed;
import se.aviso.audit.Change;
import se.aviso.audit.Field;
import se.aviso.kernel.MemberId;
import se.aviso.kernel.MembershipId;
import se.aviso.kernel.PersonalNumber;

/**
 * Adds the members of a list, all or none, in sets. A number that is there already is passed over, so that the same
 * list can be handed in again.
 */
@ApplicationScoped
@Transactional
public class ImportMembers {
    private static final int CHUNK = 1_000;

    @Inject
    MemberStore members;

    @Inject
    PersonalNumberStore numbers;

    @Inject
    MembershipStore memberships;

    @Inject
    MembershipTypeStore types;

    @Inject
    GroupStore groups;

    @Inject
    TenantStore tenants;

    @Inject
    BusinessDate businessDate;

    @Inject
    AuditTrail trail;

    /** How many members were added, and how many were there already. */
    public record Imported(long added, long skipped) {
        Imported plus(long moreAdded, long moreSkipped) {
            return new Imported(added + moreAdded, skipped + moreSkipped);
        }
    }

    /**
     * What whoever hands the list in may do.
     *
     * @param group whether a group of that path may be used; else it is unknown
     * @param numbers whether personal numbers may be brought to a group of that path; else a list could be made to tell
     *     which of them are known here
     */
    public record Rights(Predicate<String> group, Predicate<String> numbers) {
        /** Of those who set a tenant up. */
        static final Rights ALL = new Rights(path -> true, path -> true);

        /** Of a caller. */
        static Rights of(Caller caller) {
            return new Rights(
                    path -> caller.may(Permission.MEMBER_WRITE, path),
                    path -> caller.may(Permission.PERSONAL_NUMBER_READ, path));
        }
    }

    /** Adds the members of the list to whichever groups it names. */
    public Imported run(Reader csv) {
        return run(csv, Rights.ALL);
    }

    /** Adds the members of the list. */
    public Imported run(Reader csv, Rights rights) {
        members.reserveNumbers(0); // keeps others from giving out numbers meanwhile
        var list = MemberCsv.open(csv);
        var faults = new CsvFaults();
        var language = tenants.of(Tenancy.required()).naming().language();
        var reader = new MemberRows(faults, businessDate.today(), language);
        var imported = new Imported(0, 0);
        for (var rows = list.next(CHUNK); !rows.isEmpty(); rows = list.next(CHUNK)) {
            var chunk = reader.read(rows, known(rows, rights));
            var fresh = fresh(chunk);
            imported = imported.plus(fresh.size(), (long) chunk.size() - fresh.size());
            if (faults.none()) {
                add(fresh, businessDate.today());
                keepNumbers(fresh, faults);
            }
        }
        faults.refuse();
        var counts = List.of(Change.to(Field.ADDED, imported.added()), Change.to(Field.SKIPPED, imported.skipped()));
        trail.record(Deed.ofTenant(Act.MEMBERS_IMPORTED, Tenancy.required().value(), counts));
        return imported;
    }

    /** Behind the members: a fault takes all of them back. */
    private void keepNumbers(List<MemberRows.Joining> joining, CsvFaults faults) {
        var wished = new HashMap<MemberId, PersonalNumber>();
        joining.forEach(each -> each.personalNumber()
                .ifPresent(number -> wished.put(each.member().id(), number)));
        var taken = numbers.keep(wished);
        joining.stream()
                .filter(each -> taken.containsKey(each.member().id()))
                .forEach(each -> faults.add("personal-number-taken", each.line(), MemberCsv.NUMBER));
    }

    private MemberRows.Known known(List<MemberCsv.Row> rows, Rights rights) {
        var words = rows.stream().map(row -> row.of("group")).distinct().toList();
        var places = new HashMap<>(groups.called(words));
        places.values().removeIf(place -> !rights.group().test(place.path()));
        return new MemberRows.Known(places, typesByWord(), rights.numbers());
    }

    /** A type is meant by its slug, else by its name in either language. */
    private Map<String, MemberRows.Choice> typesByWord() {
        var byWord = new HashMap<String, MemberRows.Choice>();
        var all = types.all().values();
        all.forEach(type -> byWord.put(type.names().slug(), choice(type)));
        for (var language : List.of("sv", "en")) {
            all.forEach(type -> byWord.putIfAbsent(type.names().in(language), choice(type)));
        }
        return byWord;
    }

    private static MemberRows.Choice choice(MembershipType type) {
        return new MemberRows.Choice(type.id(), type.policies().end());
    }

    /** Those whose number nobody has, in the list itself neither. */
    private List<MemberRows.Joining> fresh(List<MemberRows.Joining> chunk) {
        var taken = new HashSet<>(
                members.known(chunk.stream().map(each -> each.member().number()).toList()));
        return chunk.stream().filter(each -> taken.add(each.member().number())).toList();
    }

    private void add(List<MemberRows.Joining> joining, LocalDate today) {
        if (joining.isEmpty()) {
            return;
        }
        members.add(joining.stream().map(MemberRows.Joining::member).toList());
        memberships.add(joining.stream()
                .map(each -> new MembershipStore.NewMembership(
                        new MembershipId(Ids.next()), each.member().id().value(), each.group(), each.type(), today))
                .toList());
        members.reserveNumbers(
                joining.stream().mapToLong(each -> each.member().number()).max().orElseThrow());
    }
}
