package se.aviso.payment;

/** What a payment of a bank file does when it is booked. */
public enum EffectKind {
    /** It settles what it names, to the öre. */
    SETTLES,
    /** It settles what it names, and the rest waits. */
    OVERPAYS,
    /** It pays part of what it names, which stays open. */
    PAYS_PART,
    /** It is booked, and all of it waits for a human. */
    WAITS,
    /** It is a message of no money; it is kept and moves nothing. */
    MOVES_NOTHING,
    /** A file of another format has brought it; it is not booked again. */
    TWIN,
    /** A file of the same format has brought it, or this one further up; it is not booked again. */
    KNOWN,
    /** It settles what it names, but for a few öre that are given up. */
    ROUNDS,
    /** A rule of the tenant's gives it to what a member has open. */
    BY_RULE;

    /** True when a payment comes of it. */
    public boolean isBooked() {
        return this != TWIN && this != KNOWN;
    }

    /** What a match comes to, beside the documents that it leaves open. */
    static EffectKind of(Match match, boolean leavesOpen) {
        if (match.parts().isEmpty()) {
            return match.rest().isZero() ? MOVES_NOTHING : WAITS;
        }
        if (match.rounding().isPresent()) {
            return ROUNDS;
        }
        if (!match.rest().isZero()) {
            return OVERPAYS;
        }
        return leavesOpen ? PAYS_PART : SETTLES;
    }
}
