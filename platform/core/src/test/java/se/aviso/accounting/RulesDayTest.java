package se.aviso.accounting;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class RulesDayTest {
    private static final LocalDate CLAIMED = LocalDate.of(2026, 11, 3);
    private static final LocalDate CREDITED = LocalDate.of(2027, 1, 15);

    @Test
    void aCreditFollowsTheRulesOfItsClaimsDay() {
        assertThat(RulesDay.elsewhere(EntryKind.CREDIT, CREDITED, Optional.of(CLAIMED)))
                .contains(CLAIMED);
    }

    @Test
    void aCreditOfTheSameDayOrOfAClaimThatIsNotBookedHasItsOwn() {
        assertThat(RulesDay.elsewhere(EntryKind.CREDIT, CREDITED, Optional.of(CREDITED)))
                .isEmpty();
        assertThat(RulesDay.elsewhere(EntryKind.CREDIT, CREDITED, Optional.empty()))
                .isEmpty();
    }

    /** Books that were closed may have moved the claim behind its credit: then the earlier day is the entry's own. */
    @Test
    void noEntryFollowsRulesOfADayThatIsStillToCome() {
        assertThat(RulesDay.elsewhere(EntryKind.CREDIT, CREDITED, Optional.of(CREDITED.plusDays(1))))
                .isEmpty();
    }

    @Test
    void aReversalFollowsTheRulesOfTheWriteOffThatItNames() {
        assertThat(RulesDay.elsewhere(EntryKind.REVERSAL, CREDITED, Optional.of(CLAIMED)))
                .contains(CLAIMED);
        assertThat(RulesDay.elsewhere(EntryKind.REVERSAL, CREDITED, Optional.empty()))
                .as("it names none")
                .isEmpty();
    }

    @Test
    void whatLeftWithoutRulesIsTakenBackAsItWasPosted() {
        assertThat(RulesDay.isAsPosted(EntryKind.CREDIT, true)).isTrue();
        assertThat(RulesDay.isAsPosted(EntryKind.REVERSAL, true)).isTrue();
        assertThat(RulesDay.isAsPosted(EntryKind.CREDIT, false)).isFalse();
        assertThat(RulesDay.isAsPosted(EntryKind.REVERSAL, false)).isFalse();
    }

    @ParameterizedTest
    @EnumSource(
            value = EntryKind.class,
            names = {"CREDIT", "REVERSAL"},
            mode = EnumSource.Mode.EXCLUDE)
    void whatTakesNothingBackFollowsTheRulesOfItsOwnDay(EntryKind kind) {
        assertThat(RulesDay.elsewhere(kind, CREDITED, Optional.of(CLAIMED))).isEmpty();
        assertThat(RulesDay.isAsPosted(kind, true)).isFalse();
    }
}
