package se.aviso.app.access;

import java.util.Collection;
import java.util.List;
import se.aviso.access.Grant;
import se.aviso.app.tenancy.Criteria;

/** Grants that stand in a caller's subtrees; those of the whole tree are seen by who sees the whole tree. */
final class InSight {
    private InSight() {}

    /** Criteria of the grant {@code r} and its group {@code g}, which a grant of the whole tree lacks. */
    static Criteria of(Collection<String> roots) {
        var criteria = Criteria.of("r");
        return roots.contains(Grant.WHOLE_TREE) ? criteria : criteria.within("g.path", List.copyOf(roots));
    }
}
