package se.aviso.launcher.data;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import se.aviso.launcher.console.Refusal;

/** The right to run on a data folder; the operating system takes it back when the holder dies, however it dies. */
public final class FolderLock implements AutoCloseable {
    private final FileChannel channel;

    private FolderLock(FileChannel channel) {
        this.channel = channel;
    }

    /** Takes the lock, or says who has it. */
    public static FolderLock take(DataFolder folder) {
        return tryTake(folder)
                .orElseThrow(() -> new Refusal("The data folder " + folder.root() + " is in use by another Aviso"
                        + RunNote.read(folder)
                                .map(note -> " (process " + note.pid() + ")")
                                .orElse("")
                        + ": stop it with ./aviso stop, or choose another folder with --data."));
    }

    /** Takes the lock if it is free. */
    public static Optional<FolderLock> tryTake(DataFolder folder) {
        try {
            var channel =
                    FileChannel.open(folder.file("aviso.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            if (lock(channel).isPresent()) {
                return Optional.of(new FolderLock(channel));
            }
            channel.close();
            return Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Optional<FileLock> lock(FileChannel channel) throws IOException {
        try {
            return Optional.ofNullable(channel.tryLock());
        } catch (OverlappingFileLockException heldByThisProcess) {
            return Optional.empty();
        }
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
