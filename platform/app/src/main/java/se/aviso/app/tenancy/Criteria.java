package se.aviso.app.tenancy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Conditions of a search that all must hold, with their parameters in order; begins with the tenant's. */
public final class Criteria {
    private final List<Condition> conditions = new ArrayList<>();

    private Criteria() {}

    /** A condition with its parameters in order. */
    private record Condition(String sql, List<@Nullable Object> params) {}

    /** Rows of the transaction's tenant; the alias is that of the table that is listed. */
    public static Criteria of(String alias) {
        return new Criteria().and(alias + ".tenant_id = ?", Tenancy.required());
    }

    /** A condition with its parameters. */
    public Criteria and(String condition, Object... values) {
        conditions.add(new Condition(condition, Arrays.asList(values)));
        return this;
    }

    /** A condition on one value, where there is one. */
    public Criteria and(String condition, Optional<?> value) {
        value.ifPresent(present -> and(condition, new Object[] {present}));
        return this;
    }

    /** The column holds a path in one of the subtrees; without a subtree, nothing is found. */
    public Criteria within(String column, Collection<String> roots) {
        var ranges = roots.stream().map(PrefixRange::of).toList();
        var condition = ranges.stream()
                .map(range -> column + " >= ? and " + column + " < ?")
                .collect(Collectors.joining(" or ", "(", ")"));
        return and(
                ranges.isEmpty() ? "false" : condition,
                ranges.stream()
                        .flatMap(range -> List.of(range.from(), range.to()).stream())
                        .toArray());
    }

    /** The column holds a path in none of the subtrees. */
    public Criteria outside(String column, Collection<String> roots) {
        var inside = new Criteria().within(column, roots);
        return roots.isEmpty() ? this : and("not " + inside.where(), inside.params());
    }

    /**
     * The column holds a path of the named group's subtree, where one is named. A group outside of those subtrees is as
     * unknown as any other: nothing is found, also where some of what lies below it could be seen.
     */
    public Criteria below(String column, Optional<UUID> group, Collection<String> roots) {
        if (group.isEmpty()) {
            return this;
        }
        var named = Criteria.of("w").and("w.id = ?", group).within("w.path", roots);
        var path = "from group_node w where " + named.where() + ")";
        return and(column + " >= (select w.path " + path, named.params())
                .and(column + " < (select rtrim(w.path, '/') || '0' " + path, named.params());
    }

    /** No row of the other query has its path outside of the subtrees; without a subtree, it has no row. */
    public Criteria without(String query, String column, Collection<String> roots) {
        var inside = new Criteria().within(column, roots);
        return and("not exists (" + query + " and not " + inside.where() + ")", inside.params());
    }

    /** Those of the conditions whose SQL is wanted, such as the ones that an index can take alone. */
    public Criteria those(Predicate<String> wanted) {
        var some = new Criteria();
        conditions.stream().filter(each -> wanted.test(each.sql())).forEach(some.conditions::add);
        return some;
    }

    /** True where there is no condition, as none may be among those that are wanted. */
    public boolean isEmpty() {
        return conditions.isEmpty();
    }

    /** What stands behind {@code where}. */
    public String where() {
        return conditions.stream().map(Condition::sql).collect(Collectors.joining(" and "));
    }

    /** The parameters, followed by those that stand behind the conditions. */
    public @Nullable Object[] params(Object... behind) {
        var all = new ArrayList<@Nullable Object>();
        conditions.forEach(condition -> all.addAll(condition.params()));
        all.addAll(Arrays.asList(behind));
        return all.toArray();
    }
}
