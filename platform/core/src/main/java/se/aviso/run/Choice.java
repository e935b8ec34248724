package se.aviso.run;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import se.aviso.kernel.MembershipTypeId;
import se.aviso.kernel.RuleViolation;

/**
 * Which memberships of a subtree a run bills.
 *
 * @param types each once; none where it may be any
 * @param joined on which days they began
 */
public record Choice(List<MembershipTypeId> types, Joined joined) {
    /** All of them. */
    public static final Choice ALL = new Choice(List.of(), Joined.EVER);

    public Choice {
        types = types.stream().distinct().toList();
    }

    /** From a day to a day, both included; open to a side without one. */
    public record Joined(Optional<LocalDate> from, Optional<LocalDate> to) {
        /** On any day. */
        public static final Joined EVER = new Joined(Optional.empty(), Optional.empty());

        /** @throws RuleViolation when it ends before it begins: nobody would be meant */
        public Joined {
            if (from.isPresent() && to.isPresent() && to.get().isBefore(from.get())) {
                throw RuleViolation.at(
                        "/joinedTo",
                        "joined-backwards",
                        Map.of("from", from.get().toString()));
            }
        }
    }

    /** True when nothing is left out. */
    public boolean isAll() {
        return equals(ALL);
    }
}
