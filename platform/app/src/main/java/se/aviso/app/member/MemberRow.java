package se.aviso.app.member;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import se.aviso.member.MembershipStatus;

/**
 * A member as the list shows one: with the membership that was looked for.
 *
 * @param shown empty for one who belongs nowhere that the caller sees
 * @param more how many memberships there are besides
 */
public record MemberRow(Member member, Optional<FindMemberships.Belonging> shown, int more) {
    /** Of all memberships of the member that the caller sees. */
    static MemberRow of(Member member, List<FindMemberships.Belonging> all, FindMembers.Wanted wanted) {
        var shown = all.stream().min(Comparator.comparing(each -> rank(each, wanted)));
        return new MemberRow(member, shown, Math.max(0, all.size() - 1));
    }

    /** The last day that is paid for in the membership shown. */
    public Optional<LocalDate> paidUntil() {
        return shown.flatMap(FindMemberships.Belonging::paidUntil);
    }

    /** What was looked for stands before the rest, and of that the one that is in force. */
    private static int rank(FindMemberships.Belonging belonging, FindMembers.Wanted wanted) {
        var status = wanted.status().filter(is -> is != belonging.status()).isPresent();
        var type = wanted.type().filter(is -> !is.equals(belonging.type().id())).isPresent();
        var group =
                wanted.group().filter(is -> !is.equals(belonging.group().id())).isPresent();
        var active = belonging.status() == MembershipStatus.ACTIVE;
        return (status ? 8 : 0) + (type ? 4 : 0) + (group ? 2 : 0) + (active ? 0 : 1);
    }
}
