package se.aviso.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.UUID;
import org.junit.jupiter.api.Test;
import se.aviso.kernel.TenantId;

class SealTest {
    private static final TenantId TENANT = new TenantId(UUID.fromString("018f0000-0000-7000-8000-0000000000aa"));
    private static final TenantId OTHER = new TenantId(UUID.fromString("018f0000-0000-7000-8000-0000000000ab"));

    /** Made with sha256sum: {@code printf '018f0000-…aa' | sha256sum}. */
    @Test
    void theFirstFollowsFromTheTenantAlone() {
        assertThat(Seal.before(TENANT).hex())
                .isEqualTo("18d5de618fc2b8e735abd165d56bec2e8eb93f0891aa06c2d91b376401abfdd7");
    }

    /** Made with sha256sum: the 32 bytes of the first, then the text. */
    @Test
    void aSealIsOverTheOneBeforeAndTheText() {
        assertThat(Seal.before(TENANT).next("Åsa ändrade").hex())
                .isEqualTo("6fbba353a6b3f3d7500349f68a2ec64b18836c684f1c76ca8b5bb3128f6701cf");
    }

    @Test
    void anEntryChangedLongAgoChangesEverySealAfterIt() {
        var asWritten = Seal.before(TENANT).next("one").next("two").next("three");
        var changed = Seal.before(TENANT).next("One").next("two").next("three");
        assertThat(changed).isNotEqualTo(asWritten);
    }

    @Test
    void anEntryDroppedOrSwappedShows() {
        var asWritten = Seal.before(TENANT).next("one").next("two");
        assertThat(Seal.before(TENANT).next("two")).isNotEqualTo(asWritten);
        assertThat(Seal.before(TENANT).next("two").next("one")).isNotEqualTo(asWritten);
    }

    @Test
    void aTrailCannotBeTakenForThatOfAnotherTenant() {
        assertThat(Seal.before(OTHER).next("one"))
                .isNotEqualTo(Seal.before(TENANT).next("one"));
    }

    @Test
    void aSealKeptAsBytesIsTheSame() {
        var seal = Seal.before(TENANT);
        assertThat(Seal.of(seal.bytes())).isEqualTo(seal);
    }

    @Test
    void whatIsNoHashIsNoSeal() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Seal("00"));
        assertThatIllegalArgumentException().isThrownBy(() -> new Seal("G".repeat(64)));
    }
}
