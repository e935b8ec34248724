package se.aviso.app.pricing;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.summingLong;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import se.aviso.access.Grant;
import se.aviso.access.Permission;
import se.aviso.app.member.FindMembershipTypes;
import se.aviso.app.member.FindPriceGaps;
import se.aviso.app.member.MembershipType;
import se.aviso.app.screen.Screen;
import se.aviso.app.security.Caller;
import se.aviso.app.tenant.ShowTenant;
import se.aviso.kernel.Money;
import se.aviso.pricing.Price;
import se.aviso.pricing.PriceList;
import se.aviso.pricing.PriceOccasion;
import se.aviso.pricing.PricePart;

/** The membership types: what they cost today, and whose price is missing. */
@Named
@RequestScoped
@Screen(path = "/pricing/list.xhtml", needs = Permission.TYPE_READ)
public class TypeListView {
    @Inject
    FindMembershipTypes find;

    @Inject
    FindPriceGaps gaps;

    @Inject
    ShowTenant tenant;

    @Inject
    Caller caller;

    private List<MembershipType> types = List.of();
    private Map<UUID, Long> unpriced = Map.of();
    private LocalDate today = LocalDate.MIN;

    @PostConstruct
    void load() {
        types = find.all();
        today = tenant.today();
        unpriced = gaps.in(types).stream()
                .collect(groupingBy(FindPriceGaps.Gap::type, summingLong(FindPriceGaps.Gap::members)));
    }

    /** All types, by short name. */
    public List<MembershipType> getTypes() {
        return types;
    }

    /** The lowest and the highest price in force today, one where they are equal; none where none holds. */
    public List<Money> span(MembershipType type) {
        return span(type.prices(), today);
    }

    /** Of all fees of a period together, wherever a group has a price of its own; entry fees apart. */
    static List<Money> span(PriceList list, LocalDate day) {
        var amounts = list.prices().stream()
                .filter(price -> price.use().part() == PricePart.OWN)
                .map(Price::groupPath)
                .distinct()
                .flatMap(path -> PriceList.bands(age -> fee(list, age, path, day)).stream())
                .map(PriceList.Band::amount)
                .sorted(Comparator.naturalOrder())
                .toList();
        return amounts.isEmpty()
                ? List.of()
                : List.of(amounts.get(0), amounts.get(amounts.size() - 1)).stream()
                        .distinct()
                        .toList();
    }

    private static Optional<Money> fee(PriceList list, int age, String path, LocalDate day) {
        return list.priceFor(age, path, day).map(own -> {
            var fee = own.amount();
            for (var part : List.of(PricePart.DISTRICT, PricePart.FEDERATION)) {
                var share = list.priceFor(new Price.Use(part, PriceOccasion.ANY), age, path, day);
                fee = share.map(Price::amount).map(fee::plus).orElse(fee);
            }
            return fee;
        });
    }

    /** True when nobody can be given the type any more. */
    public boolean ended(MembershipType type) {
        return !type.admits(today);
    }

    /** How many members of the type no price holds for. */
    public long unpriced(MembershipType type) {
        return unpriced.getOrDefault(type.id().value(), 0L);
    }

    /** True when the user may add types, which are of all groups. */
    public boolean isWriting() {
        return caller.may(Permission.TYPE_WRITE, Grant.WHOLE_TREE);
    }
}
