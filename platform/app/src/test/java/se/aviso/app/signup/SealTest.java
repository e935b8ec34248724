package se.aviso.app.signup;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SealTest {
    private static final Instant NOON = Instant.parse("2027-01-04T12:00:00Z");
    private static final Seal OURS = seal(1);
    private static final Seal ANOTHER_TENANTS = seal(2);
    private static final Ticket TICKET = new Ticket("umea", NOON, "n");

    @Test
    void whatIsSealedIsReadAsItWas() {
        assertThat(OURS.open(OURS.close("åäö 1"))).contains("åäö 1");
    }

    @Test
    void anotherTenantsSealOpensNothing() {
        assertThat(OURS.open(ANOTHER_TENANTS.close("a"))).isEmpty();
    }

    @Test
    void noSignOfASealedTextCanBeChanged() {
        var sealed = OURS.close("welcome 1");
        var random = new Random(8580);
        for (var round = 0; round < 500; round++) {
            var at = random.nextInt(sealed.length());
            var other = (char) ('A' + random.nextInt(26));
            var forged = sealed.substring(0, at) + other + sealed.substring(at + 1);
            assertThat(OURS.open(forged).filter(text -> !text.equals("welcome 1")))
                    .as("seed 8580: %s", forged)
                    .isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ".", "a", "a.b", "!!.!!", "...."})
    void whatWeNeverSealedIsNothing(String foreign) {
        assertThat(OURS.open(foreign)).isEmpty();
    }

    @ParameterizedTest(name = "after {0} s")
    @CsvSource({"0, TOO_NEW", "2, TOO_NEW", "3, GOOD", "43200, GOOD", "43201, TOO_OLD", "-1, TOO_NEW"})
    void aTicketIsGoodForAsLongAsAPersonNeeds(long seconds, Ticket.Age age) {
        assertThat(TICKET.age(NOON.plusSeconds(seconds))).isEqualTo(age);
    }

    @Test
    void aTicketIsReadByItsOwnFormAlone() {
        assertThat(Ticket.read(TICKET.sealed(OURS), "umea", OURS)).contains(TICKET);
        assertThat(Ticket.read(TICKET.sealed(OURS), "nacka", OURS)).isEmpty();
    }

    @Test
    void whatIsSealedForAnotherPurposeIsNoTicket() {
        assertThat(Ticket.read(OURS.close("other umea " + NOON + " n"), "umea", OURS))
                .isEmpty();
    }

    private static Seal seal(int first) {
        var secret = new byte[32];
        secret[0] = (byte) first;
        return new Seal(secret);
    }
}
