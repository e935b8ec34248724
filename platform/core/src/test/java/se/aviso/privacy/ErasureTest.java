package se.aviso.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import se.aviso.privacy.Erasure.Ground;
import se.aviso.privacy.Erasure.Keeping;
import se.aviso.privacy.Erasure.Kept;
import se.aviso.privacy.Erasure.Obstacle;
import se.aviso.privacy.Erasure.Standing;

class ErasureTest {
    private static final Optional<LocalDate> NEVER = Optional.empty();

    @ParameterizedTest
    @CsvSource(textBlock = """
            0, 0, 0, false, ''
            1, 0, 0, false, ACTIVE_MEMBERSHIP
            0, 2, 0, false, OPEN_CLAIM
            0, 0, 1, false, OPEN_OFFER
            2, 1, 1, false, ACTIVE_MEMBERSHIP OPEN_CLAIM OPEN_OFFER
            0, 0, 0, true,  ERASED_ALREADY""")
    void whoIsAMemberOrOwesIsNotErased(long active, long claims, long offers, boolean erased, String obstacles) {
        var erasure = new Erasure(new Standing(active, claims, offers, erased, NEVER, NEVER, NEVER));
        assertThat(erasure.obstacles())
                .containsExactlyElementsOf(Arrays.stream(obstacles.split(" "))
                        .filter(name -> !name.isEmpty())
                        .map(Obstacle::valueOf)
                        .toList());
    }

    @Test
    void whatIsBookedIsKeptThroughTheSeventhYearOfTheNewest() {
        var erasure = of(Optional.of(LocalDate.of(2025, 12, 30)), Optional.of(LocalDate.of(2026, 1, 15)));
        assertThat(erasure.kept())
                .contains(
                        new Keeping(Kept.INVOICES, Ground.BOOKKEEPING, Optional.of(LocalDate.of(2032, 12, 31))),
                        new Keeping(Kept.PAYMENTS, Ground.BOOKKEEPING, Optional.of(LocalDate.of(2033, 12, 31))));
    }

    @Test
    void ofWhoWasNeverBilledNothingIsKeptThatTellsWhoItWas() {
        assertThat(of(NEVER, NEVER).kept())
                .extracting(Keeping::what)
                .containsExactly(Kept.MEMBERSHIPS, Kept.TRAIL, Kept.CERTIFICATE);
    }

    @Test
    void aFileThatWentToACollectorIsKeptAsLongAsTheBooks() {
        var handedOver = Optional.of(LocalDate.of(2025, 12, 30));
        var erasure = new Erasure(new Standing(0, 0, 0, false, NEVER, NEVER, handedOver));
        assertThat(erasure.kept())
                .contains(
                        new Keeping(Kept.COLLECTOR_FILES, Ground.BOOKKEEPING, Optional.of(LocalDate.of(2032, 12, 31))));
    }

    private static Erasure of(Optional<LocalDate> invoice, Optional<LocalDate> payment) {
        return new Erasure(new Standing(0, 0, 0, false, invoice, payment, NEVER));
    }
}
