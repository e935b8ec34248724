package se.aviso.dispatch.letter;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import se.aviso.spi.dispatch.Notice;

/** A folder that the print house takes batches from; receipts lie in its {@code receipts}. */
final class FolderHouse implements PrintHouse {
    private final Path folder;

    FolderHouse(String folder) {
        this.folder = Path.of(folder);
    }

    @Override
    public void put(Batch batch) throws PutException {
        try {
            Files.createDirectories(folder);
            for (var file : batch.files().entrySet()) {
                var unfinished = folder.resolve(file.getKey() + UNFINISHED);
                Files.write(unfinished, file.getValue());
                try (var written = FileChannel.open(unfinished, StandardOpenOption.WRITE)) {
                    written.force(true);
                }
                Files.move(unfinished, folder.resolve(file.getKey()), StandardCopyOption.ATOMIC_MOVE);
            }
        } catch (IOException failed) {
            throw new PutException(failed, Files.exists(folder.resolve(batch.manifestName())));
        }
    }

    @Override
    public Optional<byte[]> read(String name) throws IOException {
        try {
            return Optional.of(Files.readAllBytes(folder.resolve(name)));
        } catch (NoSuchFileException taken) {
            return Optional.empty();
        }
    }

    @Override
    public void write(String name, byte[] content) throws IOException {
        var unfinished = folder.resolve(name + UNFINISHED);
        Files.write(unfinished, content);
        Files.move(unfinished, folder.resolve(name), StandardCopyOption.ATOMIC_MOVE);
    }

    @Override
    public boolean rename(String from, String to) throws IOException {
        try {
            Files.move(folder.resolve(from), folder.resolve(to), StandardCopyOption.ATOMIC_MOVE);
            return true;
        } catch (NoSuchFileException taken) {
            return false;
        }
    }

    @Override
    public void remove(String name) throws IOException {
        Files.deleteIfExists(folder.resolve(name));
    }

    @Override
    public List<Notice> receipts() throws IOException {
        var receipts = folder.resolve("receipts");
        if (!Files.isDirectory(receipts)) {
            return List.of();
        }
        var notices = new ArrayList<Notice>();
        try (var files = Files.newDirectoryStream(
                receipts,
                file -> PrintHouse.isReceipt(String.valueOf(file.getFileName()))
                        && Files.size(file) <= LARGEST_RECEIPT)) {
            for (var file : files) {
                if (notices.size() < MOST_RECEIPTS) {
                    notices.add(
                            new Notice(String.valueOf(file.getFileName()), Receipts.TYPE, Files.readAllBytes(file)));
                }
            }
        }
        return List.copyOf(notices);
    }

    @Override
    public void clear(List<Notice> kept) throws IOException {
        var read = Files.createDirectories(folder.resolve("receipts").resolve(READ));
        for (var notice : kept) {
            if (PrintHouse.isReceipt(notice.key())) {
                Files.move(
                        folder.resolve("receipts").resolve(notice.key()),
                        read.resolve(notice.key()),
                        StandardCopyOption.REPLACE_EXISTING);
            }
        }
    }

    @Override
    public void close() {}
}
