package se.aviso.app.pickup;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.sshd.client.SshClient;
import org.apache.sshd.client.config.hosts.HostConfigEntryResolver;
import org.apache.sshd.client.session.ClientSession;
import org.apache.sshd.common.NamedResource;
import org.apache.sshd.common.config.keys.FilePasswordProvider;
import org.apache.sshd.common.config.keys.KeyUtils;
import org.apache.sshd.common.digest.BuiltinDigests;
import org.apache.sshd.common.keyprovider.KeyIdentityProvider;
import org.apache.sshd.common.util.security.SecurityUtils;
import org.apache.sshd.core.CoreModuleProperties;
import org.apache.sshd.sftp.client.SftpClient;
import org.apache.sshd.sftp.client.SftpClientFactory;
import org.apache.sshd.sftp.common.SftpException;
import org.jspecify.annotations.Nullable;
import se.aviso.pickup.Arrival;
import se.aviso.pickup.HostKey;
import se.aviso.pickup.NamePattern;

/**
 * A visit to a server, over SFTP. To one that does not show the pinned key nothing is said: neither the user's name nor
 * the secret leaves the house. Whatever the server does, each step ends in a minute without an answer.
 */
final class SftpVisit implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final Duration SILENCE = Duration.ofSeconds(60);

    /** More entries than this are not read: a server that never ends a list is left. */
    private static final int MOST_ENTRIES = 10_000;

    private static final int LONGEST_NAME = 200;

    private final SftpConnection connection;
    private final SshClient client = SshClient.setUpDefaultClient();
    private final AtomicReference<@Nullable HostKey> shown = new AtomicReference<>();
    private @Nullable ClientSession session;
    private @Nullable SftpClient files;

    SftpVisit(SftpConnection connection) {
        this.connection = connection;
        client.setHostConfigEntryResolver(HostConfigEntryResolver.EMPTY); // nothing of the machine's own settings
        client.setKeyIdentityProvider(KeyIdentityProvider.EMPTY_KEYS_PROVIDER);
        client.setServerKeyVerifier(
                (from, address, key) -> isPinned(new HostKey(KeyUtils.getFingerPrint(BuiltinDigests.sha256, key))));
        client.setNioWorkers(1);
        CoreModuleProperties.IDLE_TIMEOUT.set(client, SILENCE);
        CoreModuleProperties.AUTH_TIMEOUT.set(client, SILENCE);
        client.start();
    }

    private boolean isPinned(HostKey key) {
        shown.set(key);
        return connection.hostKey().filter(key::equals).isPresent();
    }

    /** The key that the server has shown; absent while it has not come so far. */
    Optional<HostKey> shown() {
        return Optional.ofNullable(shown.get());
    }

    /** True for a private key that can be read, and needs no word to open it. */
    static boolean isKey(String text) {
        try {
            return keys(text).iterator().hasNext();
        } catch (IOException | GeneralSecurityException | RuntimeException unreadable) {
            return false;
        }
    }

    private static Iterable<KeyPair> keys(String text) throws IOException, GeneralSecurityException {
        var bytes = new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
        var keys = SecurityUtils.loadKeyPairIdentities(
                null, NamedResource.ofName("key"), bytes, FilePasswordProvider.EMPTY);
        return keys == null ? List.of() : keys;
    }

    /** Reaches the server and makes itself known to it, in this order. */
    void enter(String secret) throws LookException {
        connect();
        var open = Objects.requireNonNull(session);
        try {
            if (connection.byKey()) {
                keys(secret).forEach(open::addPublicKeyIdentity);
            } else {
                open.addPasswordIdentity(secret);
            }
            open.auth().verify(PATIENCE);
            files = SftpClientFactory.instance().createSftpClient(open);
        } catch (IOException | GeneralSecurityException refused) {
            throw new LookException(keyFailure().orElse(LookFailure.LOG_IN_REFUSED), refused);
        }
    }

    private void connect() throws LookException {
        try {
            session = client.connect(connection.user(), connection.host(), connection.port())
                    .verify(PATIENCE)
                    .getSession();
            session.waitFor(
                    List.of(ClientSession.ClientSessionEvent.WAIT_AUTH, ClientSession.ClientSessionEvent.CLOSED),
                    PATIENCE);
        } catch (IOException | RuntimeException unreachable) {
            throw new LookException(keyFailure().orElse(LookFailure.UNREACHABLE), unreachable);
        }
        var failure = keyFailure();
        if (failure.isPresent()) {
            throw new LookException(failure.get());
        }
        if (shown().isEmpty()) {
            throw new LookException(LookFailure.UNREACHABLE);
        }
    }

    private Optional<LookFailure> keyFailure() {
        if (shown().isEmpty() || shown().equals(connection.hostKey())) {
            return Optional.empty();
        }
        return Optional.of(
                connection.hostKey().isEmpty() ? LookFailure.HOST_KEY_UNPINNED : LookFailure.HOST_KEY_CHANGED);
    }

    /** The files of the folder that are meant, the oldest name first. */
    List<Arrival> list(Instant now) throws LookException {
        var pattern = new NamePattern(connection.pattern());
        var found = new ArrayList<Arrival>();
        var read = 0;
        try (var folder = files().openDir(connection.folder())) {
            for (var part = files().readDir(folder); part != null && read < MOST_ENTRIES; ) {
                for (var entry : part) {
                    read++;
                    var about = entry.getAttributes();
                    if (about.isRegularFile() && isName(entry.getFilename()) && pattern.matches(entry.getFilename())) {
                        var modified = about.getModifyTime() == null
                                ? 0
                                : about.getModifyTime().toInstant().getEpochSecond();
                        found.add(new Arrival(entry.getFilename(), about.getSize(), modified, now));
                    }
                }
                part = files().readDir(folder);
            }
        } catch (SftpException refused) {
            throw new LookException(LookFailure.FOLDER_MISSING, refused);
        } catch (IOException broken) {
            throw new LookException(LookFailure.BROKEN_OFF, broken);
        }
        found.sort(Comparator.comparing(Arrival::name));
        return found;
    }

    /** A name leads to no other folder, whatever the server says; half-written files have names of their own. */
    private static boolean isName(String name) {
        return !name.isBlank()
                && name.length() <= LONGEST_NAME
                && name.chars().noneMatch(sign -> sign == '/' || sign == '\\' || Character.isISOControl(sign))
                && !name.startsWith(".")
                && !name.endsWith(".part");
    }

    InputStream read(String name) throws IOException {
        return files().read(path(connection.folder(), name));
    }

    /** Takes a file away that is kept: into the archive, under a name that is free there, or for good. */
    void clear(String name, Instant now) throws LookException {
        var from = path(connection.folder(), name);
        try {
            if (connection.deletes()) {
                files().remove(from);
            } else {
                files().rename(from, free(name, now));
            }
        } catch (IOException refused) {
            throw new LookException(LookFailure.NOT_CLEARED, refused);
        }
    }

    private String free(String name, Instant now) throws IOException {
        var wished = path(connection.archiveFolder(), name);
        try {
            files().lstat(wished);
            return path(connection.archiveFolder(), now.toEpochMilli() + "-" + name);
        } catch (SftpException absent) {
            return wished;
        }
    }

    private SftpClient files() {
        return Objects.requireNonNull(files, "not entered");
    }

    private static String path(String folder, String name) {
        return folder.endsWith("/") ? folder + name : folder + "/" + name;
    }

    @Override
    public void close() {
        try {
            if (files != null) {
                files.close();
            }
        } catch (IOException broken) {
            System.getLogger(SftpVisit.class.getName()).log(System.Logger.Level.DEBUG, "a visit ended badly", broken);
        }
        client.stop();
    }
}
