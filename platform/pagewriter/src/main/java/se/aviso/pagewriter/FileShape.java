package se.aviso.pagewriter;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What many files have alike, part by part, with gaps where each says its own. Two shapes with the same hash are the
 * same.
 *
 * @param parts in the order of the file; none stands for a gap
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
public record FileShape(byte[] hash, List<Optional<Part>> parts) {
    /** What a gap is among the hashes of parts. */
    private static final byte[] GAP = new byte[32];

    public FileShape {
        parts = List.copyOf(parts);
    }

    /**
     * Bytes that are kept once.
     *
     * @param hash their SHA-256
     */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    public record Part(byte[] hash, byte[] content) {
        static Part of(byte[] content) {
            return new Part(Digest.of(content), content);
        }
    }

    static FileShape of(List<Optional<Part>> parts) {
        var hashes = new ByteArrayOutputStream(parts.size() * GAP.length);
        parts.forEach(part -> hashes.writeBytes(part.map(Part::hash).orElse(GAP)));
        return new FileShape(Digest.of(hashes.toByteArray()), parts);
    }

    /** The file that says this in the gaps. */
    public byte[] filled(List<byte[]> own) {
        var left = new ArrayList<>(own);
        var file = new ByteArrayOutputStream();
        parts.forEach(part -> file.writeBytes(part.map(Part::content).orElseGet(() -> left.remove(0))));
        return file.toByteArray();
    }
}
