package se.aviso.app.plugin;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import se.aviso.app.plugin.PluginStatus.State;
import se.aviso.spi.dispatch.DispatchChannel;
import se.aviso.spi.dispatch.Message;
import se.aviso.spi.dispatch.Receipt;

class PluginShelfTest {
    private static final String CHANNEL = """
            import java.util.List;
            import se.aviso.spi.PluginContext;
            import se.aviso.spi.dispatch.*;

            @org.pf4j.Extension
            public class %s implements DispatchChannel {
                public %s() { %s }
                public String name() { return "%s"; }
                public List<Receipt> send(List<Message> messages, PluginContext context) { return List.of(); }
            }
            """;

    @TempDir
    Path work;

    private Path plugins;
    private Path allowList;

    @BeforeEach
    void folders() throws IOException {
        plugins = Files.createDirectories(work.resolve("plugins"));
        allowList = Files.createFile(work.resolve("allowed"));
    }

    @Test
    void anAllowedPluginOffersItsExtension() throws IOException {
        allow(channel("pigeon", "Pigeon", "").into(plugins));
        assertThat(names()).containsExactly("Pigeon");
    }

    @Test
    void aPluginThatBundlesOurClassesStillOffersItsExtension() throws IOException {
        allow(channel("bundler", "Bundler", "")
                .bundling(DispatchChannel.class)
                .bundling(Message.class)
                .bundling(Receipt.class)
                .into(plugins));
        assertThat(names()).containsExactly("Bundler");
    }

    @Test
    void aPluginThatIsNotOnTheListIsRefusedAndListed() throws IOException {
        channel("stranger", "Stranger", "").into(plugins);
        try (var shelf = open()) {
            assertThat(shelf.extensions(DispatchChannel.class)).isEmpty();
            assertThat(shelf.statuses())
                    .extracting(PluginStatus::file, PluginStatus::state)
                    .containsExactly(org.assertj.core.groups.Tuple.tuple("stranger.jar", State.REFUSED));
        }
    }

    @Test
    void aJarThatWasChangedAfterItWasAllowedIsRefused() throws IOException {
        var jar = channel("changed", "Changed", "").into(plugins);
        allow(jar);
        channel("changed", "Changed", "System.out.print(1);").into(plugins);
        try (var shelf = open()) {
            assertThat(shelf.statuses()).extracting(PluginStatus::state).containsExactly(State.REFUSED);
        }
    }

    @Test
    void anExtensionThatCannotBeMadeHarmsNobodyElse() throws IOException {
        allow(channel("broken", "Broken", "if (true) throw new IllegalStateException();")
                .into(plugins));
        allow(channel("whole", "Whole", "").into(plugins));
        assertThat(names()).containsExactly("Whole");
    }

    @Test
    void aJarThatIsNoPluginFailsAlone() throws IOException {
        allow(Files.writeString(plugins.resolve("a-letter.jar"), "dear sirs"));
        allow(channel("whole", "Whole", "").into(plugins));
        try (var shelf = open()) {
            assertThat(shelf.statuses())
                    .extracting(PluginStatus::state)
                    .containsExactlyInAnyOrder(State.FAILED, State.STARTED);
        }
    }

    @Test
    void aCallRunsWithThePluginsClassLoader() throws IOException {
        allow(channel("pigeon", "Pigeon", "").into(plugins));
        try (var shelf = open()) {
            var pigeon = shelf.extensions(DispatchChannel.class).get(0);
            var seen = PluginHost.calling(pigeon, () -> Thread.currentThread().getContextClassLoader());
            assertThat(seen)
                    .isSameAs(pigeon.getClass().getClassLoader())
                    .isNotSameAs(getClass().getClassLoader());
        }
    }

    private PluginJar channel(String id, String type, String constructor) {
        return PluginJar.named(id).with(type, CHANNEL.formatted(type, type, constructor, type), work);
    }

    private List<String> names() {
        try (var shelf = open()) {
            return shelf.extensions(DispatchChannel.class).stream()
                    .map(DispatchChannel::name)
                    .toList();
        }
    }

    private PluginShelf open() {
        return PluginShelf.open(Optional.of(plugins), Optional.of(allowList), Optional.empty());
    }

    private void allow(Path jar) throws IOException {
        Files.writeString(
                allowList,
                AllowList.sum(jar) + "  " + jar.getFileName() + "\n",
                java.nio.file.StandardOpenOption.APPEND);
    }
}
