package se.aviso.member;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import se.aviso.kernel.DayRange;
import se.aviso.kernel.RuleViolation;

class TypeEndTest {
    private static final LocalDate DAY = LocalDate.of(2027, 7, 1);
    private static final TypeEnd ENDED = new TypeEnd(Optional.of(DAY));

    @ParameterizedTest
    @CsvSource({"2027-06-30, true", "2027-07-01, false", "2028-01-01, false"})
    void nobodyJoinsFromTheDayOn(LocalDate joinedOn, boolean admitted) {
        assertThat(ENDED.admits(joinedOn)).isEqualTo(admitted);
        assertThat(TypeEnd.NEVER.admits(joinedOn)).isTrue();
    }

    @Test
    void whatBeganBeforeRunsToItsEnd() {
        assertThat(ENDED.allows(new DayRange(DAY.minusDays(1), DAY.plusYears(1))))
                .isTrue();
        assertThat(ENDED.allows(new DayRange(DAY, DAY.plusYears(1)))).isFalse();
    }

    @Test
    void whoComesTooLateIsToldWhenItEnded() {
        TypeEnd.NEVER.requireOpen(DAY, "/typeId");
        ENDED.requireOpen(DAY.minusDays(1), "/typeId");
        assertThatExceptionOfType(RuleViolation.class)
                .isThrownBy(() -> ENDED.requireOpen(DAY, "/typeId"))
                .satisfies(told -> assertThat(told.faults())
                        .containsExactly(
                                new RuleViolation.Fault("type-ended", "/typeId", Map.of("day", "2027-07-01"))));
    }

    @ParameterizedTest
    @CsvSource({
        "2027-07-01, , true",
        "2027-06-30, , false",
        "2027-06-30, 2027-06-30, true",
        ", 2027-06-30, true",
        "2027-06-29, 2027-06-30, false"
    })
    void anEndIsSetFromTodayOnOrStaysAsItIs(@Nullable LocalDate end, @Nullable LocalDate before, boolean may) {
        var wished = new TypeEnd(Optional.ofNullable(end));
        assertThat(wished.mayBeSet(new TypeEnd(Optional.ofNullable(before)), DAY))
                .isEqualTo(may);
    }
}
