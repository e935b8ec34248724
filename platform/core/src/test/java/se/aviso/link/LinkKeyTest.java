package se.aviso.link;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import se.aviso.kernel.TenantId;

class LinkKeyTest {
    private static final TenantId TENANT = new TenantId(new UUID(0x0123456789abcdefL, -7));
    private static final LinkSecret SECRET = new LinkSecret(-1, 42);

    @Test
    void aKeyIsReadAsItWasWritten() {
        var random = new Random(2027);
        for (var round = 0; round < 500; round++) {
            var key = new LinkKey(
                    new TenantId(new UUID(random.nextLong(), random.nextLong())),
                    new LinkSecret(random.nextLong(), random.nextLong()));
            assertThat(key.text()).as("seed 2027").matches("[A-Za-z0-9_-]{43}");
            assertThat(LinkKey.parse(key.text())).as("seed 2027").contains(key);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "a",
                "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA",
                "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA",
                "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=",
                "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAB",
                "AAAAAAAAAAAAAAAAAAAAA AAAAAAAAAAAAAAAAAAAAA",
                "../../../../../../../../../../../etc/passwd"
            })
    void whatWeNeverWroteIsNoKey(String foreign) {
        assertThat(LinkKey.parse(foreign)).isEmpty();
    }

    @Test
    void whatIsKeptIsTheHashOfThe128Bits() throws NoSuchAlgorithmException {
        var bits = new byte[LinkSecret.BYTES];
        new Random(1).nextBytes(bits);
        assertThat(LinkSecret.of(bits).hash())
                .isEqualTo(MessageDigest.getInstance("SHA-256").digest(bits))
                .isNotEqualTo(SECRET.hash());
    }

    @Test
    void aSecretHasAllOfItsBits() {
        assertThatIllegalArgumentException().isThrownBy(() -> LinkSecret.of(new byte[15]));
    }

    @Test
    void neitherTellsTheSecretToALog() {
        assertThat(SECRET + " " + new LinkKey(TENANT, SECRET))
                .isEqualTo("LinkSecret LinkKey of " + TENANT)
                .doesNotContain("42");
    }
}
