package se.aviso.app.member;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import se.aviso.access.Permission;
import se.aviso.app.group.GroupStore;
import se.aviso.app.security.Caller;
import se.aviso.app.tenancy.Codes;
import se.aviso.app.tenancy.Criteria;
import se.aviso.app.tenancy.Sql;
import se.aviso.app.tenant.BusinessDate;
import se.aviso.kernel.GroupId;
import se.aviso.kernel.MembershipTypeId;
import se.aviso.member.MembershipStatus;
import se.aviso.pricing.Charge;
import se.aviso.pricing.Place;
import se.aviso.pricing.PriceOccasion;
import se.aviso.pricing.Tariff;

/** Finds the members whom no price holds for: a run would leave them out with a code. */
@ApplicationScoped
@Transactional
public class FindPriceGaps {
    @Inject
    Sql sql;

    @Inject
    GroupStore groups;

    @Inject
    Caller caller;

    @Inject
    BusinessDate businessDate;

    /**
     * Members of a group whom no price of their type holds for today.
     *
     * @param ages those that lack a price, in order
     */
    public record Gap(UUID type, String group, List<Integer> ages, long members) {}

    /** So many members of one age in one group. */
    private record Cohort(MembershipTypeId type, GroupId group, String name, int age, long members) {}

    /**
     * The gaps in the price lists of these types, in the caller's subtrees, by name of the group; of one that has ended
     * nobody needs a price any more.
     */
    public List<Gap> in(Collection<MembershipType> all) {
        var today = businessDate.today();
        var types = all.stream().filter(type -> type.admits(today)).toList();
        var tariffs = new HashMap<MembershipTypeId, Tariff>();
        types.forEach(type -> tariffs.put(type.id(), type.tariff()));
        var cohorts = cohorts(types, today);
        var ways =
                groups.waysDown(cohorts.stream().map(Cohort::group).distinct().toList());
        return gaps(cohorts.stream()
                .filter(cohort -> {
                    var place = Place.of(Objects.requireNonNull(ways.get(cohort.group())));
                    return isUnpriced(Objects.requireNonNull(tariffs.get(cohort.type())), cohort.age(), place, today);
                })
                .toList());
    }

    private static boolean isUnpriced(Tariff tariff, int age, Place place, LocalDate today) {
        var who = new Tariff.Who(today.minusYears(age), today, today, place, List.of());
        var period = new Tariff.Period(today, Optional.empty(), PriceOccasion.RENEWAL);
        return tariff.charge(who, period) instanceof Charge.Missing;
    }

    private List<Cohort> cohorts(Collection<MembershipType> types, LocalDate today) {
        var criteria = Criteria.of("s")
                .and("s.status in (?, ?)", Codes.of(MembershipStatus.OFFERED), Codes.of(MembershipStatus.ACTIVE))
                .within("g.path", caller.pathsFor(Permission.TYPE_READ));
        var days = types.stream()
                .map(type -> type.billing().ageOn().day(today, today))
                .toList();
        var params = new ArrayList<@Nullable Object>(
                List.of(Sql.uuids(types.stream().map(type -> type.id().value()).toList()), Sql.dates(days)));
        params.addAll(Arrays.asList(criteria.params()));
        return sql.query(
                "select s.type_id, g.id, g.name, greatest(0, extract(year from age(d.day, m.born)))::integer as age, "
                        + "count(*) as members from unnest(?::uuid[], ?::date[]) d(type_id, day) "
                        + "join membership s on s.type_id = d.type_id "
                        + "join group_node g on g.tenant_id = s.tenant_id and g.id = s.group_id "
                        + "join member m on m.tenant_id = s.tenant_id and m.id = s.member_id where "
                        + criteria.where() + " group by 1, 2, 3, 4 order by g.name, g.id, 4",
                row -> new Cohort(
                        new MembershipTypeId(row.uuid("type_id")),
                        new GroupId(row.uuid("id")),
                        row.text("name"),
                        row.integer("age"),
                        row.bigint("members")),
                params.toArray());
    }

    private static List<Gap> gaps(List<Cohort> unpriced) {
        return unpriced.stream()
                .collect(groupingBy(each -> List.of(each.type(), each.group()), LinkedHashMap::new, toList()))
                .values()
                .stream()
                .map(FindPriceGaps::gap)
                .toList();
    }

    private static Gap gap(List<Cohort> same) {
        var ages = same.stream().map(Cohort::age).sorted().toList();
        var members = same.stream().mapToLong(Cohort::members).sum();
        return new Gap(same.get(0).type().value(), same.get(0).name(), ages, members);
    }
}
