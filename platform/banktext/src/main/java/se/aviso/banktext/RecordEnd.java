package se.aviso.banktext;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Set;
import java.util.function.Predicate;
import se.aviso.spi.bank.BankFile;

/** Where a record ends, with those behind it that belong to it. */
public final class RecordEnd {
    private RecordEnd() {}

    /**
     * How many bytes the record takes that begins with the first of these, with the records that follow as long as they
     * are of these types.
     *
     * @return 0 where there is no record
     */
    public static int of(byte[] from, Set<String> belonging) {
        return of(from, next -> belonging.contains(next.type()));
    }

    /**
     * How many bytes the record takes that begins with the first of these, with the records that follow as long as they
     * belong to it.
     *
     * @return 0 where there is no record
     */
    public static int of(byte[] from, Predicate<FixedRecord> belongs) {
        var file = new Piece(from);
        try (var characters = Encoding.of(file, ISO_8859_1).open(file)) {
            var records = new RecordReader(characters);
            var record = records.next();
            var end = 0L;
            while (record.isPresent()) {
                end = records.here().byteOffset();
                record = records.next().filter(belongs);
            }
            return (int) end;
        } catch (IOException inMemory) {
            throw new UncheckedIOException(inMemory);
        }
    }

    /** A part of a file, in memory. */
    @SuppressWarnings("ArrayRecordComponent") // nobody compares two pieces
    private record Piece(byte[] bytes) implements BankFile {
        @Override
        public String name() {
            return "";
        }

        @Override
        public long size() {
            return bytes.length;
        }

        @Override
        public InputStream open() {
            return new ByteArrayInputStream(bytes);
        }
    }
}
