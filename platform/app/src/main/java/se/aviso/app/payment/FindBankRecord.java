package se.aviso.app.payment;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import java.util.UUID;

/**
 * Shows a payment as the bank wrote it: the bytes of its own record and no other, for a file may hold other tenants'.
 * The format says where the record ends, outside of any transaction; where it cannot, nothing is shown.
 */
@ApplicationScoped
public class FindBankRecord {
    @Inject
    FindRecordBytes places;

    @Inject
    BankFileReader reader;

    /** Whether the bytes can be shown. */
    public enum Kept {
        SHOWN,
        /** The file has been let go of: it has been kept long enough. */
        GONE,
        /** The file came for several tenants: the operator alone has its bytes. */
        SHARED,
        /** The format is not installed, or cannot tell where the record ends. */
        END_UNKNOWN
    }

    /**
     * A record of a bank file. Personal data: never logged.
     *
     * @param sha256 of the whole file, as it came
     * @param text the bytes as text
     * @param bytes the bytes themselves, in Base64
     */
    public record Shown(
            UUID paymentId,
            UUID bankFileId,
            String fileName,
            String format,
            String sha256,
            long record,
            long byteOffset,
            int length,
            Kept kept,
            String text,
            String bytes) {
        /** The bytes as pairs of digits, sixteen a line. */
        public String hex() {
            var pairs = HexFormat.ofDelimiter(" ").formatHex(Base64.getDecoder().decode(bytes));
            return pairs.replaceAll("((?:[0-9a-f]{2} ){15}[0-9a-f]{2}) ", "$1\n");
        }
    }

    /** The record of a payment, if the caller may see the seller's bank files. */
    public Optional<Shown> of(UUID payment) {
        return places.of(payment).map(this::shown);
    }

    private Shown shown(FindRecordBytes.Found found) {
        var from = found.from();
        var length = reader.recordLength(found.place().format(), from);
        var record = Arrays.copyOf(from, Math.max(0, Math.min(length, from.length)));
        return shown(found.place(), kept(found, record), record);
    }

    private static Kept kept(FindRecordBytes.Found found, byte[] record) {
        if (found.place().shared()) {
            return Kept.SHARED;
        }
        if (found.from().length == 0) {
            return Kept.GONE;
        }
        return record.length == 0 ? Kept.END_UNKNOWN : Kept.SHOWN;
    }

    private static Shown shown(FindRecordBytes.Place place, Kept kept, byte[] record) {
        return new Shown(
                place.payment(),
                place.file(),
                place.name(),
                place.format(),
                place.sha256(),
                place.record(),
                place.offset(),
                record.length,
                kept,
                new String(record, charset(record)),
                Base64.getEncoder().encodeToString(record));
    }

    /** A record says no more of its character set than its bytes do. */
    private static Charset charset(byte[] record) {
        if (record.length > 1 && (record[0] == 0 || record[1] == 0)) {
            return record[0] == 0 ? UTF_16BE : UTF_16LE;
        }
        try {
            UTF_8.newDecoder().decode(ByteBuffer.wrap(record));
            return UTF_8;
        } catch (CharacterCodingException oneByteALetter) {
            return ISO_8859_1;
        }
    }
}
