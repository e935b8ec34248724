package se.aviso.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;

class LeaseTest {
    @Test
    void twoWordsMayBeLost() {
        var now = Instant.parse("2027-01-04T12:00:00Z");

        assertThat(Lease.from(now)).isAfter(now.plus(Lease.RENEWAL.multipliedBy(3)));
    }
}
