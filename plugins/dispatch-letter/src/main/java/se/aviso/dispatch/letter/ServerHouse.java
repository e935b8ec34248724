package se.aviso.dispatch.letter;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
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
import org.apache.sshd.sftp.common.SftpConstants;
import org.apache.sshd.sftp.common.SftpException;
import se.aviso.spi.dispatch.Notice;

/**
 * A print house's SFTP server. One that does not show the pinned key is told nothing, neither the user's name nor the
 * secret. Each step ends in a while without an answer.
 */
final class ServerHouse implements PrintHouse {
    /** A server that never ends a list is left. */
    private static final int MOST_ENTRIES = 10_000;

    private final LetterSettings.Server server;
    private final SshClient client = SshClient.setUpDefaultClient();
    private final ClientSession session;
    private final SftpClient files;

    private ServerHouse(LetterSettings.Server server) throws IOException {
        this.server = server;
        client.setHostConfigEntryResolver(HostConfigEntryResolver.EMPTY); // nothing of the machine's own settings
        client.setKeyIdentityProvider(KeyIdentityProvider.EMPTY_KEYS_PROVIDER);
        client.setServerKeyVerifier((from, address, key) ->
                KeyUtils.getFingerPrint(BuiltinDigests.sha256, key).equals(server.hostKey()));
        client.setNioWorkers(1);
        CoreModuleProperties.IDLE_TIMEOUT.set(client, server.patience());
        CoreModuleProperties.AUTH_TIMEOUT.set(client, server.patience());
        client.start();
        try {
            session = client.connect(server.user(), server.host(), server.port())
                    .verify(server.patience())
                    .getSession();
            identify();
            session.auth().verify(server.patience());
            files = SftpClientFactory.instance().createSftpClient(session);
        } catch (IOException | RuntimeException refused) {
            client.stop();
            throw refused instanceof IOException failure ? failure : new IOException(refused);
        }
    }

    /** Enters the server. */
    static ServerHouse enter(LetterSettings.Server server) throws IOException {
        return new ServerHouse(server);
    }

    private void identify() throws IOException {
        var secret = server.secret();
        if (secret.key().isBlank()) {
            session.addPasswordIdentity(secret.password());
            return;
        }
        try {
            var bytes = new ByteArrayInputStream(secret.key().getBytes(StandardCharsets.UTF_8));
            var keys = SecurityUtils.loadKeyPairIdentities(
                    session, NamedResource.ofName("key"), bytes, FilePasswordProvider.EMPTY);
            if (keys == null) {
                throw new IOException("the private key cannot be read");
            }
            keys.forEach(session::addPublicKeyIdentity);
        } catch (GeneralSecurityException unreadable) {
            throw new IOException("the private key cannot be read", unreadable);
        }
    }

    @Override
    public void put(Batch batch) throws PutException {
        var last = false;
        try {
            for (var file : batch.files().entrySet()) {
                var path = batchPath(file.getKey());
                put(path + UNFINISHED, file.getValue());
                last = file.getKey().equals(batch.manifestName());
                replace(path + UNFINISHED, path);
            }
        } catch (IOException broken) {
            // a refusal is an answer; a line that broke while the manifest got its name is none
            throw new PutException(broken, last && !(broken instanceof SftpException));
        }
    }

    private void put(String path, byte[] content) throws IOException {
        try (var out = files.write(
                path, SftpClient.OpenMode.Write, SftpClient.OpenMode.Create, SftpClient.OpenMode.Truncate)) {
            out.write(content);
        }
    }

    /** SFTP 3 renames onto nothing that is there, so a batch that comes again takes the place of its first try. */
    private void replace(String from, String to) throws IOException {
        try {
            files.remove(to);
        } catch (SftpException refused) {
            orAbsent(refused);
        }
        files.rename(from, to);
    }

    @Override
    public Optional<byte[]> read(String name) throws IOException {
        try (var content = files.read(batchPath(name))) {
            return Optional.of(content.readAllBytes());
        } catch (SftpException refused) {
            orAbsent(refused);
            return Optional.empty();
        }
    }

    @Override
    public void write(String name, byte[] content) throws IOException {
        var path = batchPath(name);
        put(path + UNFINISHED, content);
        replace(path + UNFINISHED, path);
    }

    @Override
    public boolean rename(String from, String to) throws IOException {
        try {
            files.rename(batchPath(from), batchPath(to));
            return true;
        } catch (SftpException refused) {
            orAbsent(refused);
            return false;
        }
    }

    @Override
    public void remove(String name) throws IOException {
        try {
            files.remove(batchPath(name));
        } catch (SftpException refused) {
            orAbsent(refused);
        }
    }

    private static void orAbsent(SftpException refused) throws SftpException {
        if (refused.getStatus() != SftpConstants.SSH_FX_NO_SUCH_FILE) {
            throw refused;
        }
    }

    private String batchPath(String name) {
        return path(server.folders().batches(), name);
    }

    @Override
    public List<Notice> receipts() throws IOException {
        var notices = new ArrayList<Notice>();
        for (var entry : entries(server.folders().receipts())) {
            var about = entry.getAttributes();
            if (notices.size() < MOST_RECEIPTS
                    && about.isRegularFile()
                    && about.getSize() <= LARGEST_RECEIPT
                    && PrintHouse.isReceipt(entry.getFilename())) {
                try (var content = files.read(path(server.folders().receipts(), entry.getFilename()))) {
                    notices.add(new Notice(entry.getFilename(), Receipts.TYPE, content.readAllBytes()));
                }
            }
        }
        return notices;
    }

    private List<SftpClient.DirEntry> entries(String folder) throws IOException {
        var entries = new ArrayList<SftpClient.DirEntry>();
        try (var open = files.openDir(folder)) {
            for (var part = files.readDir(open); part != null && entries.size() < MOST_ENTRIES; ) {
                part.forEach(entries::add);
                part = files.readDir(open);
            }
        } catch (SftpException refused) {
            orAbsent(refused); // no receipts are given here
        }
        return entries;
    }

    @Override
    public void clear(List<Notice> kept) throws IOException {
        var read = path(server.folders().receipts(), READ);
        try {
            files.mkdir(read);
        } catch (SftpException there) {
            System.getLogger(ServerHouse.class.getName()).log(System.Logger.Level.TRACE, "the folder is there", there);
        }
        for (var notice : kept) {
            replace(path(server.folders().receipts(), notice.key()), path(read, notice.key()));
        }
    }

    private static String path(String folder, String name) {
        return folder.endsWith("/") ? folder + name : folder + "/" + name;
    }

    @Override
    public void close() {
        try {
            files.close();
        } catch (IOException broken) {
            System.getLogger(ServerHouse.class.getName()).log(System.Logger.Level.DEBUG, "a visit ended badly", broken);
        }
        client.stop();
    }
}
