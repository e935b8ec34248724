package se.aviso.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import se.aviso.kernel.MembershipTypeId;
import se.aviso.kernel.RuleViolation;

class ChoiceTest {
    private static final MembershipTypeId YEARLY = new MembershipTypeId(new UUID(0, 1));
    private static final MembershipTypeId SEASON = new MembershipTypeId(new UUID(0, 2));
    private static final Optional<LocalDate> DAY = Optional.of(LocalDate.of(2027, 1, 4));

    @Test
    void aTypeThatIsNamedTwiceIsMeantOnce() {
        assertThat(new Choice(List.of(YEARLY, SEASON, YEARLY), Choice.Joined.EVER).types())
                .containsExactly(YEARLY, SEASON);
    }

    @Test
    void whatLeavesNothingOutIsAll() {
        assertThat(new Choice(List.of(), new Choice.Joined(Optional.empty(), Optional.empty())).isAll())
                .isTrue();
        assertThat(new Choice(List.of(YEARLY), Choice.Joined.EVER).isAll()).isFalse();
        assertThat(new Choice(List.of(), new Choice.Joined(DAY, Optional.empty())).isAll())
                .isFalse();
    }

    @Test
    void oneDayIsFromAndToThatDay() {
        assertThatCode(() -> new Choice.Joined(DAY, DAY)).doesNotThrowAnyException();
    }

    @Test
    void daysDoNotEndBeforeTheyBegin() {
        assertThatThrownBy(() -> new Choice.Joined(DAY, DAY.map(day -> day.minusDays(1))))
                .isInstanceOfSatisfying(
                        RuleViolation.class,
                        broken -> assertThat(broken.faults().get(0).code()).isEqualTo("joined-backwards"));
    }
}
