package se.aviso.app.screen;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What PrimeFaces would take for a nonce, and what it would stumble over. */
class NonceAtHandTest {
    @Test
    void anIdInBase64IsOne() {
        var id = UUID.randomUUID().toString().getBytes(StandardCharsets.UTF_8);
        assertThat(NonceAtHand.isNonce(Base64.getEncoder().encodeToString(id))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "å", "4711", "'unsafe-inline'", "MS0xLTEtMS0x"})
    void nothingElseIs(String sent) {
        assertThat(NonceAtHand.isNonce(sent)).isFalse();
    }
}
