package se.aviso.it;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.CopyOption;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.sshd.common.config.keys.KeyUtils;
import org.apache.sshd.common.config.keys.writer.openssh.OpenSSHKeyPairResourceWriter;
import org.apache.sshd.common.digest.BuiltinDigests;
import org.apache.sshd.common.file.virtualfs.VirtualFileSystemFactory;
import org.apache.sshd.common.keyprovider.KeyPairProvider;
import org.apache.sshd.server.SshServer;
import org.apache.sshd.server.session.ServerSession;
import org.apache.sshd.sftp.server.FileHandle;
import org.apache.sshd.sftp.server.Handle;
import org.apache.sshd.sftp.server.SftpEventListener;
import org.apache.sshd.sftp.server.SftpSubsystemFactory;

/**
 * A bank's SFTP server: a folder for files, one for the archive, a user with a password and a key, and a key of its
 * own.
 */
final class BankServer implements AutoCloseable {
    static final String USER = "aviso";
    static final String PASSWORD = "ett hemligt lösenord";

    private final Path root;
    private final KeyPair users = keys();
    private final AtomicBoolean moving = new AtomicBoolean(true);
    private final AtomicBoolean reading = new AtomicBoolean(true);
    private final AtomicInteger reads = new AtomicInteger();
    private final AtomicInteger logIns = new AtomicInteger();
    private final int port;
    private SshServer server;
    private KeyPair key = keys();

    private BankServer(Path root) throws IOException {
        this.root = root;
        Files.createDirectories(out());
        Files.createDirectories(archive());
        this.server = serve(0);
        this.port = server.getPort();
    }

    static BankServer start() throws IOException {
        return new BankServer(Files.createTempDirectory("bank-"));
    }

    private SshServer serve(int wished) throws IOException {
        var made = SshServer.setUpDefaultServer();
        made.setHost("127.0.0.1");
        made.setPort(wished);
        made.setKeyPairProvider(KeyPairProvider.wrap(key));
        made.setPasswordAuthenticator((user, password, session) -> {
            logIns.incrementAndGet();
            return user.equals(USER) && password.equals(PASSWORD);
        });
        made.setPublickeyAuthenticator((user, shown, session) -> {
            logIns.incrementAndGet();
            return user.equals(USER) && KeyUtils.compareKeys(shown, users.getPublic());
        });
        made.setFileSystemFactory(new VirtualFileSystemFactory(root));
        var files = new SftpSubsystemFactory.Builder().build();
        files.addSftpEventListener(new Watching());
        made.setSubsystemFactories(List.of(files));
        made.start();
        return made;
    }

    /** Another server in its place: the address is the same, the key is not. */
    void changeKey() throws IOException {
        server.stop(true);
        key = keys();
        server = serve(port);
    }

    /** What the product is told of this server: which files to take, and where they go then. */
    Map<String, Object> wish(String pattern) {
        return Map.ofEntries(
                Map.entry("name", "Provbanken"),
                Map.entry("host", "127.0.0.1"),
                Map.entry("port", port()),
                Map.entry("user", USER),
                Map.entry("byKey", false),
                Map.entry("password", PASSWORD),
                Map.entry("folder", "/out"),
                Map.entry("pattern", pattern),
                Map.entry("archiveFolder", "/archive"),
                Map.entry("everyMinutes", 60));
    }

    int port() {
        return port;
    }

    String fingerprint() {
        return KeyUtils.getFingerPrint(BuiltinDigests.sha256, key.getPublic());
    }

    /** The user's private key, as OpenSSH writes it. */
    String privateKey() {
        var written = new ByteArrayOutputStream();
        try {
            OpenSSHKeyPairResourceWriter.INSTANCE.writePrivateKey(users, "aviso", null, written);
        } catch (IOException | GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
        return written.toString(StandardCharsets.US_ASCII);
    }

    Path out() {
        return root.resolve("out");
    }

    Path archive() {
        return root.resolve("archive");
    }

    /** Lays a whole file there. */
    void lay(String name, byte[] bytes) {
        try {
            var part = Files.write(out().resolve("." + name), bytes);
            Files.setLastModifiedTime(part, FileTime.from(Instant.parse("2027-01-08T04:00:00Z")));
            Files.move(part, out().resolve(name), StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** How often reading a file was begun. */
    int reads() {
        return reads.get();
    }

    /** How often somebody has shown a password or key. */
    int logIns() {
        return logIns.get();
    }

    /** While it is off, nothing can be moved or deleted. */
    void allowMoving(boolean allowed) {
        moving.set(allowed);
    }

    /** While it is off, a reader waits. */
    void allowReading(boolean allowed) {
        reading.set(allowed);
    }

    @Override
    public void close() throws IOException {
        reading.set(true);
        server.stop(true);
    }

    private static KeyPair keys() {
        try {
            var generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(2048);
            return generator.generateKeyPair();
        } catch (GeneralSecurityException everyJavaHasIt) {
            throw new IllegalStateException(everyJavaHasIt);
        }
    }

    /** Sees what the client does, and lets it wait. */
    private final class Watching implements SftpEventListener {
        @Override
        public void open(ServerSession session, String remoteHandle, Handle local) {
            if (local instanceof FileHandle) {
                reads.incrementAndGet();
            }
        }

        @Override
        public void reading(
                ServerSession session,
                String remoteHandle,
                FileHandle local,
                long offset,
                byte[] data,
                int dataOffset,
                int length) {
            Waiting.until("reading to be allowed", reading::get);
        }

        @Override
        public void moving(ServerSession session, Path from, Path to, Collection<CopyOption> options)
                throws IOException {
            requireMoving();
        }

        @Override
        public void removing(ServerSession session, Path path, boolean isDirectory) throws IOException {
            requireMoving();
        }

        private void requireMoving() throws IOException {
            if (!moving.get()) {
                throw new IOException("the user may not");
            }
        }
    }
}
