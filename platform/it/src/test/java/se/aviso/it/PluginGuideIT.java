package se.aviso.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import se.aviso.launcher.data.Ports;

/**
 * The guide for those who write plugins, done word by word: its code is written and its commands are typed, in order,
 * in an empty folder, until the running product has booked a file by the plugin. Nothing is known here that the guide
 * does not say.
 */
class PluginGuideIT {
    private static final Path ROOT =
            Product.distribution().resolve("../../../..").normalize();

    @Test
    @Timeout(value = 15, unit = TimeUnit.MINUTES, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
    void whoFollowsTheGuideHasAPluginThatRuns() throws Exception {
        var guide = Guide.read(ROOT.resolve("platform/docs/writing-a-plugin.md"));
        assertThat(guide.blocks()).extracting(Guide.Block::kind).contains("bash", "java", "text");
        var folder = emptyFolder();
        var machine = machine();
        try (var terminal = new Terminal(folder, machine);
                var other = new Terminal(folder, machine)) {
            new Reader(folder, terminal, other).follow(guide);
        }
    }

    /** Somebody who does what stands there, and thinks of nothing beside it. */
    private static final class Reader {
        private final Path folder;
        private final Terminal terminal;
        private final Terminal other;
        private String said = "";

        Reader(Path folder, Terminal terminal, Terminal other) {
            this.folder = folder;
            this.terminal = terminal;
            this.other = other;
        }

        void follow(Guide guide) throws IOException {
            for (var block : guide.blocks()) {
                if (block.isWritten()) {
                    write(block);
                } else if (block.isRun()) {
                    run(block);
                } else if (block.isSaid()) {
                    assertThat(said).contains(block.text().lines().toList());
                }
            }
        }

        private void write(Guide.Block block) throws IOException {
            var file = folder.resolve(block.file());
            Files.createDirectories(file.resolveSibling("."));
            Files.writeString(file, block.text());
        }

        private void run(Guide.Block block) throws IOException {
            var words = block.isBeside() ? other.begin(block.text(), block.awaited()) : terminal.run(block.text());
            assertThat(words)
                    .as("these commands of the guide failed:%n%s", block.text())
                    .isPresent();
            said = words.orElseThrow();
        }
    }

    private static Path emptyFolder() throws IOException {
        var build = Path.of(System.getProperty("aviso.build", "target")).toAbsolutePath();
        var folder = Files.createDirectories(build).resolve("guide-" + System.nanoTime());
        return Files.createDirectory(folder);
    }

    /** The machine of somebody who has built Aviso; another port, where the usual one may be taken. */
    private static Map<String, String> machine() {
        return Map.of(
                "AVISO", ROOT.toString(),
                "AVISO_HOME", Product.distribution().toString(),
                "JAVA_HOME", System.getProperty("java.home"),
                "PORT", Integer.toString(Ports.anyFree()));
    }
}
