package se.aviso.link;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LinkLifeTest {
    private static final Instant NOON = Instant.parse("2027-01-04T12:00:00Z");
    private static final Optional<Instant> NEVER = Optional.empty();

    @ParameterizedTest(name = "{0} s before its end")
    @CsvSource({"900, VALID", "1, VALID", "0, EXPIRED", "-1, EXPIRED"})
    void aLinkHoldsUntilItsEnd(long seconds, LinkState state) {
        assertThat(new LinkLife(NOON.plusSeconds(seconds), NEVER, NEVER).stateAt(NOON))
                .isEqualTo(state);
    }

    @Test
    void oneThatIsUsedUpOrTakenBackOpensNothing() {
        var used = new LinkLife(NOON.plusSeconds(60), Optional.of(NOON), NEVER);
        var revoked = new LinkLife(NOON.plusSeconds(60), Optional.of(NOON), Optional.of(NOON));
        assertThat(used.stateAt(NOON)).isEqualTo(LinkState.USED);
        assertThat(revoked.stateAt(NOON)).isEqualTo(LinkState.REVOKED);
        assertThat(used.isValidAt(NOON) || revoked.isValidAt(NOON)).isFalse();
    }

    @Test
    void aLogInLinkHoldsForAQuarterOfAnHour() {
        assertThat(LogInLinks.expiresAt(NOON)).isEqualTo("2027-01-04T12:15:00Z");
    }

    @ParameterizedTest
    @CsvSource({"0, true", "2, true", "3, false", "4, false"})
    void aMailboxHasThreeLinksAtATime(long valid, boolean another) {
        assertThat(LogInLinks.mayHaveAnother(valid)).isEqualTo(another);
    }

    @ParameterizedTest
    @CsvSource({"1, 0, 5", "2, 5, 10", "3, 15, 20", "4, 35, 40", "0, 0, 5"})
    void aMailThatWasNotTakenIsTriedAfterEverLongerPauses(int attempts, long sinceAsked, long pause) {
        var now = NOON.plusSeconds(sinceAsked);
        assertThat(LogInLinks.triedAgainAt(NOON, attempts, now)).contains(now.plusSeconds(pause));
    }

    @Test
    void aMailThatIsNotTakenForMinutesIsGivenUp() {
        assertThat(LogInLinks.triedAgainAt(NOON, 6, NOON.plusSeconds(155))).isEmpty();
        assertThat(LogInLinks.triedAgainAt(NOON, 40, NOON)).isEmpty();
    }

    @ParameterizedTest(name = "{0} of an invoice due on {1}")
    @CsvSource({
        "WELCOME, 2027-02-03, 2027-01-05T12:00:00Z",
        "WELCOME, 2028-02-03, 2027-01-05T12:00:00Z",
        "INVOICE, 2027-02-03, 2027-04-04T12:00:00Z",
        "INVOICE, 2027-06-01, 2027-07-31T00:00:00Z",
        "REMINDER, 2026-11-01, 2027-04-04T12:00:00Z"
    })
    void aLinkToAnInvoiceOutlastsItsDueDay(InvoiceLinkPurpose purpose, LocalDate dueOn, Instant until) {
        assertThat(purpose.expiresAt(NOON, dueOn)).isEqualTo(until);
    }

    @Test
    void noLinkToAnInvoiceIsForGood() {
        for (var purpose : InvoiceLinkPurpose.values()) {
            assertThat(purpose.expiresAt(NOON, LocalDate.of(2027, 2, 3)))
                    .isBefore(NOON.plus(Duration.ofDays(100)))
                    .isAfter(NOON);
        }
    }
}
