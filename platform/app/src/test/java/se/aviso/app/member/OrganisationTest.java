package se.aviso.app.member;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import se.aviso.dispatch.Channel;
import se.aviso.kernel.MemberId;
import se.aviso.kernel.PeppolAddress;
import se.aviso.kernel.RuleViolation.Fault;

class OrganisationTest {
    private static final LocalDate TODAY = LocalDate.of(2027, 1, 4);
    private static final Optional<PeppolAddress> ADDRESS = PeppolAddress.read("0007:5560123456");

    @Test
    void anOrganisationNumberIsAnAddressAndEmptyTextsAreNone() {
        var form = new MemberForm(TODAY);

        assertThat(form.organisation(Optional.of(" 556012-3456 "), Optional.of(" 4711 ")))
                .isEqualTo(new Member.Organisation(ADDRESS, Optional.of("4711")));
        assertThat(form.organisation(Optional.of(" "), Optional.of(""))).isEqualTo(Member.Organisation.NONE);
        assertThat(form.faults()).isEmpty();
    }

    @Test
    void whatIsWrongIsToldWithItsPlace() {
        var form = new MemberForm(TODAY);

        form.organisation(Optional.of("556012-3457"), Optional.of("a\nb"));

        assertThat(form.faults().stream().map(Fault::pointer)).containsExactly("/peppol", "/buyerReference");
    }

    @Test
    void anOrganisationIsReachedByPeppolAndAGuardianIsNot() {
        assertThat(member(Optional.empty()).reachable()).containsExactly(Channel.PEPPOL);
        assertThat(member(Optional.of(new Member.Guardian("Ida Ek", Optional.empty())))
                        .reachable())
                .isEmpty();
    }

    @Test
    void thePageSaysWhatIsKeptAndChangesNothingByItself() {
        var changes = MemberDraft.of(member(Optional.empty())).changes();

        assertThat(changes)
                .containsEntry("/peppol", Optional.of("0007:5560123456"))
                .containsEntry("/buyerReference", Optional.of("4711"));
    }

    @Test
    void whoIsProtectedShowsNoAddress() {
        assertThat(member(Optional.empty()).withoutWhereabouts().contact().organisation())
                .isEqualTo(Member.Organisation.NONE);
    }

    private static Member member(Optional<Member.Guardian> guardian) {
        var contact = new Member.Contact(
                Optional.empty(),
                Optional.empty(),
                Optional.of(Channel.PEPPOL),
                "sv",
                Optional.empty(),
                new Member.Organisation(ADDRESS, Optional.of("4711")));
        return new Member(
                new MemberId(new UUID(0, 3)),
                10001,
                new Member.Name("Bygg & Bo", "i Åre AB"),
                LocalDate.of(1980, 2, 1),
                contact,
                guardian,
                Member.Privacy.OPEN);
    }
}
