package se.aviso.app.invoice;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import se.aviso.app.member.Member;
import se.aviso.dispatch.Channel;
import se.aviso.dispatch.MobileNumber;
import se.aviso.kernel.MemberId;

class WhereaboutsTest {
    private static final Optional<Member.Guardian> NOBODY = Optional.empty();
    private static final Optional<Member.Address> AT_HOME =
            Optional.of(new Member.Address("Nya gatan 2", "831 31", "Östersund"));
    private static final InvoiceSnapshot.Recipient OWN = new InvoiceSnapshot.Recipient(
            "Eva Ek",
            List.of("Eva Ek", "Gamla gatan 1", "132 45 Nacka"),
            Optional.of("gammal@example.org"),
            7,
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.of("4711"));
    private static final InvoiceSnapshot.Recipient CHILDS = new InvoiceSnapshot.Recipient(
            "Bo Ek", List.of("Bo Ek", "Eva Ek"), Optional.of("bo@example.org"), 7, Optional.of("Eva Ek"));

    @Test
    void aMendedAddressIsUsedUnderTheNameOnTheDocument() {
        var now =
                Whereabouts.now(OWN, member("Ny", Optional.of("ny@example.org"), AT_HOME, NOBODY, Member.Privacy.OPEN));

        assertThat(now.address(Channel.EMAIL)).contains("ny@example.org");
        assertThat(now.address(Channel.LETTER)).contains("Eva Ek\nNya gatan 2\n831 31 Östersund");
        assertThat(now.address(Channel.SMS)).contains("+46701740605");
        assertThat(now.name()).isEqualTo("Eva Ek");
        assertThat(now.buyerReference()).contains("4711");
    }

    @Test
    void whoHadNoAddressIsReachedOnceThereIsOne() {
        var nowhere = OWN.nowhere();
        assertThat(nowhere.reachable()).isEmpty();

        var now = Whereabouts.now(
                nowhere, member("Eva", Optional.of("ny@example.org"), AT_HOME, NOBODY, Member.Privacy.OPEN));

        assertThat(now.reachable())
                .containsExactlyInAnyOrder(Channel.EMAIL, Channel.MY_PAGES, Channel.LETTER, Channel.SMS);
    }

    @Test
    void anAddressThatWasTakenAwayIsUsedNoMore() {
        var now = Whereabouts.now(OWN, member("Eva", Optional.empty(), Optional.empty(), NOBODY, Member.Privacy.OPEN));

        assertThat(now.addressed()).containsExactly(Channel.SMS);
        assertThat(now.addressLines()).containsExactly("Eva Ek");
    }

    @Test
    void aGuardianIsReachedAsTheGuardianIsNow() {
        var guardian = Optional.of(new Member.Guardian("Bo Ek", Optional.of("bo.ny@example.org")));
        var now = Whereabouts.now(
                CHILDS, member("Eva", Optional.of("barn@example.org"), AT_HOME, guardian, Member.Privacy.OPEN));

        assertThat(now.address(Channel.EMAIL)).contains("bo.ny@example.org");
        assertThat(now.address(Channel.LETTER)).contains("Bo Ek\nEva Ek\nNya gatan 2\n831 31 Östersund");
    }

    @Test
    void whatAGuardianWasAskedForIsNotSentToTheChildThatPaysForItselfByNow() {
        var grown = member("Eva", Optional.of("eva@example.org"), AT_HOME, NOBODY, Member.Privacy.OPEN);
        assertThat(Whereabouts.now(CHILDS, grown)).isEqualTo(CHILDS);

        var guardian = Optional.of(new Member.Guardian("Bo Ek", Optional.of("bo@example.org")));
        var put = member("Eva", Optional.of("eva@example.org"), AT_HOME, guardian, Member.Privacy.OPEN);
        assertThat(Whereabouts.now(OWN, put)).isEqualTo(OWN);
    }

    @Test
    void whoWasErasedIsReachedNowhereAndWhoIsProtectedAsEver() {
        var erased = new Member.Privacy(false, false, false, Optional.of(LocalDate.of(2027, 1, 2)));
        var gone = Whereabouts.now(OWN, member("Raderad", Optional.empty(), Optional.empty(), NOBODY, erased));
        assertThat(gone.addressed()).isEmpty();
        assertThat(gone.name()).isEqualTo("Eva Ek");

        var hidden = new Member.Privacy(true, true, false, Optional.empty());
        var kept = Whereabouts.now(OWN, member("Eva", Optional.of("ny@example.org"), AT_HOME, NOBODY, hidden));
        assertThat(kept.address(Channel.EMAIL)).contains("ny@example.org");
    }

    private static Member member(
            String given,
            Optional<String> email,
            Optional<Member.Address> address,
            Optional<Member.Guardian> guardian,
            Member.Privacy privacy) {
        var phone = Optional.of(MobileNumber.read("070-1740605").orElseThrow());
        return new Member(
                new MemberId(new UUID(7, 7)),
                7,
                new Member.Name(given, "Ek"),
                LocalDate.of(1990, 1, 1),
                new Member.Contact(
                        email, address, Optional.empty(), "sv", privacy.isErased() ? Optional.empty() : phone),
                guardian,
                privacy);
    }
}
