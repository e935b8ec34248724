package se.aviso.bank.totalin;

import java.util.Optional;
import se.aviso.banktext.FixedRecord;
import se.aviso.spi.bank.FileStart;

/** Reads the start record (00): whose file it is, when it was written, and whether it is a test. */
final class FileStartRecord {
    /** What says that the file is of this format, from position 37 on. */
    static final String FILE_TYPE = "TL1TOTALIN";

    private FileStartRecord() {}

    /** How the file introduces itself; empty when it is of another kind. */
    static Optional<FileStart> read(FixedRecord record) {
        var kind = record.trimmed(37, 49);
        if (!record.type().equals("00") || !(kind.equals(FILE_TYPE) || kind.equals(FILE_TYPE + "-T"))) {
            return Optional.empty();
        }
        var identity = record.trimmed(3, 14) + " " + record.trimmed(15, 34) + " " + record.trimmed(35, 36);
        return Optional.of(new FileStart(identity, kind.endsWith("-T")));
    }
}
