package se.aviso.app.plugin;

import java.util.List;
import se.aviso.app.tenancy.Criteria;

/**
 * The groups that settings which are tried would touch: the one on a path and those below it.
 *
 * @param without the paths of groups for which, with those below them, something nearer is decided
 */
public record TrialScope(String path, List<String> without) {
    public TrialScope {
        without = List.copyOf(without);
    }

    /** The column holds the path of one of these groups. */
    public Criteria on(Criteria criteria, String column) {
        return criteria.within(column, List.of(path)).outside(column, without);
    }
}
