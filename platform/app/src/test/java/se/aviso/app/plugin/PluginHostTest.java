package se.aviso.app.plugin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.lang.ref.WeakReference;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import se.aviso.app.plugin.PluginStatus.State;
import se.aviso.app.server.DatabaseReady;
import se.aviso.app.server.FolderConfig;
import se.aviso.app.server.ModeConfig;
import se.aviso.app.server.PluginConfig;
import se.aviso.kernel.RuleViolation;
import se.aviso.spi.PluginContext;
import se.aviso.spi.dispatch.DispatchChannel;

class PluginHostTest {
    private static final String PIGEON = """
            import java.util.List;
            import se.aviso.spi.PluginContext;
            import se.aviso.spi.dispatch.*;

            @org.pf4j.Extension
            public class Pigeon implements DispatchChannel {
                public String name() { return "PIGEON"; }
                public List<Receipt> send(List<Message> messages, PluginContext context) {
                    throw new IllegalStateException("%s");
                }
            }
            """;

    @TempDir
    Path work;

    private Path plugins;
    private Path allowList;
    private Optional<Path> trusted = Optional.empty();
    private PluginHost host = new PluginHost();

    @BeforeEach
    void folders() throws IOException {
        plugins = Files.createDirectories(work.resolve("plugins"));
        allowList = work.resolve("allowed");
    }

    @AfterEach
    void stop() {
        host.stop();
    }

    @Test
    void whoExchangesTheJarAndReloadsHasTheNewBehaviourAndTheOldClassesAreLetGo() throws IOException {
        put("the first");
        start(ModeConfig.Mode.DEVELOPMENT);
        var old = pigeon();
        var loader = (URLClassLoader) old.getClass().getClassLoader();
        assertSays(old, "the first");
        assertThat(loader.findResource("Pigeon.class")).isNotNull();

        put("the second");
        assertSays(pigeon(), "the first");
        assertThat(host.reload()).containsExactly("pigeon");
        assertSays(pigeon(), "the second");
        assertThat(host.reload()).as("the jar is the one that was there").isEmpty();
        assertThat(pigeon().getClass().getClassLoader()).isNotSameAs(loader);
        assertThat(loader.findResource("Pigeon.class"))
                .as("the class loader of the jar that was exchanged is closed")
                .isNull();
        assertThat(host.pluginOf(old)).as("nobody is asked by it any more").isNotEqualTo("pigeon");
    }

    @Test
    void nothingHoldsTheOldClassesOnceTheyAreLetGo() throws IOException {
        put("the first");
        start(ModeConfig.Mode.DEVELOPMENT);
        var old = new WeakReference<>(pigeon().getClass().getClassLoader());
        put("the second");
        host.reload();
        for (var round = 0; round < 50 && old.get() != null; round++) {
            System.gc();
        }
        assertThat(old.get()).isNull();
    }

    @Test
    void aJarThatWasExchangedAndNotAllowedAnewIsRefusedAndWhatIsTakenAwayIsGone() throws IOException {
        put("the first");
        start(ModeConfig.Mode.DEVELOPMENT);
        var former = Files.readString(allowList);
        put("the second");
        Files.writeString(allowList, former);
        assertThat(host.reload()).as("it went").containsExactly("pigeon");
        assertThat(host.plugins()).extracting(PluginStatus::state).containsExactly(State.REFUSED);
        assertThat(host.extensions(DispatchChannel.class)).isEmpty();

        Files.delete(plugins.resolve("pigeon.jar"));
        host.reload();
        assertThat(host.plugins()).isEmpty();
    }

    @Test
    void inProductionAPluginIsExchangedByARestart() throws IOException {
        put("the first");
        start(ModeConfig.Mode.PRODUCTION);
        var old = pigeon();
        put("the second");
        assertThatThrownBy(() -> host.reload())
                .isInstanceOf(RuleViolation.class)
                .hasMessageContaining("conflict-plugin-reload");
        assertThat(pigeon()).isSameAs(old);
        assertSays(old, "the first");

        host.stop();
        start(ModeConfig.Mode.PRODUCTION);
        assertSays(pigeon(), "the second");
    }

    @Test
    void whereDemosBelongATenantsFilesBringAPluginThatStandsOnTheirList() throws IOException {
        put("the installation's");
        var own = Files.createDirectories(work.resolve("tenants/coast/plugins"));
        Files.createDirectories(work.resolve("tenants/without-plugins"));
        var listed = PluginJar.named("listed").into(own);
        PluginJar.named("unlisted").into(own);
        Files.writeString(own.resolve("allow-list.sha256"), AllowList.sum(listed) + "  listed.jar\n");
        for (var mode : List.of(ModeConfig.Mode.DEVELOPMENT, ModeConfig.Mode.DEMO)) {
            start(mode);
            assertThat(host.plugins())
                    .extracting(PluginStatus::file, PluginStatus::state)
                    .containsExactly(
                            Tuple.tuple("pigeon.jar", State.STARTED),
                            Tuple.tuple("listed.jar", State.STARTED),
                            Tuple.tuple("unlisted.jar", State.REFUSED));
            host.stop();
        }

        start(ModeConfig.Mode.PRODUCTION);
        assertThat(host.plugins()).extracting(PluginStatus::file).containsExactly("pigeon.jar");
    }

    @Test
    void whereKeysAreTrustedATenantsOwnPluginIsSignedLikeAnyOther() throws IOException {
        var own = Files.createDirectories(work.resolve("tenants/coast/plugins"));
        var listed = PluginJar.named("listed").into(own);
        Files.writeString(own.resolve("allow-list.sha256"), AllowList.sum(listed) + "  listed.jar\n");
        trusted = Optional.of(Files.writeString(work.resolve("keys"), "# nobody's yet\n"));
        start(ModeConfig.Mode.DEVELOPMENT);
        assertThat(host.plugins()).extracting(PluginStatus::state).containsExactly(State.REFUSED);
    }

    private DispatchChannel pigeon() {
        var channels = host.extensions(DispatchChannel.class);
        assertThat(channels).hasSize(1);
        return channels.get(0);
    }

    private static void assertSays(DispatchChannel channel, String words) {
        var context = new PluginContext(Map.of(), Clock.systemUTC(), true);
        assertThatThrownBy(() -> channel.send(List.of(), context)).hasMessage(words);
    }

    /** Puts the jar where it belongs in one step, as whoever exchanges one should. */
    private void put(String words) throws IOException {
        var made = PluginJar.named("pigeon")
                .with("Pigeon", PIGEON.formatted(words), work)
                .into(Files.createDirectories(work.resolve("made")));
        Files.writeString(allowList, AllowList.sum(made) + "  pigeon.jar\n");
        Files.move(
                made,
                plugins.resolve("pigeon.jar"),
                StandardCopyOption.ATOMIC_MOVE,
                StandardCopyOption.REPLACE_EXISTING);
    }

    private void start(ModeConfig.Mode mode) {
        host = started(new Folder(plugins, allowList, trusted), mode, work.resolve("tenants"));
    }

    /** As the server starts it; what came with the distribution is here what is allowed. */
    @SuppressWarnings("UnnecessaryAssignment") // no container fills in what is injected
    static PluginHost started(PluginConfig config, ModeConfig.Mode mode, Path tenants) {
        var host = new PluginHost();
        host.config = config;
        host.mode = new Told(mode);
        host.folders = new Tenants(tenants);
        host.start(new DatabaseReady());
        return host;
    }

    /** Settings that say where the plugins of the test lie. */
    static final class Folder extends PluginConfig {
        private final Path plugins;
        private final Path list;
        private final Optional<Path> trusted;

        Folder(Path plugins, Path list, Optional<Path> trusted) {
            this.plugins = plugins;
            this.list = list;
            this.trusted = trusted;
        }

        @Override
        public Optional<Path> dir() {
            return Optional.of(plugins);
        }

        @Override
        public Optional<Path> shipped() {
            return Optional.of(list);
        }

        @Override
        public Optional<Path> allowList() {
            return Optional.empty();
        }

        @Override
        public Optional<Path> trustedKeys() {
            return trusted;
        }
    }

    /** A setting that says where tenants stand as files. */
    private static final class Tenants extends FolderConfig {
        private final Path tenants;

        Tenants(Path tenants) {
            this.tenants = tenants;
        }

        @Override
        public Optional<Path> tenantConfig() {
            return Optional.of(tenants);
        }
    }

    /** A setting that says in which mode the server runs. */
    private static final class Told extends ModeConfig {
        private final Mode told;

        Told(Mode told) {
            this.told = told;
        }

        @Override
        public Mode mode() {
            return told;
        }
    }
}
