package se.aviso.dispatch.peppol;

import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.UUID;
import se.aviso.spi.dispatch.Receipt;

/** A folder that the access point takes documents from; each is there whole or not at all, and once. */
final class FolderPoint implements AccessPoint {
    /** Files that are being written have this end; nobody takes them. */
    static final String UNFINISHED = ".part";

    private static final Logger LOG = System.getLogger(FolderPoint.class.getName());

    private final Path folder;

    FolderPoint(Path folder) {
        this.folder = folder;
    }

    @Override
    public Receipt put(UUID id, byte[] document) {
        var file = folder.resolve("aviso-" + id + ".xml");
        try {
            Files.createDirectories(folder);
            if (!Files.exists(file)) {
                lay(document, file);
            }
            return new Receipt.Accepted(id, String.valueOf(file.getFileName()));
        } catch (IOException failed) {
            LOG.log(Level.WARNING, "document " + id + " could not be laid into the folder", failed);
            return Files.exists(file)
                    ? new Receipt.Unknown(id, "The folder failed while the document got its name.")
                    : Receipt.Deferred.closed(id, "The document could not be laid where the access point takes it.");
        }
    }

    /** What stands under its name has reached the disk, and after a fall of the power the name has too. */
    private void lay(byte[] document, Path file) throws IOException {
        var unfinished = folder.resolve(file.getFileName() + UNFINISHED);
        try (var written = FileChannel.open(
                unfinished,
                StandardOpenOption.CREATE,
                StandardOpenOption.TRUNCATE_EXISTING,
                StandardOpenOption.WRITE)) {
            var bytes = ByteBuffer.wrap(document);
            while (bytes.hasRemaining()) {
                written.write(bytes);
            }
            written.force(true);
        }
        Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE);
        flushNames();
    }

    private void flushNames() {
        try (var names = FileChannel.open(folder, StandardOpenOption.READ)) {
            names.force(true);
        } catch (IOException notEverySystemCan) {
            LOG.log(Level.DEBUG, "the folder's names are flushed by the system alone", notEverySystemCan);
        }
    }
}
