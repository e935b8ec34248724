package se.aviso.app.plugin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import se.aviso.app.server.ModeConfig;
import se.aviso.kernel.RuleViolation;

class SettingsTrialTest {
    private static final String TEST = """
            public java.util.Optional<String> problem(PluginContext context) {
                    if (context.setting("rules", "").equals("broken")) throw new IllegalStateException("broken");
                    return java.util.Optional.of(context.setting("rules", "")).filter(rules -> !rules.equals("good"));
                }
            """;
    private static final String RULER = """
            import java.util.List;
            import se.aviso.spi.*;
            import se.aviso.spi.accounting.*;

            @org.pf4j.Extension
            public class Ruler implements AccountingRules, ConnectionTest {
                public String name() { return "RULER"; }
                public List<List<RuledRow>> rule(List<PostedPart> chunk, PluginContext context) { return List.of(); }
                %s
            }
            """.formatted(TEST);
    private static final String TRIER = """
            import se.aviso.spi.*;

            @org.pf4j.Extension
            public class Trier implements ConnectionTest {
                %s
            }
            """.formatted(TEST);
    private static final String SCHEMA = "{\"type\": \"object\", \"properties\": {\"rules\": {\"type\": \"string\"}}}";

    @TempDir
    Path work;

    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final SettingsTrial trial = new SettingsTrial();
    private PluginHost host = new PluginHost();

    @BeforeEach
    void start() throws IOException {
        var plugins = Files.createDirectories(work.resolve("plugins"));
        var allowed = new StringBuilder();
        for (var made : Map.of("Ruler", RULER, "Trier", TRIER).entrySet()) {
            var jar = PluginJar.named(made.getKey())
                    .with(made.getKey(), made.getValue(), work)
                    .holding("META-INF/aviso/settings.schema.json", SCHEMA)
                    .into(plugins);
            allowed.append(AllowList.sum(jar))
                    .append("  ")
                    .append(jar.getFileName())
                    .append('\n');
        }
        start(plugins, Files.writeString(work.resolve("allowed"), allowed.toString()));
    }

    @SuppressWarnings("UnnecessaryAssignment") // no container fills in what is injected
    private void start(Path plugins, Path allowed) {
        var folder = new PluginHostTest.Folder(plugins, allowed, Optional.empty());
        host = PluginHostTest.started(folder, ModeConfig.Mode.PRODUCTION, work.resolve("tenants"));
        trial.host = host;
        trial.calls = PluginCallsTest.calls(threads);
        trial.calls.host = host;
        trial.clock = Clock.systemUTC();
    }

    @AfterEach
    void stop() {
        host.stop();
        threads.shutdownNow();
    }

    @Test
    void aPluginSaysWhatItOffers() {
        assertThat(host.described("Ruler").offers()).containsExactlyInAnyOrder("AccountingRules", "ConnectionTest");
        assertThat(host.described("nobody").offers()).isEmpty();
    }

    @Test
    void rulesSayWhichSettingsTheyCannotDoWith() {
        assertThatCode(() -> require("Ruler", "good")).doesNotThrowAnyException();
        assertThatThrownBy(() -> require("Ruler", "line 1"))
                .isInstanceOf(RuleViolation.class)
                .hasMessageContaining("plugin-settings-refused")
                .hasMessageContaining("line 1");
        assertThatThrownBy(() -> require("Ruler", "broken"))
                .isInstanceOf(RuleViolation.class)
                .hasMessageContaining("plugin-settings-untried");
    }

    @Test
    void whatHasNoRulesIsKeptUntried() {
        assertThatCode(() -> require("Trier", "line 1")).doesNotThrowAnyException();
        assertThat(trial.problem("Trier", Map.of("rules", "line 1"))).contains("line 1");
    }

    @Test
    void whatATenantsFilesSayIsTriedToo() {
        assertThatCode(() -> trial.requireUsableAtStart("Ruler", Map.of("rules", "good")))
                .doesNotThrowAnyException();
        assertThatThrownBy(() -> trial.requireUsableAtStart("Ruler", Map.of("rules", "line 1")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("Ruler")
                .hasMessageContaining("line 1");
        assertThatThrownBy(() -> trial.requireUsableAtStart("Ruler", Map.of("rules", "broken")))
                .isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> trial.requireUsableAtStart("Ruler", Map.of("colour", "red")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("Ruler");
        assertThatCode(() -> trial.requireUsableAtStart("Trier", Map.of("rules", "line 1")))
                .doesNotThrowAnyException();
    }

    private void require(String plugin, String rules) {
        trial.requireUsable(plugin, () -> Map.of("rules", rules));
    }
}
