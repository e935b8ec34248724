package se.aviso.member;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import se.aviso.kernel.RuleViolation.Fault;

class OwnDetailsTest {
    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void whoHasAnAccountChangesAllThatIsTheirs(boolean isProtected) {
        var details = new OwnDetails(false, isProtected);
        assertThat(details.showsWhereabouts()).isTrue();
        assertThat(details.changeable()).isEqualTo(OwnDetails.FIELDS);
        assertThat(details.refused(OwnDetails.FIELDS)).isEmpty();
    }

    @Test
    void whoCameByALinkDoesNotChangeTheAddressThatItCameTo() {
        var details = new OwnDetails(true, false);
        assertThat(details.showsWhereabouts()).isTrue();
        assertThat(details.changeable())
                .containsExactly(
                        "/phone", "/address/street", "/address/postalCode", "/address/city", "/channel", "/language");
        assertThat(details.refused(List.of("/phone", "/email")))
                .extracting(Fault::code, Fault::pointer)
                .containsExactly(tuple("own-not-here", "/email"));
    }

    @Test
    void whereSomebodyProtectedLivesIsNeitherToldNorChangedByALink() {
        var details = new OwnDetails(true, true);
        assertThat(details.showsWhereabouts()).isFalse();
        assertThat(details.changeable()).containsExactly("/channel", "/language");
        assertThat(details.refused(OwnDetails.FIELDS))
                .hasSize(5)
                .allSatisfy(fault -> assertThat(fault.code()).isEqualTo("own-not-here"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/givenName", "/familyName", "/guardian/email", "/guardian/name", "/personalNumber"})
    void whatIsTheOfficesIsNotChangedByAnybodyHere(String pointer) {
        for (var byLink : List.of(true, false)) {
            var details = new OwnDetails(byLink, false);
            assertThat(details.mayChange(pointer)).isFalse();
            assertThat(details.refused(List.of(pointer)))
                    .extracting(Fault::code)
                    .containsExactly("own-not-here");
        }
    }
}
