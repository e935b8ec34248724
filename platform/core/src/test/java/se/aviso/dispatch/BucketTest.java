package se.aviso.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;

class BucketTest {
    private static final Instant NOON = Instant.parse("2027-01-04T12:00:00Z");

    @Test
    void aFullOneHoldsAMinute() {
        assertThat(Bucket.full(60, NOON).lets(100)).isEqualTo(60);
        assertThat(Bucket.full(60, NOON).lets(20)).isEqualTo(20);
    }

    @Test
    void anEmptyOneFillsSteadily() {
        var empty = Bucket.full(60, NOON).without(60);
        assertThat(empty.filled(60, NOON.plusMillis(999)).lets(10)).isZero();
        assertThat(empty.filled(60, NOON.plusSeconds(7)).lets(10)).isEqualTo(7);
        assertThat(empty.filled(60, NOON.plusSeconds(3_600)).lets(100)).isEqualTo(60);
    }

    @Test
    void manyLooksLoseNothing() {
        var bucket = Bucket.full(6, NOON).without(6);
        for (var milli = 1; milli <= 10_000; milli++) {
            bucket = bucket.filled(6, NOON.plusMillis(milli));
        }
        assertThat(bucket.lets(10)).isEqualTo(1);
    }

    @Test
    void aClockThatWentBackGivesNothing() {
        assertThat(Bucket.full(60, NOON)
                        .without(60)
                        .filled(60, NOON.minusSeconds(9))
                        .lets(1))
                .isZero();
    }
}
