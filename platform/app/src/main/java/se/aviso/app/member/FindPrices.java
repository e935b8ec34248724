package se.aviso.app.member;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import se.aviso.access.Permission;
import se.aviso.app.group.GroupStore;
import se.aviso.app.security.Caller;
import se.aviso.app.tenant.BusinessDate;
import se.aviso.pricing.Price;
import se.aviso.pricing.PriceList;

/** Shows a caller the prices of a type that concern their groups: their own, those above and those below. */
@ApplicationScoped
@Transactional
public class FindPrices {
    private static final String WHOLE_TREE = "/";

    @Inject
    PriceStore prices;

    @Inject
    GroupStore groups;

    @Inject
    BusinessDate businessDate;

    @Inject
    Caller caller;

    /**
     * A price and what it is today.
     *
     * @param id by which it can be changed
     * @param group whose subtree it holds for; empty for all groups
     */
    public record Row(UUID id, Price price, Optional<String> group, PriceList.Standing standing) {}

    /** The prices: in force, to come, replaced, ended; of each first those for all groups, by day and age. */
    public List<Row> of(MembershipType type) {
        var today = businessDate.today();
        var paths = caller.pathsFor(Permission.TYPE_READ);
        var list = type.prices();
        var seen = list.prices().stream()
                .filter(price -> concerns(price.groupPath(), paths))
                .toList();
        var names = names(seen);
        var ids = prices.ids().getOrDefault(type.id(), Map.of());
        return seen.stream()
                .map(price -> new Row(
                        Objects.requireNonNull(ids.get(price)),
                        price,
                        Optional.ofNullable(names.get(price.groupPath())),
                        list.standing(price, today)))
                .sorted(Comparator.comparing((Row row) -> rank(row.standing()))
                        .thenComparing(row -> row.price().groupPath())
                        .thenComparing(row -> row.price().validFrom())
                        .thenComparing(row -> row.price().minAge()))
                .toList();
    }

    private static boolean concerns(String path, List<String> seen) {
        return seen.stream().anyMatch(root -> root.startsWith(path) || path.startsWith(root));
    }

    private static int rank(PriceList.Standing standing) {
        return switch (standing) {
            case IN_FORCE -> 0;
            case TO_COME -> 1;
            case REPLACED -> 2;
            case ENDED -> 3;
        };
    }

    private Map<String, String> names(List<Price> prices) {
        var paths = prices.stream()
                .map(Price::groupPath)
                .filter(path -> !path.equals(WHOLE_TREE))
                .distinct()
                .toList();
        var names = new HashMap<String, String>();
        groups.groupsById(groups.idsByPath(paths).values())
                .values()
                .forEach(group -> names.put(group.place().path(), group.name()));
        return names;
    }
}
