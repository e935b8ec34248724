package se.aviso.plugin;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import se.aviso.tenant.Edition;

class PluginUseTest {
    private static final PluginUse PRIVATE = new PluginUse(true, Edition.ENTERPRISE);

    @Test
    void whatIsForAllIsHadByAll() {
        assertThat(PluginUse.OF_ALL.isHad(Edition.STANDARD, false)).isTrue();
    }

    @Test
    void whatIsChosenIsHadOnceItIsTurnedOn() {
        assertThat(PRIVATE.isHad(Edition.ENTERPRISE, false)).isFalse();
        assertThat(PRIVATE.isHad(Edition.ENTERPRISE, true)).isTrue();
    }

    @Test
    void aPrivatePluginEndsWithTheEditionThatOpenedIt() {
        assertThat(PRIVATE.isOpenTo(Edition.STANDARD)).isFalse();
        assertThat(PRIVATE.isHad(Edition.STANDARD, true)).isFalse();
    }
}
