package se.aviso.app.invoice;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import se.aviso.kernel.MembershipTypeId;

/** Which membership of a type is meant where an invoice to many bills each member's own: the one that was first. */
final class OwnMemberships {
    static final OwnMemberships NONE = new OwnMemberships(List.of());

    private final Map<OfType, UUID> first = new HashMap<>();

    /** A membership of a member. */
    record Own(UUID member, MembershipTypeId type, UUID membership) {}

    private record OfType(UUID member, MembershipTypeId type) {}

    /** @param all the oldest first */
    OwnMemberships(List<Own> all) {
        all.forEach(each -> first.putIfAbsent(new OfType(each.member(), each.type()), each.membership()));
    }

    /** The line for that member; one of a membership that the member has not stays open, and pricing says so. */
    DraftLine line(DraftLine line, UUID member, Optional<MembershipTypeId> type) {
        return type.filter(any -> line.isOwnMembership())
                .map(of -> first.get(new OfType(member, of)))
                .map(line::of)
                .orElse(line);
    }

    /** All lines for that member. */
    List<DraftLine> lines(List<DraftLine> lines, UUID member, Optional<MembershipTypeId> type) {
        return lines.stream().map(line -> line(line, member, type)).toList();
    }
}
