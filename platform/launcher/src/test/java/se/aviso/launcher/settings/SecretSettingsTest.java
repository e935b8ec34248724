package se.aviso.launcher.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import se.aviso.launcher.console.Refusal;
import se.aviso.launcher.data.DataFolder;
import se.aviso.launcher.data.Secrets;

class SecretSettingsTest {
    private static final String KEY = "a master key for tests and long enough";

    @TempDir
    Path folder;

    @Test
    void aKeyOfTheSettingsGoesBeforeAvisosOwn() {
        var settings = Settings.of(Map.of(), Map.of(), Map.of(), Map.of(SecretSettings.MASTER_KEY, KEY));
        assertThat(SecretSettings.external(settings)).contains(new SecretSettings(KEY, ""));
        assertThat(SecretSettings.external(Settings.of(Map.of(), Map.of(), Map.of(), Map.of())))
                .isEmpty();
    }

    @Test
    void aShortKeyIsRefusedAndNotRepeated() {
        var settings = Settings.of(Map.of(), Map.of(), Map.of(), Map.of(SecretSettings.MASTER_KEY, "hemligt"));
        assertThatThrownBy(() -> SecretSettings.external(settings))
                .isInstanceOf(Refusal.class)
                .hasMessageNotContaining("hemligt");
    }

    @Test
    void avisosOwnKeyIsMadeOnceAndLongEnough() {
        var first = SecretSettings.local(secrets());
        assertThat(first.masterKey()).hasSizeGreaterThanOrEqualTo(32);
        assertThat(SecretSettings.local(secrets())).isEqualTo(first);
    }

    @Test
    void aNewKeyKeepsTheFormerOneUntilAllIsWrappedAnew() {
        var before = SecretSettings.local(secrets());
        var renewed = SecretSettings.renewed(secrets());
        assertThat(renewed.formerMasterKeys()).isEqualTo(before.masterKey());
        assertThat(renewed.masterKey()).isNotEqualTo(before.masterKey());
        SecretSettings.finish(secrets());
        assertThat(SecretSettings.local(secrets())).isEqualTo(new SecretSettings(renewed.masterKey(), ""));
    }

    @Test
    void aRotationThatWasBrokenOffGoesOnWithTheSameKeys() {
        var begun = SecretSettings.renewed(secrets());
        assertThat(SecretSettings.renewed(secrets())).isEqualTo(begun);
    }

    private Secrets secrets() {
        return new Secrets(new DataFolder(folder));
    }
}
