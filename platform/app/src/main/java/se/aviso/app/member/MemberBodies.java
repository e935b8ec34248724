package se.aviso.app.member;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import se.aviso.dispatch.Channel;
import se.aviso.dispatch.MobileNumber;
import se.aviso.kernel.DayRange;
import se.aviso.kernel.PeppolAddress;
import se.aviso.member.MembershipPeriod;
import se.aviso.member.MembershipStatus;
import se.aviso.member.PeriodState;

/** The JSON of members. Personal data: never logged. */
final class MemberBodies {
    private MemberBodies() {}

    /** A member to be, with the memberships that begin today. */
    record NewMember(
            String givenName,
            String familyName,
            LocalDate born,
            Optional<String> email,
            Optional<Member.Address> address,
            Optional<Channel> channel,
            Optional<String> language,
            Optional<Member.Guardian> guardian,
            Optional<WrittenNumber> personalNumber,
            Optional<List<NewMembership>> memberships,
            Optional<String> phone,
            Optional<String> peppol,
            Optional<String> buyerReference) {}

    /** A membership to be, without an invoice. */
    record NewMembership(UUID groupId, UUID typeId, Optional<LocalDate> joinedOn) {}

    /**
     * A member.
     *
     * @param channel what the member has wished; absent where nothing was
     * @param personalNumber masked
     * @param protectedIdentity true: e-mail, address and guardian are only told to those who may see them
     */
    record MemberBody(
            UUID id,
            long number,
            String givenName,
            String familyName,
            LocalDate born,
            Optional<String> email,
            Optional<Member.Address> address,
            Optional<Channel> channel,
            String language,
            Optional<Member.Guardian> guardian,
            Optional<String> personalNumber,
            boolean protectedIdentity,
            Optional<String> phone,
            Optional<String> peppol,
            Optional<String> buyerReference) {
        static MemberBody of(Member member) {
            return new MemberBody(
                    member.id().value(),
                    member.number(),
                    member.name().given(),
                    member.name().family(),
                    member.born(),
                    member.contact().email(),
                    member.contact().address(),
                    member.contact().wish(),
                    member.contact().language(),
                    member.guardian(),
                    member.maskedNumber(),
                    member.privacy().protectedIdentity(),
                    member.contact().phone().map(MobileNumber::text),
                    member.contact().organisation().peppol().map(PeppolAddress::text),
                    member.contact().organisation().buyerReference());
        }
    }

    /** A member with the memberships. */
    record WholeMember(@JsonUnwrapped MemberBody member, List<MembershipBody> memberships) {
        static WholeMember of(Member member, List<FindMemberships.Belonging> belongings) {
            return new WholeMember(
                    MemberBody.of(member),
                    belongings.stream().map(MembershipBody::of).toList());
        }
    }

    /** A membership with its periods, the oldest first. */
    record MembershipBody(
            UUID id,
            UUID groupId,
            String groupName,
            UUID typeId,
            String typeSlug,
            LocalDate joinedOn,
            MembershipStatus status,
            List<PeriodBody> periods) {
        static MembershipBody of(FindMemberships.Belonging belonging) {
            return new MembershipBody(
                    belonging.id(),
                    belonging.group().id(),
                    belonging.group().name(),
                    belonging.type().id(),
                    belonging.type().names().slug(),
                    belonging.joinedOn(),
                    belonging.status(),
                    belonging.periods().stream().map(PeriodBody::of).toList());
        }
    }

    /** A period; without days while it waits for its first settlement. */
    record PeriodBody(UUID id, Optional<LocalDate> firstDay, Optional<LocalDate> lastDay, PeriodState state) {
        static PeriodBody of(MembershipPeriod period) {
            return new PeriodBody(
                    period.id().value(),
                    period.days().map(DayRange::firstDay),
                    period.days().map(DayRange::lastDay),
                    period.state());
        }
    }
}
