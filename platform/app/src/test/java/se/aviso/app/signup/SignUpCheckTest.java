package se.aviso.app.signup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import se.aviso.app.member.WrittenNumber;
import se.aviso.dispatch.Channel;
import se.aviso.kernel.MemberId;
import se.aviso.kernel.RuleViolation;

class SignUpCheckTest {
    private static final LocalDate TODAY = LocalDate.of(2027, 1, 4);
    private static final Set<PaymentOption> BOTH = Set.of(PaymentOption.AVI, PaymentOption.SWISH);
    private static final LocalDate ADULT = LocalDate.of(1990, 5, 17);
    private static final LocalDate MINOR = LocalDate.of(2012, 5, 17);
    private static final Optional<SignUp.Address> HOME = Optional.of(new SignUp.Address("Stigen 1", "90326", "Umeå"));

    @Test
    void anAdultWithAnAddressForTheMailJoins() {
        assertThat(faults(form(ADULT, "e@example.org", none(), Channel.EMAIL, none())))
                .isEmpty();
    }

    @Test
    void aMinorNeedsAGuardian() {
        assertThat(faults(form(MINOR, "e@example.org", none(), Channel.EMAIL, none())))
                .containsExactly("guardian-required /guardian");
    }

    @Test
    void aGuardianWhoDoesNotConsentIsARefusal() {
        assertThat(faults(form(MINOR, "", guardian("a@example.org", Optional.of(false)), Channel.EMAIL, none())))
                .containsExactly("guardian-consent-required /guardian/consents");
    }

    @Test
    void aGuardianOfWhomTheSenderSaysNothingElseHasConsented() {
        var form = form(MINOR, "", guardian("a@example.org", none()), Channel.EMAIL, none());
        assertThat(faults(form)).isEmpty();
        assertThat(new SignUpCheck(form, TODAY, new SignUpCheck.Asked(BOTH, true)).consents())
                .containsExactly("guardian");
    }

    @Test
    void whoAsksForMailHasAnAddressForIt() {
        assertThat(faults(form(ADULT, " ", none(), Channel.EMAIL, none())))
                .containsExactly("email-required /person/email");
        assertThat(faults(form(MINOR, "", guardian("", Optional.of(true)), Channel.EMAIL, none())))
                .containsExactly("email-required /guardian/email");
    }

    @Test
    void whoAsksForALetterHasAnAddressForIt() {
        assertThat(faults(form(ADULT, "e@example.org", none(), Channel.LETTER, none())))
                .containsExactly("address-required /person/address");
        assertThat(faults(form(ADULT, "", none(), Channel.LETTER, HOME))).isEmpty();
    }

    @Test
    void aBirthdayLiesNeitherAheadNorBeforeAnybodyAlive() {
        assertThat(faults(form(TODAY.plusDays(1), "e@example.org", none(), Channel.EMAIL, none())))
                .containsExactly("birth-date-ahead /person/born");
        assertThat(faults(form(TODAY.minusYears(125).minusDays(1), "e@example.org", none(), Channel.EMAIL, none())))
                .containsExactly("birth-date-too-old /person/born");
        assertThat(faults(form(TODAY.minusYears(125), "e@example.org", none(), Channel.EMAIL, none())))
                .isEmpty();
    }

    @Test
    void whoHasNoSwishNumberIsNotSwishedTo() {
        var form = swished();
        assertThat(faults(form, BOTH)).isEmpty();
        assertThat(faults(form, Set.of(PaymentOption.AVI)))
                .containsExactly("payment-option-unavailable /paymentOption");
    }

    @Test
    void allFaultsAreNamedAtOnce() {
        var address = Optional.of(new SignUp.Address("", "12", "Umeå"));
        assertThat(faults(form(TODAY.plusDays(1), "e@", none(), Channel.LETTER, address)))
                .containsExactlyInAnyOrder(
                        "bad-email /person/email",
                        "bad-postal-code /person/address/postalCode",
                        "bad-text /person/address/street",
                        "birth-date-ahead /person/born");
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            19800517-00x7, true,  bad-personal-number
            900101-2385,   true,  personal-number-of-other-day
            900101-2385,   false, personal-number-not-asked""")
    void aPersonalNumberIsWellFormedOfTheBirthdayAndAskedFor(String written, boolean asked, String code) {
        var person = new SignUp.Person(
                "Elin", "Sjöberg", ADULT, Optional.of("e@example.org"), none(), none(), number(written));
        var form = new SignUp(person, none(), none(), "vuxen", none(), none(), none());
        assertThatThrownBy(() -> new SignUpCheck(form, TODAY, new SignUpCheck.Asked(BOTH, asked))
                        .member(new MemberId(new UUID(1, 1)), 1, "sv"))
                .hasMessageContaining(code)
                .hasMessageNotContaining(written);
        assertThat(form.toString()).doesNotContain(written);
        assertThat(form.withoutNumber().person().personalNumber()).isEmpty();
    }

    private static Optional<WrittenNumber> number(String written) {
        return Optional.of(new WrittenNumber(written));
    }

    private static SignUp swished() {
        var person = new SignUp.Person("Elin", "Sjöberg", ADULT, Optional.of("e@example.org"), none(), none(), none());
        return new SignUp(
                person, none(), none(), "vuxen", Optional.of(PaymentOption.SWISH), Optional.of(Channel.EMAIL), none());
    }

    private static List<String> faults(SignUp form) {
        return faults(form, BOTH);
    }

    private static List<String> faults(SignUp form, Set<PaymentOption> open) {
        try {
            new SignUpCheck(form, TODAY, new SignUpCheck.Asked(open, true))
                    .member(new MemberId(new UUID(1, 1)), 1, "sv");
            return List.of();
        } catch (RuleViolation violation) {
            return violation.faults().stream()
                    .map(fault -> fault.code() + " " + fault.pointer())
                    .toList();
        }
    }

    private static SignUp form(
            LocalDate born,
            String email,
            Optional<SignUp.Guardian> guardian,
            Channel channel,
            Optional<SignUp.Address> address) {
        var person = new SignUp.Person("Elin", "Sjöberg", born, Optional.of(email), address, none(), none());
        return new SignUp(person, guardian, none(), "vuxen", none(), Optional.of(channel), none());
    }

    private static Optional<SignUp.Guardian> guardian(String email, Optional<Boolean> consents) {
        return Optional.of(new SignUp.Guardian("Anna Sjöberg", Optional.of(email), consents));
    }

    private static <T> Optional<T> none() {
        return Optional.empty();
    }
}
