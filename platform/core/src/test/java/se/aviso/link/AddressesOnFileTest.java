package se.aviso.link;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AddressesOnFileTest {
    private static final LocalDate TODAY = LocalDate.of(2027, 1, 4);
    private static final Optional<String> OWN = Optional.of("Kid@People.example");
    private static final Optional<String> GUARDIANS = Optional.of("Mum@People.example");
    private static final LocalDate EIGHTEEN_TODAY = LocalDate.of(2009, 1, 4);
    private static final LocalDate EIGHTEEN_TOMORROW = LocalDate.of(2009, 1, 5);

    @Test
    void aMinorIsOpenedByTheGuardiansMailboxAlone() {
        var minor = new AddressesOnFile(EIGHTEEN_TOMORROW, OWN, GUARDIANS, Optional.empty());
        assertThat(minor.mailbox(TODAY)).isEqualTo(GUARDIANS);
        assertThat(minor.isOpenedBy("mum@people.example", TODAY)).isTrue();
        assertThat(minor.isOpenedBy("kid@people.example", TODAY)).isFalse();
        assertThat(minor.isGuardiansAt(TODAY)).isTrue();
    }

    @Test
    void fromTheEighteenthBirthdayOnItIsOnesOwn() {
        var adult = new AddressesOnFile(EIGHTEEN_TODAY, OWN, GUARDIANS, Optional.empty());
        assertThat(adult.mailbox(TODAY)).isEqualTo(OWN);
        assertThat(adult.isOpenedBy("mum@people.example", TODAY)).isFalse();
        assertThat(adult.isGuardiansAt(TODAY)).isFalse();
    }

    @Test
    void aMinorWhoseGuardianHasNoAddressIsWrittenTo() {
        var minor = new AddressesOnFile(EIGHTEEN_TOMORROW, OWN, Optional.empty(), Optional.empty());
        assertThat(minor.mailbox(TODAY)).isEqualTo(OWN);
    }

    @Test
    void withoutAnAddressNobodyIsLetIn() {
        var adult = new AddressesOnFile(EIGHTEEN_TODAY, Optional.empty(), GUARDIANS, Optional.empty());
        assertThat(adult.mailbox(TODAY)).isEmpty();
        assertThat(adult.isOpenedBy("", TODAY)).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "' Ada@Annan.EXAMPLE ', ada@annan.example",
        "4711, 4711",
        "' 4 711', 4711",
        "47-11, 4711",
        "åsa@ö.example, åsa@ö.example"
    })
    void whatIsTypedIsAnAddressOrANumber(String typed, String asked) {
        assertThat(AskedFor.parse(typed)).contains(new AskedFor(asked));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "0",
                "0711",
                "ada",
                "ada@",
                "@annan.example",
                "a@b",
                "a b@annan.example",
                "1234567890123",
                "a@b.c\nBcc: d@e.f",
                "a@b@c.d"
            })
    void anythingElseIsNeither(String typed) {
        assertThat(AskedFor.parse(typed)).isEmpty();
    }

    @Test
    void nothingEndlessIsAskedFor() {
        assertThat(AskedFor.parse("a".repeat(200) + "@annan.example")).isEmpty();
    }

    @Test
    void onlyDigitsAreAMemberNumber() {
        assertThat(new AskedFor("4711").number()).contains(4711L);
        assertThat(new AskedFor("ada@annan.example").number()).isEmpty();
    }

    @Test
    void anAddressThatAnOfficeHasChangedOpensNothingForThreeDays() {
        var adult = new AddressesOnFile(EIGHTEEN_TODAY, OWN, Optional.empty(), Optional.of(TODAY));
        assertThat(adult.mailbox(TODAY.plusDays(2))).isEmpty();
        assertThat(adult.isOpenedBy("kid@people.example", TODAY.plusDays(2))).isFalse();
        assertThat(adult.isOpenedBy("kid@people.example", TODAY.plusDays(3))).isTrue();
    }
}
