package se.aviso.dispatch.letter;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.CopyOption;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.sshd.common.config.keys.KeyUtils;
import org.apache.sshd.common.digest.BuiltinDigests;
import org.apache.sshd.common.file.virtualfs.VirtualFileSystemFactory;
import org.apache.sshd.common.keyprovider.KeyPairProvider;
import org.apache.sshd.server.SshServer;
import org.apache.sshd.server.session.ServerSession;
import org.apache.sshd.sftp.common.SftpConstants;
import org.apache.sshd.sftp.common.SftpException;
import org.apache.sshd.sftp.server.SftpEventListener;
import org.apache.sshd.sftp.server.SftpSubsystemFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import se.aviso.spi.PluginContext;
import se.aviso.spi.dispatch.Message;
import se.aviso.spi.dispatch.Receipt;
import se.aviso.spi.dispatch.Submitted;
import se.aviso.testkit.TestContext;

/** A print house's server that takes batches, and one that refuses, hangs, dies, or is another. */
class ServerHouseTest {
    private final LetterChannel channel = new LetterChannel();
    private final KeyPair key = keys();
    private final SshServer server = SshServer.setUpDefaultServer();
    private final AtomicInteger logIns = new AtomicInteger();
    private final AtomicReference<Moving> moving = new AtomicReference<>((session, to) -> {});

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path root;

    /** What happens when a file gets its name. */
    private interface Moving {
        void to(ServerSession session, Path name) throws IOException;
    }

    @BeforeEach
    void start() throws IOException {
        server.setHost("127.0.0.1");
        server.setPort(0);
        server.setKeyPairProvider(KeyPairProvider.wrap(key));
        server.setPasswordAuthenticator((user, password, session) -> {
            logIns.incrementAndGet();
            return user.equals("aviso") && password.equals("hemligt");
        });
        server.setFileSystemFactory(new VirtualFileSystemFactory(root));
        var files = new SftpSubsystemFactory.Builder().build();
        files.addSftpEventListener(new SftpEventListener() {
            @Override
            public void moving(ServerSession session, Path from, Path to, Collection<CopyOption> options)
                    throws IOException {
                Objects.requireNonNull(moving.get()).to(session, to);
            }
        });
        server.setSubsystemFactories(List.of(files));
        server.start();
    }

    @AfterEach
    void stop() throws IOException {
        server.stop(true);
    }

    @Test
    void aBatchArrivesWhole() {
        var receipt = send(settings());

        assertThat(receipt).isInstanceOf(Receipt.Accepted.class);
        assertThat(Index.rows(root)).hasSize(1);
        assertThat(Index.names(root, ".part")).isEmpty();
    }

    @Test
    void aBatchThatComesAgainTakesThePlaceOfTheFirst() {
        var message = message();
        channel.send(List.of(message), context(settings()));

        assertThat(channel.send(List.of(message), context(settings())).get(0)).isInstanceOf(Receipt.Accepted.class);
        assertThat(Index.rows(root)).hasSize(1);
    }

    @Test
    void aLetterIsTakenOutOfItsBatchOnTheServerUntilTheManifestIsTaken() throws IOException {
        var letters = List.of(message(), message());
        var context = context(settings());
        var sent = (Receipt.Accepted) channel.send(letters, context).get(0);
        var batch = sent.providerReference();

        assertThat(channel.cancel(new Submitted(letters.get(0).id(), batch), context))
                .isTrue();
        assertThat(channel.cancel(new Submitted(letters.get(0).id(), batch), context))
                .isTrue();
        assertThat(Index.rows(root)).hasSize(1);
        assertThat(Index.names(root, ".held")).isEmpty();

        Files.delete(root.resolve(batch + ".manifest.json"));
        assertThat(channel.cancel(new Submitted(letters.get(1).id(), batch), context))
                .isFalse();
    }

    @Test
    void oneThatShowsAnotherKeyIsToldNothing() {
        var settings = new HashMap<>(settings());
        settings.put("sftpHostKey", KeyUtils.getFingerPrint(BuiltinDigests.sha256, keys().getPublic()));

        assertThat(send(settings)).isInstanceOf(Receipt.Deferred.class);
        assertThat(logIns).hasValue(0);
    }

    @Test
    void withoutAPinnedKeyNothingIsTried() {
        var settings = new HashMap<>(settings());
        settings.remove("sftpHostKey");

        assertThat(send(settings)).isInstanceOf(Receipt.Deferred.class);
        assertThat(logIns).hasValue(0);
    }

    @Test
    void oneThatRefusesThePasswordHasGotNothing() {
        var settings = new HashMap<>(settings());
        settings.put("sftpPassword", "fel");

        assertThat(send(settings)).isInstanceOf(Receipt.Deferred.class);
    }

    @Test
    void oneThatRefusesTheManifestHasNoBatch() {
        moving.set((session, to) -> {
            if (isManifest(to)) {
                throw new SftpException(SftpConstants.SSH_FX_FAILURE, "no room");
            }
        });

        assertThat(send(settings())).isInstanceOf(Receipt.Deferred.class);
        assertThat(Index.rows(root)).isEmpty();
    }

    @Test
    void oneThatDiesBeforeTheManifestHasNoBatch() {
        moving.set((session, to) -> {
            if (!isManifest(to)) {
                session.close(true);
            }
        });

        assertThat(send(settings())).isInstanceOf(Receipt.Deferred.class);
        assertThat(Index.rows(root)).isEmpty();
    }

    @Test
    void oneThatDiesWhileTheManifestGetsItsNameMayHaveTheBatch() {
        moving.set((session, to) -> {
            if (isManifest(to)) {
                session.close(true);
            }
        });

        assertThat(send(settings())).isInstanceOf(Receipt.Unknown.class);
    }

    @Test
    void oneThatHangsIsLeftAfterItsTime() throws IOException {
        try (var silent = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            var settings = new HashMap<>(settings());
            settings.put("sftpPort", Integer.toString(silent.getLocalPort()));
            settings.put("timeoutSeconds", "1");

            assertThat(send(settings)).isInstanceOf(Receipt.Deferred.class);
        }
    }

    @Test
    void oneThatIsNotThereHasGotNothing() throws IOException {
        var settings = settings();
        server.stop(true);

        assertThat(send(settings)).isInstanceOf(Receipt.Deferred.class);
    }

    @Test
    void receiptsAreFetchedUntilTheyAreKept() throws IOException {
        assertThat(channel.collect(context(settings()))).isEmpty();
        var receipts = Files.createDirectories(root.resolve("receipts"));
        Files.writeString(receipts.resolve("r1.csv"), UUID.randomUUID() + ",POSTED\n");

        var first = channel.collect(context(settings()));

        assertThat(first).hasSize(1);
        assertThat(channel.read(first.get(0), context(settings()))).hasSize(1);
        channel.settled(first, context(settings()));
        assertThat(channel.collect(context(settings()))).isEmpty();
        assertThat(receipts.resolve("read/r1.csv")).exists();
    }

    private Receipt send(Map<String, String> settings) {
        return channel.send(List.of(message()), context(settings)).get(0);
    }

    private static PluginContext context(Map<String, String> settings) {
        return TestContext.with(settings);
    }

    private Map<String, String> settings() {
        return Map.of(
                "sftpHost", "127.0.0.1",
                "sftpPort", Integer.toString(server.getPort()),
                "sftpUser", "aviso",
                "sftpPassword", "hemligt",
                "sftpHostKey", KeyUtils.getFingerPrint(BuiltinDigests.sha256, key.getPublic()));
    }

    private static boolean isManifest(Path path) {
        return path.toString().endsWith(".manifest.json");
    }

    private static Message message() {
        return new Message(
                UUID.randomUUID(),
                new Message.Sender("Fjäll & Vidd", ""),
                new Message.Recipient("Bo Ek", "Bo Ek\nGatan 1\n831 30 Östersund"),
                new Message.Body("Din avi", "Hej!"),
                List.of(new Message.Attachment("avi.pdf", "application/pdf", "%PDF".getBytes(StandardCharsets.UTF_8))));
    }

    private static KeyPair keys() {
        try {
            return KeyPairGenerator.getInstance("RSA").generateKeyPair();
        } catch (GeneralSecurityException everyJavaHasIt) {
            throw new IllegalStateException(everyJavaHasIt);
        }
    }
}
