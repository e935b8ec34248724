package se.aviso.app.signup;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import se.aviso.app.member.Channel;
import se.aviso.kernel.RuleViolation.Fault;

class JoinFormTest {
    private static final LocalDate TODAY = LocalDate.of(2027, 1, 4);
    private final JoinForm form = new JoinForm();

    @ParameterizedTest
    @ValueSource(strings = {"2012-05-17", "20120517", "2012 05 17", " 2012/05/17", "2012.05.17"})
    void aBirthdayIsReadAsPeopleWriteIt(String typed) {
        form.setBorn(typed);
        assertThat(form.birthday()).contains(LocalDate.of(2012, 5, 17));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "120517", "2012-13-01", "2011-02-29", "17 maj 2012"})
    void whatIsNoDayIsNone(String typed) {
        form.setBorn(typed);
        assertThat(form.birthday()).isEmpty();
        assertThat(form.isMinor(TODAY)).isFalse();
    }

    @Test
    void aGuardianIsSentForAMinorAlone() {
        form.setGuardianName("Anna Sjöberg");
        form.setBorn("1990-05-17");
        assertThat(signUp().guardian()).isEmpty();
        form.setBorn("2012-05-17");
        assertThat(signUp().guardian())
                .contains(new SignUp.Guardian("Anna Sjöberg", Optional.empty(), Optional.of(false)));
    }

    @Test
    void anAddressIsSentWithALetterAlone() {
        form.setStreet("Stigen 1");
        assertThat(signUp().person().address()).isEmpty();
        form.setChannel(Channel.LETTER);
        assertThat(signUp().person().address()).contains(new SignUp.Address("Stigen 1", "", ""));
    }

    @Test
    void newsAreAgreedToByTickingAlone() {
        assertThat(signUp().consents()).contains(List.of());
        form.setNews(true);
        assertThat(signUp().consents()).contains(List.of("news"));
    }

    @ParameterizedTest
    @CsvSource({
        "/person/email, email",
        "/guardian/email, guardianEmail",
        "/person/address, street",
        "/guardian, guardianName"
    })
    void aFaultIsSaidAtItsField(String pointer, String field) {
        assertThat(JoinFaults.field(fault(pointer))).contains(field);
    }

    @Test
    void aFaultOfNoFieldIsOneOfTheWhole() {
        assertThat(JoinFaults.field(fault(""))).isEmpty();
    }

    @Test
    void theKeyboardGoesToTheFirstFaultOnThePage() {
        var faults = List.of(fault("/person/address"), fault(""), fault("/guardian/name"), fault("/person/born"));
        assertThat(JoinFaults.first(faults)).contains("born");
    }

    private SignUp signUp() {
        return form.signUp("sv", TODAY, TODAY.minusYears(30));
    }

    private static Fault fault(String pointer) {
        return new Fault("bad-text", pointer, Map.of());
    }
}
