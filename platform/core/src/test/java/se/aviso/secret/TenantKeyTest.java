package se.aviso.secret;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import se.aviso.kernel.MemberId;
import se.aviso.kernel.PersonalNumber;
import se.aviso.kernel.TenantId;

class TenantKeyTest {
    private static final TenantId TENANT = new TenantId(new UUID(1, 1));
    private static final TenantId OTHER = new TenantId(new UUID(1, 2));
    private static final MemberId EVA = new MemberId(new UUID(2, 1));
    private static final MemberId ADAM = new MemberId(new UUID(2, 2));
    private static final PersonalNumber NUMBER = new PersonalNumber("199001012385");
    private static final String MASTER = "a master key for tests and long enough";

    private final TenantKey key = TenantKey.make(3);

    @Test
    void whatIsSealedOpensAgain() {
        assertThat(key.open(TENANT, EVA, key.seal(TENANT, EVA, NUMBER))).contains(NUMBER);
    }

    @Test
    void theSameNumberIsNeverSealedAlike() {
        assertThat(key.seal(TENANT, EVA, NUMBER)).isNotEqualTo(key.seal(TENANT, EVA, NUMBER));
    }

    @Test
    void anotherMembersOrTenantsSealOpensNothing() {
        var sealed = key.seal(TENANT, EVA, NUMBER);
        assertThat(key.open(TENANT, ADAM, sealed)).isEmpty();
        assertThat(key.open(OTHER, EVA, sealed)).isEmpty();
    }

    @Test
    void noBitCanBeChanged() {
        var sealed = key.seal(TENANT, EVA, NUMBER);
        for (var bit = 0; bit < sealed.length * Byte.SIZE; bit++) {
            var changed = sealed.clone();
            changed[bit / Byte.SIZE] ^= (byte) (1 << (bit % Byte.SIZE));
            assertThat(key.open(TENANT, EVA, changed)).as("bit %d", bit).isEmpty();
        }
    }

    @Test
    void whatIsCutShortOpensNothing() {
        assertThat(key.open(TENANT, EVA, new byte[2])).isEmpty();
        assertThat(key.open(TENANT, EVA, new byte[] {0, 0, 0, 3, 1})).isEmpty();
    }

    @Test
    void theVersionStandsInFront() {
        assertThat(TenantKey.versionOf(key.seal(TENANT, EVA, NUMBER))).isEqualTo(3);
        assertThat(TenantKey.make(4).open(TENANT, EVA, key.seal(TENANT, EVA, NUMBER)))
                .isEmpty();
    }

    @Test
    void theDigitsDoNotShow() {
        assertThat(new String(key.seal(TENANT, EVA, NUMBER), StandardCharsets.ISO_8859_1))
                .doesNotContain("0101");
        assertThat(HexFormat.of().formatHex(key.lookup(NUMBER))).doesNotContain(NUMBER.digits());
    }

    @Test
    void aNumberIsFoundByItsKeyAlone() {
        assertThat(key.lookup(NUMBER))
                .isEqualTo(key.lookup(new PersonalNumber("199001012385")))
                .isNotEqualTo(key.lookup(new PersonalNumber("199001612382")))
                .isNotEqualTo(TenantKey.make(3).lookup(NUMBER));
    }

    @Test
    void aWrappedKeyOpensWhatItSealed() {
        var masters = MasterKeys.of(MASTER, "");
        var sealed = key.seal(TENANT, EVA, NUMBER);
        var unwrapped = masters.unwrap(TENANT, masters.current().wrap(TENANT, key));
        assertThat(unwrapped.open(TENANT, EVA, sealed)).contains(NUMBER);
        assertThat(unwrapped.lookup(NUMBER)).isEqualTo(key.lookup(NUMBER));
    }

    @Test
    void aFormerMasterKeyOpensUntilAllIsWrappedAnew() {
        var wrapped = MasterKey.of(MASTER).wrap(TENANT, key);
        var masters = MasterKeys.of("another master key and just as long", MASTER);
        assertThat(masters.isCurrent(wrapped)).isFalse();
        assertThat(masters.unwrap(TENANT, wrapped).lookup(NUMBER)).isEqualTo(key.lookup(NUMBER));
    }

    @Test
    void withoutItsMasterKeyOrForAnotherTenantNothingIsUnwrapped() {
        var wrapped = MasterKey.of(MASTER).wrap(TENANT, key);
        var stranger = MasterKeys.of("another master key and just as long", "");
        assertThatThrownBy(() -> stranger.unwrap(TENANT, wrapped))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining(wrapped.master());
        assertThat(MasterKey.of(MASTER).unwrap(OTHER, wrapped)).isEmpty();
        var asAnother = new MasterKey.Wrapped(4, wrapped.master(), wrapped.bytes());
        assertThat(MasterKey.of(MASTER).unwrap(TENANT, asAnother)).isEmpty();
    }

    @Test
    void aSecretOfTheInstallationOpensForItsUseAlone() {
        var former = MasterKey.of(MASTER);
        var sealed = former.seal("connection 1", "hemligt");
        assertThat(former.open("connection 1", sealed)).contains("hemligt");
        assertThat(former.open("connection 2", sealed)).isEmpty();
        assertThat(MasterKey.of("another master key and just as long").open("connection 1", sealed))
                .isEmpty();
        var masters = MasterKeys.of("another master key and just as long", MASTER);
        assertThat(masters.open(former.name(), "connection 1", sealed)).isEqualTo("hemligt");
        assertThatThrownBy(() -> masters.open(former.name(), "connection 2", sealed))
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void aMasterKeyIsLongAndItsNameTellsNothingOfIt() {
        assertThatThrownBy(() -> MasterKey.of("short")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> MasterKey.of(MASTER + ",")).isInstanceOf(IllegalArgumentException.class);
        assertThat(MasterKey.of(MASTER).name())
                .hasSize(16)
                .isEqualTo(MasterKey.of(MASTER + " ").name());
        assertThat(List.of(MasterKey.of(MASTER).name()))
                .doesNotContain(MasterKey.of(MASTER + "x").name());
    }

    @Test
    void aSecretOpensForItsTenantAndUseAlone() {
        var sealed = key.seal(TENANT, "channel SMS password", "hemligt");
        assertThat(key.open(TENANT, "channel SMS password", sealed)).contains("hemligt");
        assertThat(key.open(TENANT, "channel SMS user", sealed)).isEmpty();
        assertThat(key.open(OTHER, "channel SMS password", sealed)).isEmpty();
        assertThat(key.open(TENANT, EVA, sealed)).isEmpty();
        assertThat(TenantKey.make(3).open(TENANT, "channel SMS password", sealed))
                .isEmpty();
        assertThat(key.open(TENANT, "channel SMS password", new byte[2])).isEmpty();
    }

    @Test
    void aSignatureIsTheSameForTheSameUseAndKeyAndForNoOther() {
        assertThat(key.sign("notice 1")).hasSize(16).isEqualTo(key.sign("notice 1"));
        assertThat(key.sign("notice 1")).isNotEqualTo(key.sign("notice 2"));
        assertThat(key.sign("notice 1")).isNotEqualTo(TenantKey.make(3).sign("notice 1"));
    }
}
