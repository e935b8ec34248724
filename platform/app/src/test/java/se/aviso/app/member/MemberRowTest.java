package se.aviso.app.member;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import se.aviso.dispatch.Channel;
import se.aviso.kernel.DayRange;
import se.aviso.kernel.MemberId;
import se.aviso.kernel.PeriodId;
import se.aviso.member.MembershipPeriod;
import se.aviso.member.MembershipStatus;
import se.aviso.member.PeriodState;

class MemberRowTest {
    private static final UUID ADULT = new UUID(1, 1);
    private static final UUID YOUTH = new UUID(1, 2);
    private static final UUID NACKA = new UUID(2, 1);
    private static final UUID KIRUNA = new UUID(2, 2);
    private static final Member EVA = new Member(
            new MemberId(new UUID(0, 1)),
            10001,
            new Member.Name("Eva", "Ek"),
            LocalDate.of(1980, 2, 1),
            new Member.Contact(Optional.empty(), Optional.empty(), Optional.of(Channel.EMAIL), "sv"),
            Optional.empty(),
            Member.Privacy.OPEN);
    private static final List<FindMemberships.Belonging> ALL = List.of(
            membership(NACKA, YOUTH, MembershipStatus.ENDED),
            membership(NACKA, ADULT, MembershipStatus.ACTIVE),
            membership(KIRUNA, ADULT, MembershipStatus.LAPSED));

    @Test
    void theMembershipInForceIsShown() {
        assertThat(shown(wanted(Optional.empty(), Optional.empty(), Optional.empty())))
                .isEqualTo(ALL.get(1));
    }

    @Test
    void theMembershipThatWasLookedForIsShown() {
        assertThat(shown(wanted(Optional.empty(), Optional.of(MembershipStatus.LAPSED), Optional.empty())))
                .isEqualTo(ALL.get(2));
        assertThat(shown(wanted(Optional.empty(), Optional.empty(), Optional.of(YOUTH))))
                .isEqualTo(ALL.get(0));
        assertThat(shown(wanted(Optional.of(KIRUNA), Optional.empty(), Optional.of(ADULT))))
                .isEqualTo(ALL.get(2));
    }

    @Test
    void theOthersAreCounted() {
        var any = wanted(Optional.empty(), Optional.empty(), Optional.empty());
        assertThat(MemberRow.of(EVA, ALL, any).more()).isEqualTo(2);
        assertThat(MemberRow.of(EVA, List.of(), any).more()).isZero();
        assertThat(MemberRow.of(EVA, List.of(), any).shown()).isEmpty();
    }

    @Test
    void paidUntilIsTheLastDayOfThePeriodsThatWerePaid() {
        var paid = period(2026, PeriodState.ENDED);
        var now = period(2027, PeriodState.PAID);
        var offered = period(2028, PeriodState.OFFERED);
        assertThat(with(paid, now, offered).paidUntil()).contains(LocalDate.of(2027, 12, 31));
        assertThat(with(offered).paidUntil()).isEmpty();
    }

    private static FindMemberships.Belonging shown(FindMembers.Wanted wanted) {
        return MemberRow.of(EVA, ALL, wanted).shown().orElseThrow();
    }

    private static FindMembers.Wanted wanted(
            Optional<UUID> group, Optional<MembershipStatus> status, Optional<UUID> type) {
        return new FindMembers.Wanted(Optional.empty(), group, status, type, Optional.empty());
    }

    private static FindMemberships.Belonging membership(UUID group, UUID type, MembershipStatus status) {
        return belonging(group, type, status, List.of());
    }

    private static FindMemberships.Belonging with(MembershipPeriod... periods) {
        return belonging(NACKA, ADULT, MembershipStatus.ACTIVE, List.of(periods));
    }

    private static FindMemberships.Belonging belonging(
            UUID group, UUID type, MembershipStatus status, List<MembershipPeriod> periods) {
        return new FindMemberships.Belonging(
                new UUID(3, 3),
                new UUID(0, 1),
                new FindMemberships.Place(group, "grupp"),
                new FindMemberships.Type(type, new MembershipType.Names("typ", "Typ", "Type")),
                LocalDate.of(2026, 1, 1),
                status,
                periods);
    }

    private static MembershipPeriod period(int year, PeriodState state) {
        var days = new DayRange(LocalDate.of(year, 1, 1), LocalDate.of(year, 12, 31));
        return new MembershipPeriod(new PeriodId(new UUID(4, year)), Optional.of(days), state);
    }
}
