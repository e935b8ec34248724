package se.aviso.payment;

import java.util.UUID;
import se.aviso.kernel.GroupId;
import se.aviso.kernel.MemberId;

/**
 * What a tenant has decided of a payer, without code: what comes from there is for that member.
 *
 * @param seller to whom the payer pays; no other seller's money moves by it
 */
public record PayerRule(Id id, GroupId seller, PayerMark mark, MemberId member) {
    /** Which rule. */
    public record Id(UUID value) {}

    /** Whether it acts; the order is the code in the database. */
    public enum RuleState {
        ACTIVE,
        PAUSED,
        /** It never acts again; what it did stands. */
        ENDED
    }
}
