package se.aviso.app.member;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.StringReader;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import se.aviso.app.group.GroupStore;
import se.aviso.app.web.CsvFaults;
import se.aviso.dispatch.Cascade;
import se.aviso.dispatch.Channel;
import se.aviso.dispatch.Unreached;
import se.aviso.kernel.GroupId;
import se.aviso.kernel.MembershipTypeId;
import se.aviso.kernel.PeppolAddress;
import se.aviso.kernel.RuleViolation;
import se.aviso.member.TypeEnd;

class MemberRowsTest {
    private static final LocalDate TODAY = LocalDate.of(2027, 1, 4);
    private static final MemberRows.Known KNOWN = new MemberRows.Known(
            Map.of(
                    "nacka", new GroupStore.Placed(new GroupId(new UUID(0, 1)), "/00001/"),
                    "umea", new GroupStore.Placed(new GroupId(new UUID(0, 3)), "/00002/")),
            Map.of(
                    "vuxen", new MemberRows.Choice(new MembershipTypeId(new UUID(0, 2)), TypeEnd.NEVER),
                    "forr",
                            new MemberRows.Choice(
                                    new MembershipTypeId(new UUID(0, 3)), new TypeEnd(Optional.of(TODAY)))),
            path -> !path.startsWith("/00002/"));

    private final CsvFaults faults = new CsvFaults();

    @Test
    void aPersonalNumberStandsBehindTheRest() {
        var row = read("10001,nacka,vuxen,Eva,Ek,1990-01-01,,Ek 1,13245,Nacka,900101-2385")
                .get(0);
        assertThat(row.personalNumber().orElseThrow().digits()).isEqualTo("199001012385");
        assertThat(row.line()).isEqualTo(2);
    }

    @Test
    void aPersonalNumberIsRefusedWhereItMayNotBeBrought() {
        assertThat(read("10001,umea,vuxen,Eva,Ek,1990-01-01,,Ek 1,13245,Nacka,900101-2385"))
                .isEmpty();
        assertThatThrownBy(faults::refuse).hasMessageContaining("personal-number-not-yours");
    }

    @Test
    void anOrganisationBringsItsAddressAndReference() {
        var contact = read("10001,nacka,vuxen,Bygg & Bo,i Åre AB,1990-01-01,,Ek 1,13245,Nacka,,556012-3456,4711")
                .get(0)
                .member()
                .contact();
        assertThat(contact.wish()).contains(Channel.PEPPOL);
        assertThat(contact.organisation())
                .isEqualTo(new Member.Organisation(PeppolAddress.read("0007:5560123456"), Optional.of("4711")));
    }

    @Test
    void aRowBecomesAMember() {
        var member = read("10001,nacka,vuxen,Eva,Ek,1980-02-01,eva@example.org,Ek 1,13245,Nacka")
                .get(0)
                .member();
        assertThat(member.number()).isEqualTo(10001);
        assertThat(member.contact().address()).contains(new Member.Address("Ek 1", "132 45", "Nacka"));
        assertThat(member.contact().wish()).isEmpty();
    }

    @Test
    void whomAListBringsHasWishedNothingAndIsReachedByWhatIsOnFile() {
        var member =
                read("1,nacka,vuxen,Eva,Ek,1980-02-01,,Ek 1,13245,Nacka").get(0).member();
        assertThat(member.contact().wish()).isEmpty();
        assertThat(Cascade.USUAL.first(member.contact().wish(), member.reachable()))
                .contains(Channel.LETTER);
    }

    @Test
    void aPostalAddressWhereThePostFindsNobodyIsNoWay() {
        var member =
                read("1,nacka,vuxen,Eva,Ek,1980-02-01,,Ek 1,13245,-").get(0).member();
        assertThat(member.addressed()).containsExactly(Channel.LETTER);
        assertThat(member.reachable()).isEmpty();
        assertThat(Cascade.USUAL.unreached(member.addressed(), member.reachable()))
                .contains(Unreached.BAD_POSTAL_ADDRESS);
    }

    @Test
    void everyFaultIsNamedByLineAndColumn() {
        assertThat(read("x,kiruna,barn,,Ek,1880-02-01,eva,Ek 1,132,Nacka")).isEmpty();
        assertThatThrownBy(faults::refuse)
                .isInstanceOfSatisfying(
                        RuleViolation.class,
                        refused -> assertThat(refused.faults())
                                .extracting(RuleViolation.Fault::pointer)
                                .containsExactlyInAnyOrder(
                                        "",
                                        "/2/group",
                                        "/2/type",
                                        "/2/number",
                                        "/2/givenName",
                                        "/2/email",
                                        "/2/postalCode",
                                        "/2/born"));
    }

    @Test
    void aTypeThatHasEndedIsToldWithItsDay() {
        assertThat(read("10001,nacka,forr,Eva,Ek,1990-01-01,,Ek 1,13245,Nacka")).isEmpty();
        assertThatThrownBy(faults::refuse)
                .isInstanceOfSatisfying(
                        RuleViolation.class,
                        refused -> assertThat(refused.faults()).anySatisfy(fault -> {
                            assertThat(fault.code()).isEqualTo("type-ended");
                            assertThat(fault.pointer()).isEqualTo("/2/type");
                            assertThat(fault.facts()).containsEntry("day", "2027-01-04");
                        }));
    }

    @Test
    void onlyAHundredFaultsAreShownButAllAreCounted() {
        for (var line = 2; line < 300; line++) {
            faults.add("bad-text", line, "city");
        }
        assertThatThrownBy(faults::refuse).isInstanceOfSatisfying(RuleViolation.class, refused -> {
            assertThat(refused.faults()).hasSize(101);
            assertThat(refused.faults().get(0).facts()).containsEntry("faults", "298");
        });
    }

    private List<MemberRows.Joining> read(String row) {
        var columns = new ArrayList<>(MemberCsv.HEADER);
        columns.addAll(List.of(MemberCsv.NUMBER, MemberCsv.PEPPOL, MemberCsv.REFERENCE));
        var written = Math.max(row.split(",", -1).length, MemberCsv.HEADER.size());
        var csv = MemberCsv.open(new StringReader(String.join(",", columns.subList(0, written)) + "\n" + row));
        return new MemberRows(faults, TODAY, "sv").read(csv.next(10), KNOWN);
    }
}
