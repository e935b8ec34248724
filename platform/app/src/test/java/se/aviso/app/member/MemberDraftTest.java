package se.aviso.app.member;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import se.aviso.dispatch.Channel;
import se.aviso.kernel.MemberId;
import se.aviso.kernel.RuleViolation;

class MemberDraftTest {
    private static final UUID GROUP = new UUID(0, 1);
    private static final UUID TYPE = new UUID(0, 2);

    @Test
    void everythingThatCanBeChangedIsSaidAndWhatIsEmptyIsCleared() {
        var draft = MemberDraft.of(new Member(
                new MemberId(new UUID(0, 3)),
                10001,
                new Member.Name("Eva", "Ek"),
                LocalDate.of(2015, 2, 1),
                new Member.Contact(
                        Optional.empty(),
                        Optional.of(new Member.Address("Ek 1", "132 45", "Nacka")),
                        Optional.of(Channel.LETTER),
                        "en"),
                Optional.of(new Member.Guardian("Ida Ek", Optional.of("ida@example.org"))),
                Member.Privacy.OPEN));
        draft.fields().put("/address/street", " ");
        assertThat(draft.changes())
                .containsOnlyKeys(ChangeMember.fields().stream()
                        .filter(pointer -> !pointer.equals("/personalNumber"))
                        .toList())
                .containsEntry("/givenName", Optional.of("Eva"))
                .containsEntry("/email", Optional.empty())
                .containsEntry("/address/street", Optional.empty())
                .containsEntry("/address/city", Optional.of("Nacka"))
                .containsEntry("/channel", Optional.of("LETTER"))
                .containsEntry("/guardian/email", Optional.of("ida@example.org"));
    }

    @Test
    void aPersonalNumberStaysUnlessAnotherIsWrittenOrItIsForgotten() {
        var draft = written();
        assertThat(draft.changes()).doesNotContainKey("/personalNumber");
        draft.fields().put("forgetNumber", "true");
        assertThat(draft.changes()).containsEntry("/personalNumber", Optional.empty());
        draft.fields().put("/personalNumber", "900101-2385");
        assertThat(draft.changes()).containsEntry("/personalNumber", Optional.of("900101-2385"));
    }

    @Test
    void whoWishesNoChannelIsNotSaidToWishOne() {
        var draft = written();
        assertThat(draft.changes()).containsEntry("/channel", Optional.empty());
        assertThat(draft.member(GROUP, TYPE).channel()).isEmpty();
        draft.fields().put("/channel", "EMAIL");
        assertThat(draft.member(GROUP, TYPE).channel()).contains(Channel.EMAIL);
    }

    @Test
    @SuppressWarnings("NullAway") // as a page does that knows no annotation
    void aFieldThatAPageLeavesWithoutAnythingIsEmpty() {
        var draft = written();
        draft.fields().put("/phone", null);
        draft.fields().put("/address/city", null);
        assertThat(draft.changes())
                .containsEntry("/phone", Optional.empty())
                .containsEntry("/address/city", Optional.empty());
    }

    @Test
    void whatIsNotShownIsNotChanged() {
        var hidden = new Member.Privacy(false, true, true, Optional.empty());
        var contact = new Member.Contact(Optional.empty(), Optional.empty(), Optional.of(Channel.EMAIL), "sv");
        var draft = MemberDraft.of(new Member(
                new MemberId(new UUID(0, 3)),
                10001,
                new Member.Name("Eva", "Ek"),
                LocalDate.of(1980, 2, 1),
                contact,
                Optional.empty(),
                hidden));
        assertThat(draft.changes()).containsOnlyKeys("/givenName", "/familyName", "/channel", "/language");
    }

    @Test
    void aNewMemberHasOneMembershipAndNoGuardianThatNobodyNamed() {
        var member = written().member(GROUP, TYPE);
        assertThat(member.born()).isEqualTo(LocalDate.of(1980, 2, 1));
        assertThat(member.email()).isEmpty();
        assertThat(member.guardian()).isEmpty();
        assertThat(member.memberships().orElseThrow())
                .containsExactly(new MemberBodies.NewMembership(GROUP, TYPE, Optional.empty()));
    }

    @Test
    void aGuardianWithoutANameIsHandedOnToBeRefused() {
        var draft = written();
        draft.fields().put("/guardian/email", "ida@example.org");
        assertThat(draft.member(GROUP, TYPE).guardian())
                .contains(new Member.Guardian("", Optional.of("ida@example.org")));
    }

    @Test
    void aDayOfBirthThatIsNoneIsNamedAtItsField() {
        var draft = written();
        draft.fields().put("/born", "1980-02-31");
        assertThatThrownBy(() -> draft.member(GROUP, TYPE))
                .isInstanceOfSatisfying(
                        RuleViolation.class,
                        refused -> assertThat(refused.faults().get(0).pointer()).isEqualTo("/born"));
    }

    private static MemberDraft written() {
        var draft = MemberDraft.empty("sv");
        draft.fields().put("/givenName", "Eva");
        draft.fields().put("/familyName", "Ek");
        draft.fields().put("/born", "1980-02-01");
        return draft;
    }
}
