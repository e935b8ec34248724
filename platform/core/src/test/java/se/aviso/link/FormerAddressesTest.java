package se.aviso.link;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class FormerAddressesTest {
    @Test
    void anAddressThatWasReplacedOrTakenAwayIsTold() {
        assertThat(FormerAddresses.of(List.of("a@x.example"), List.of("b@x.example")))
                .containsExactly("a@x.example");
        assertThat(FormerAddresses.of(List.of("a@x.example"), List.of())).containsExactly("a@x.example");
    }

    @Test
    void anAddressThatIsOnlyWrittenOtherwiseIsNot() {
        assertThat(FormerAddresses.of(List.of("a@x.example"), List.of(" A@X.example")))
                .isEmpty();
    }

    @Test
    void anAddressThatStaysAsTheGuardiansIsNot() {
        assertThat(FormerAddresses.of(List.of("a@x.example", "b@x.example"), List.of("b@x.example")))
                .containsExactly("a@x.example");
    }

    @Test
    void anAddressThatWasBothTheMembersAndTheGuardiansIsToldOnce() {
        assertThat(FormerAddresses.of(List.of("a@x.example", "A@x.example"), List.of()))
                .containsExactly("a@x.example");
    }

    @Test
    void whereNothingWasNothingIsTold() {
        assertThat(FormerAddresses.of(List.of(), List.of("a@x.example"))).isEmpty();
    }
}
