package se.aviso.group;

import java.util.Optional;

/** What a group is in its federation; the order is the code in the database. */
public enum GroupKind {
    FEDERATION,
    DISTRICT,
    LOCAL;

    /** True when a group of this kind may stand under one of the given kind; only a federation stands alone. */
    public boolean mayStandUnder(Optional<GroupKind> parent) {
        return switch (this) {
            case FEDERATION -> parent.isEmpty();
            case DISTRICT -> parent.filter(kind -> kind == FEDERATION).isPresent();
            case LOCAL -> parent.filter(kind -> kind != LOCAL).isPresent();
        };
    }
}
