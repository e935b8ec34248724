package se.aviso.spi.pricing;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import se.aviso.kernel.DayRange;

/**
 * A membership period to be priced. It names nobody: a price goes by what somebody is, not by who.
 *
 * @param id of the membership; only to tell positions apart
 * @param membershipType the type's slug
 * @param groupName the group that the member belongs to
 * @param age in whole years, on the day that the type reckons it
 * @param joinedOn when the membership began
 * @param days the period; empty while it waits for its first settlement
 * @param first true for the first period, false for a renewal
 * @param listed what the price list says, late sign-ups reckoned in; empty where no price holds
 * @param family empty of one who belongs to no family, and of one who signs up and is in none yet
 */
public record Position(
        UUID id,
        String membershipType,
        String groupName,
        int age,
        LocalDate joinedOn,
        Optional<DayRange> days,
        boolean first,
        List<PositionFee> listed,
        Optional<Family> family) {
    public Position {
        listed = List.copyOf(listed);
    }

    /** Of one who belongs to no family. */
    public Position(
            UUID id,
            String membershipType,
            String groupName,
            int age,
            LocalDate joinedOn,
            Optional<DayRange> days,
            boolean first,
            List<PositionFee> listed) {
        this(id, membershipType, groupName, age, joinedOn, days, first, listed, Optional.empty());
    }

    /**
     * The others of the family who are members somewhere in the federation, in the order in which they were born; twins
     * are told apart, so that each has a place of its own.
     *
     * @param older the ages of those born before, the oldest first, on the day that the type reckons ages
     * @param younger the ages of those born after
     * @since spi 1.4
     */
    public record Family(List<Integer> older, List<Integer> younger) {
        public Family {
            older = List.copyOf(older);
            younger = List.copyOf(younger);
        }
    }
}
