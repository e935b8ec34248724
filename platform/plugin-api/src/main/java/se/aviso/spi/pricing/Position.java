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
 */
public record Position(
        UUID id,
        String membershipType,
        String groupName,
        int age,
        LocalDate joinedOn,
        Optional<DayRange> days,
        boolean first,
        List<PositionFee> listed) {
    public Position {
        listed = List.copyOf(listed);
    }
}
