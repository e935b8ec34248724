package se.aviso.dispatch.letter;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import se.aviso.spi.dispatch.Notice;

/** Where batches are put and receipts lie: a folder, or a server. */
interface PrintHouse extends AutoCloseable {
    /** Files that are being written have this end; nobody takes them. */
    String UNFINISHED = ".part";

    /** Receipts that were kept are moved there. */
    String READ = "read";

    /** No more receipts are read at once, and no larger ones. */
    int MOST_RECEIPTS = 50;

    long LARGEST_RECEIPT = 4L << 20;

    /** What could not be put there. */
    final class PutException extends Exception {
        private final boolean perhapsThere;

        PutException(IOException cause, boolean perhapsThere) {
            super(cause);
            this.perhapsThere = perhapsThere;
        }

        /** True when nobody knows whether the manifest is there, and so whether the batch is. */
        boolean isPerhapsThere() {
            return perhapsThere;
        }
    }

    /** Puts the files there, whole or not at all, the manifest last. */
    void put(Batch batch) throws PutException;

    /** A file of a batch; nothing where it is not there any more. */
    Optional<byte[]> read(String name) throws IOException;

    /** Writes a file of a batch, whole, over one that is there. */
    void write(String name, byte[] content) throws IOException;

    /** Gives a file another name; false where it is not there. */
    boolean rename(String from, String to) throws IOException;

    /** Removes a file, if it is there. */
    void remove(String name) throws IOException;

    List<Notice> receipts() throws IOException;

    /** Moves receipts that were kept out of the way. */
    void clear(List<Notice> kept) throws IOException;

    @Override
    void close();

    /** True for a name that leads to no other folder and is whole. */
    static boolean isReceipt(String name) {
        return name.matches("[A-Za-z0-9][A-Za-z0-9._-]{0,150}\\.csv");
    }
}
