package se.aviso.app.plugin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import se.aviso.app.plugin.PluginStatus.State;
import se.aviso.spi.PluginContext;
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

    private static final String HANG =
            "while (System.nanoTime() != 0) try { Thread.sleep(1000); } catch (InterruptedException deaf) { }";
    private static final String ANGER = "throw new IllegalStateException(\"angry\");";
    private static final Duration SHORT = Duration.ofSeconds(3);

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
    void aPluginThatNamesMoreOfOursThanTheApiIsRefused() throws IOException {
        allow(channel("sly", "Sly", "se.aviso.app.web.Json.class.getName();").into(plugins));
        try (var shelf = open()) {
            assertThat(shelf.statuses()).extracting(PluginStatus::state).containsExactly(State.REFUSED);
            assertThat(shelf.statuses().get(0).reason()).get().asString().contains("se/aviso/app/web/Json");
        }
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
    void aPluginWhoseExtensionCannotBeMadeIsListedWithTheReason() throws IOException {
        allow(channel("broken", "Broken", "if (true) throw new IllegalStateException(\"no server\");")
                .into(plugins));
        assertThat(failure(open())).contains("no server");
    }

    @Test
    void aPluginThatHangsWhenItIsMadeIsGivenUpAndTheOthersServe() throws IOException {
        allow(channel("hanging", "Hanging", HANG).into(plugins));
        allow(channel("whole", "Whole", "").into(plugins));
        try (var shelf = open(SHORT)) {
            assertThat(shelf.extensions(DispatchChannel.class))
                    .extracting(DispatchChannel::name)
                    .containsExactly("Whole");
            assertThat(failure(shelf)).contains("did not come back");
        }
    }

    @Test
    void aPluginThatHangsWhenItIsAskedForItsNameIsGivenUp() throws IOException {
        allow(named("nameless", "Nameless", HANG + " return null;").into(plugins));
        assertThat(failure(open(SHORT))).contains("did not come back");
    }

    @Test
    void aPluginWithoutANameIsNoPlugin() throws IOException {
        allow(named("nameless", "Nameless", "return null;").into(plugins));
        assertThat(failure(open())).contains("null is no name");
    }

    @Test
    void whatAPluginSaysOfItselfIsAskedOnce() throws IOException {
        allow(named("moody", "Moody", "return \"mood\" + System.nanoTime();").into(plugins));
        try (var shelf = open()) {
            var moody = shelf.extensions(DispatchChannel.class).get(0);
            assertThat(moody.name()).isEqualTo(moody.name());
            assertThat(shelf.extensions(DispatchChannel.class)).containsExactly(moody);
            assertThat(shelf.pluginOf(moody)).contains("moody");
        }
    }

    @Test
    void whatAPluginThrowsComesThroughAsItIs() throws IOException {
        allow(PluginJar.named("angry")
                .with(
                        "Angry",
                        CHANNEL.formatted("Angry", "Angry", "", "Angry").replace("return List.of();", ANGER),
                        work)
                .into(plugins));
        try (var shelf = open()) {
            var angry = shelf.extensions(DispatchChannel.class).get(0);
            var context = new PluginContext(Map.of(), Clock.systemUTC(), true);
            assertThatThrownBy(() -> angry.send(List.of(), context))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessage("angry");
        }
    }

    @Test
    void ofTwoThatOfferTheSameOneIsTakenAndTheOtherSaysSo() throws IOException {
        allow(channel("a-pigeon", "Pigeon", "").into(plugins));
        allow(channel("b-pigeon", "Pigeon", "").into(plugins));
        try (var shelf = open()) {
            assertThat(shelf.extensions(DispatchChannel.class)).hasSize(1);
            assertThat(failure(shelf)).contains("DispatchChannel Pigeon", "a-pigeon");
        }
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

    private PluginJar named(String id, String type, String name) {
        var source = CHANNEL.formatted(type, type, "", type).replace("return \"" + type + "\";", name);
        return PluginJar.named(id).with(type, source, work);
    }

    private static String failure(PluginShelf shelf) {
        return shelf.statuses().stream()
                .filter(status -> status.state() == State.FAILED)
                .flatMap(status -> status.reason().stream())
                .findFirst()
                .orElse("");
    }

    private List<String> names() {
        try (var shelf = open()) {
            return shelf.extensions(DispatchChannel.class).stream()
                    .map(DispatchChannel::name)
                    .toList();
        }
    }

    private PluginShelf open() {
        return PluginShelf.open(List.of(folder()));
    }

    private PluginShelf open(Duration limit) {
        return PluginShelf.open(List.of(folder()), limit);
    }

    private PluginShelf.Folder folder() {
        var lists = new Admission.Lists(Optional.empty(), Optional.of(allowList), Optional.empty(), false);
        return new PluginShelf.Folder(plugins, Admission.of(lists));
    }

    private void allow(Path jar) throws IOException {
        Files.writeString(
                allowList,
                AllowList.sum(jar) + "  " + jar.getFileName() + "\n",
                java.nio.file.StandardOpenOption.APPEND);
    }
}
