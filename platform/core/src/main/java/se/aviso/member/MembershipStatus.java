package se.aviso.member;

import java.util.List;

/** What a membership's periods amount to; the order is the code in the database. */
public enum MembershipStatus {
    /** Signed up, nothing paid yet. */
    OFFERED,
    /** A paid period runs or is to come. */
    ACTIVE,
    /** Was offered a period and did not pay. */
    LAPSED,
    /** Was a member; no further period was offered. */
    ENDED;

    /**
     * The status that follows from the periods.
     *
     * @param all states in order, the newest last; a recalled period counts for nothing
     */
    public static MembershipStatus of(List<PeriodState> all) {
        var periods =
                all.stream().filter(state -> state != PeriodState.RECALLED).toList();
        if (periods.isEmpty()) {
            return OFFERED;
        }
        if (periods.contains(PeriodState.PAID)) {
            return ACTIVE;
        }
        return switch (periods.get(periods.size() - 1)) {
            case OFFERED, RECALLED -> OFFERED;
            case LAPSED -> LAPSED;
            case PAID -> ACTIVE;
            case ENDED, CANCELLED -> ENDED;
        };
    }
}
