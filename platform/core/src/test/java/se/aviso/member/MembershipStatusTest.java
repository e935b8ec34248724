package se.aviso.member;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MembershipStatusTest {
    @Test
    void whoSignedUpAndHasNoPeriodYetIsOffered() {
        assertThat(MembershipStatus.of(List.of())).isEqualTo(MembershipStatus.OFFERED);
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            OFFERED,           OFFERED
            PAID,              ACTIVE
            ENDED,             ENDED
            LAPSED,            LAPSED
            CANCELLED,         ENDED
            ENDED OFFERED,     OFFERED
            PAID OFFERED,      ACTIVE
            PAID LAPSED,       ACTIVE
            PAID CANCELLED,    ACTIVE
            ENDED PAID,        ACTIVE
            ENDED LAPSED,      LAPSED
            LAPSED OFFERED,    OFFERED
            LAPSED ENDED,      ENDED
            RECALLED,          OFFERED
            ENDED RECALLED,    ENDED
            PAID RECALLED,     ACTIVE
            LAPSED RECALLED,   LAPSED
            RECALLED OFFERED,  OFFERED
            """)
    void aPaidPeriodCountsAndElseTheNewest(String periods, MembershipStatus status) {
        var states = Arrays.stream(periods.split(" ")).map(PeriodState::valueOf).toList();
        assertThat(MembershipStatus.of(states)).isEqualTo(status);
    }
}
