package se.aviso.audit;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import se.aviso.kernel.GroupId;

/**
 * One act, as it is kept for good.
 *
 * @param number its place in the tenant's trail, from 1 without gaps
 * @param deed what was done
 */
public record AuditEntry(long number, Instant at, Actor actor, Deed deed) {
    /** @throws IllegalArgumentException for a number below 1 */
    public AuditEntry {
        if (number < 1) {
            throw new IllegalArgumentException("a trail is numbered from 1");
        }
    }

    /**
     * An act done to something.
     *
     * @param subject the id of the thing; its kind is the act's
     * @param group where in the tree it was done; whoever reads the trail of that group sees it, and without a group
     *     only those who see the whole tenant
     * @param reason why, in the words of who did it
     */
    public record Deed(Act act, UUID subject, Optional<GroupId> group, List<Change> changes, Optional<String> reason) {
        /** Keeps a copy of the changes. */
        public Deed {
            changes = List.copyOf(changes);
        }

        /** An act in a group. */
        public static Deed in(GroupId group, Act act, UUID subject, List<Change> changes) {
            return new Deed(act, subject, Optional.of(group), changes, Optional.empty());
        }

        /** An act that concerns the whole tenant. */
        public static Deed ofTenant(Act act, UUID subject, List<Change> changes) {
            return new Deed(act, subject, Optional.empty(), changes, Optional.empty());
        }
    }
}
