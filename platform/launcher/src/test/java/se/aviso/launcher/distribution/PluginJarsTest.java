package se.aviso.launcher.distribution;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PluginJarsTest {
    @TempDir
    Path work;

    private Distribution distribution = new Distribution(Path.of(""));

    @BeforeEach
    void modules() throws IOException {
        distribution = new Distribution(work.resolve("aviso"));
        built("bank-bgmax", "aviso-bank-bgmax-1.jar");
        built("bank-bgmax", "aviso-bank-bgmax-1-tests.jar");
        built("bank-bgmax", "original-aviso-bank-bgmax-1.jar");
        built("accounting-skarstrand", "aviso-accounting-skarstrand-1.jar");
        Files.writeString(work.resolve("plugins/README.md"), "no module");
    }

    @Test
    void whatComesWithTheDistributionStandsOnItsListAndATenantsOwnLiesBesideItsFiles() throws IOException {
        gather();
        assertThat(names(distribution.plugins())).containsExactly("aviso-bank-bgmax-1.jar");
        assertThat(distribution.shippedPlugins())
                .content()
                .contains("bank-bgmax")
                .doesNotContain("skarstrand");
        assertThat(names(own())).containsExactly("allow-list.sha256", "aviso-accounting-skarstrand-1.jar");
        assertThat(own().resolve("allow-list.sha256"))
                .content()
                .containsPattern("(?m)^[0-9a-f]{64}  aviso-accounting-skarstrand-1\\.jar$")
                .doesNotContain("bgmax");
    }

    @Test
    void whatLayThereBeforeIsGone() throws IOException {
        gather();
        Files.writeString(distribution.plugins().resolve("old.jar"), "old");
        Files.writeString(own().resolve("old.jar"), "old");
        gather();
        assertThat(names(distribution.plugins())).hasSize(1);
        assertThat(names(own())).hasSize(2);
    }

    private void gather() throws IOException {
        new PluginJars(work.resolve("plugins"), distribution).gather();
    }

    private Path own() {
        return distribution.tenantConfig().resolve("enterprise-demo").resolve("plugins");
    }

    private void built(String module, String jar) throws IOException {
        var target =
                Files.createDirectories(work.resolve("plugins").resolve(module).resolve("target"));
        Files.writeString(target.resolve(jar), jar);
    }

    private static List<String> names(Path folder) throws IOException {
        try (var files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }
}
