package se.aviso.app.member;

import java.time.LocalDate;
import java.util.Optional;
import se.aviso.kernel.GroupId;
import se.aviso.kernel.MembershipId;
import se.aviso.kernel.MembershipTypeId;
import se.aviso.member.MembershipPeriod;

/**
 * A member's belonging to a group, with its newest period: what billing needs to know.
 *
 * @param newest the newest period that was not recalled; empty before the first was offered
 * @param periods how many there are, those that were recalled included
 */
public record Membership(
        MembershipId id, Member member, Place place, LocalDate joinedOn, Optional<Newest> newest, int periods) {
    /** Where and as what the member belongs. */
    public record Place(GroupId group, String groupPath, MembershipTypeId type) {}

    /** The newest period and the how manieth it is, counted from 1. */
    public record Newest(int ordinal, MembershipPeriod period) {}
}
