package se.aviso.invoice;

import static org.assertj.core.api.Assertions.assertThat;
import static se.aviso.kernel.Money.kronor;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import se.aviso.invoice.Settlement.Status;
import se.aviso.kernel.Money;

class SettlementTest {
    @ParameterizedTest(name = "{0}")
    @CsvSource(textBlock = """
            unpaid,                            300,   0,   0, OPEN,        300, 0
            partly paid,                       300, 100,   0, PARTLY_PAID, 200, 0
            paid,                              300, 300,   0, SETTLED,     0,   0
            paid too much,                     300, 350,   0, OVERPAID,    0,   50
            credited in part,                  300,   0, 100, PARTLY_PAID, 200, 0
            credited whole,                    300,   0, 300, SETTLED,     0,   0
            credited in part and the rest paid, 300, 200, 100, SETTLED,    0,   0
            credited whole after it was paid,  300, 300, 300, OVERPAID,    0,   300
            a claim of nothing,                  0,   0,   0, SETTLED,     0,   0
            """)
    void statusOpenAndSurplusFollowFromAllocationsAndCredits(
            String which, long claimed, long received, long credited, Status status, long open, long surplus) {
        var settlement = new Settlement(kronor(claimed), kronor(received), kronor(credited), kronor(0));
        assertThat(settlement.status()).as(which).isEqualTo(status);
        assertThat(settlement.open()).isEqualTo(kronor(open));
        assertThat(settlement.surplus()).isEqualTo(kronor(surplus));
    }

    @Test
    void aNewClaimIsOpen() {
        assertThat(Settlement.open(kronor(300)))
                .isEqualTo(new Settlement(kronor(300), kronor(0), kronor(0), kronor(0)));
    }

    @Test
    void allocationsAddUpAndAreUndone() {
        var settlement = Settlement.open(kronor(300)).receiving(kronor(100)).receiving(kronor(200));
        assertThat(settlement.status()).isEqualTo(Status.SETTLED);
        assertThat(settlement.receiving(kronor(-200)).open()).isEqualTo(kronor(200));
        assertThat(settlement.receiving(kronor(-300)).status()).isEqualTo(Status.OPEN);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(textBlock = """
            unpaid and credited whole,       0, 300,   0, SETTLED,       0
            unpaid and credited in part,     0, 100,   0, PARTLY_PAID, 200
            paid and credited whole,       300, 300, 300, SETTLED,       0
            paid and credited in part,     300, 100, 100, SETTLED,       0
            half paid and credited whole,  150, 300, 150, SETTLED,       0
            half paid and credited beyond,   250, 100,  50, SETTLED,       0
            half paid and credited within,   150, 100,   0, PARTLY_PAID,  50
            """)
    void whatIsPaidBeyondACreditedClaimIsKeptForThePayer(
            String which, long received, long credited, long kept, Status status, long open) {
        var settlement =
                Settlement.open(kronor(300)).receiving(kronor(received)).crediting(kronor(credited));
        assertThat(settlement.kept()).as(which).isEqualTo(kronor(kept));
        assertThat(settlement.status()).isEqualTo(status);
        assertThat(settlement.open()).isEqualTo(kronor(open));
    }

    @Test
    void whatIsKeptForThePayerCannotBeGivenBackToo() {
        var credited = Settlement.open(kronor(300)).receiving(kronor(300)).crediting(kronor(100));
        assertThat(credited.receiving(kronor(-1)).isKeptTwice()).isTrue();
        assertThat(credited.isKeptTwice()).isFalse();
        assertThat(Settlement.open(kronor(300)).crediting(kronor(100)).isKeptTwice())
                .isFalse();
    }

    @Test
    void whatIsClaimedIsReceivedCreditedOrOpenLessTheSurplus() {
        var seed = 20261123L;
        var random = new Random(seed);
        for (var round = 0; round < 2_000; round++) {
            var settlement = new Settlement(any(random), any(random), any(random), Money.ore(0));
            assertThat(settlement.received().plus(settlement.credited()).plus(settlement.open()))
                    .as("seed %d round %d: %s", seed, round, settlement)
                    .isEqualTo(settlement.claimed().plus(settlement.surplus()));
        }
    }

    private static Money any(Random random) {
        return Money.ore(random.nextInt(5));
    }
}
