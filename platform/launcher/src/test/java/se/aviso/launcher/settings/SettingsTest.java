package se.aviso.launcher.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SettingsTest {
    private static final String KEY = "aviso.base-url";

    @Test
    void anOptionWinsOverASystemProperty() {
        assertThat(settings(Map.of(KEY, "option"), Map.of(KEY, "system"), Map.of(), Map.of())
                        .get(KEY, "none"))
                .isEqualTo("option");
    }

    @Test
    void aSystemPropertyWinsOverTheEnvironment() {
        assertThat(settings(Map.of(), Map.of(KEY, "system"), Map.of("AVISO_BASE_URL", "environment"), Map.of())
                        .get(KEY, "none"))
                .isEqualTo("system");
    }

    @Test
    void theEnvironmentWinsOverTheFile() {
        assertThat(settings(Map.of(), Map.of(), Map.of("AVISO_BASE_URL", "environment"), Map.of(KEY, "file"))
                        .get(KEY, "none"))
                .isEqualTo("environment");
    }

    @Test
    void theFileWinsOverNothing() {
        assertThat(settings(Map.of(), Map.of(), Map.of(), Map.of(KEY, "file")).get(KEY, "none"))
                .isEqualTo("file");
    }

    @Test
    void anEmptyValueIsNone() {
        assertThat(settings(Map.of(), Map.of(), Map.of("AVISO_BASE_URL", " "), Map.of())
                        .missing(List.of(KEY)))
                .containsExactly(KEY);
    }

    private static Settings settings(
            Map<String, String> options,
            Map<String, String> system,
            Map<String, String> environment,
            Map<String, String> file) {
        return Settings.of(options, system, environment, file);
    }
}
