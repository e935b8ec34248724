package se.aviso.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class PostalAddressTest {
    @Test
    void aNameAStreetAndAPlaceAreFound() {
        assertThat(PostalAddress.isFound(List.of("Eva Ek", "Ek 1", "132 45 Nacka")))
                .isTrue();
        assertThat(PostalAddress.isFound(List.of("Ida Ek", "Eva Ek", "c/o Al", "Ek 1", "132 45 Nacka")))
                .isTrue();
    }

    @Test
    void whatEndsInNoPlaceOrHasNoStreetIsNotFound() {
        assertThat(PostalAddress.isFound(List.of())).isFalse();
        assertThat(PostalAddress.isFound(List.of("Eva Ek"))).isFalse();
        assertThat(PostalAddress.isFound(List.of("Eva Ek", " ", "132 45 Nacka")))
                .isFalse();
        assertThat(PostalAddress.isFound(List.of("Eva Ek", "Ek 1", "132 45 -"))).isFalse();
        assertThat(PostalAddress.isFound(List.of("Eva Ek", "Ek 1", "032 45 Nacka")))
                .isFalse();
        assertThat(PostalAddress.isFound(List.of("Eva Ek", "Ek 1", "Nacka"))).isFalse();
    }
}
