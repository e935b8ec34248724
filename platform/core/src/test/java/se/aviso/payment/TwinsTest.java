package se.aviso.payment;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import se.aviso.kernel.PaymentId;

class TwinsTest {
    private static final LocalDate DAY = LocalDate.of(2027, 1, 4);
    private static final Fingerprint PRINT = new Fingerprint("alike", DAY);

    @Test
    void theFirstOfAFileIsTheFirstThatTheOtherFormatBrought() {
        var twins = new Twins(List.of(booked(2, PRINT), booked(1, PRINT)));
        assertThat(twins.take(PRINT)).contains(id(1));
        assertThat(twins.take(PRINT)).contains(id(2));
        assertThat(twins.take(PRINT)).isEmpty();
    }

    @Test
    void anotherLikenessIsNoTwin() {
        var twins = new Twins(List.of(booked(1, new Fingerprint("other", DAY))));
        assertThat(twins.take(PRINT)).isEmpty();
        assertThat(twins.isPossible(PRINT)).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"0,true", "1,true", "-1,true", "5,true", "-5,true", "6,false", "-6,false"})
    void equalButForAFewDaysIsPossible(int apart, boolean possible) {
        var twins = new Twins(List.of(booked(1, new Fingerprint("alike", DAY.plusDays(apart)))));
        assertThat(twins.isPossible(PRINT)).isEqualTo(possible);
    }

    @Test
    void aPaymentThatIsFoundAgainIsNobodysPossibleTwin() {
        var twins = new Twins(List.of(booked(1, PRINT)));
        assertThat(twins.isPossible(new Fingerprint("alike", DAY.plusDays(1)))).isTrue();
        twins.take(PRINT);
        assertThat(twins.isPossible(new Fingerprint("alike", DAY.plusDays(1)))).isFalse();
    }

    /** The law: whatever the order in which formats tell of equal payments, booked is the largest count. */
    @Test
    void bookedIsTheLargestCountOfAnyFormatAndNeverTheSum() {
        var random = new Random(20_270_104);
        for (var round = 0; round < 500; round++) {
            var told = new HashMap<Integer, Integer>();
            var books = new Books();
            for (var payment = random.nextInt(20); payment >= 0; payment--) {
                var format = random.nextInt(3);
                told.merge(format, 1, Integer::sum);
                books.take(format);
            }
            assertThat(books.booked)
                    .hasSize(told.values().stream().mapToInt(it -> it).max().orElseThrow());
        }
    }

    /** What the host does with one payment after the other, all of one fingerprint. */
    private static final class Books {
        private final List<PaymentId> booked = new ArrayList<>();
        private final Map<PaymentId, List<Integer>> toldBy = new HashMap<>();

        void take(int format) {
            var unanswered = booked.stream()
                    .filter(id -> !toldBy.getOrDefault(id, List.of()).contains(format))
                    .map(id -> new Twins.Booked(id, PRINT))
                    .toList();
            var known = new Twins(unanswered).take(PRINT);
            var id = known.orElseGet(() -> id(booked.size() + 1));
            if (known.isEmpty()) {
                booked.add(id);
            }
            toldBy.merge(
                    id,
                    List.of(format),
                    (some, one) -> Stream.concat(some.stream(), one.stream()).toList());
        }
    }

    private static PaymentId id(int number) {
        return new PaymentId(new UUID(2, number));
    }

    private static Twins.Booked booked(int number, Fingerprint print) {
        return new Twins.Booked(id(number), print);
    }
}
