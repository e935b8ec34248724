package se.aviso.pagewriter;

import java.util.HexFormat;

/** A picture that is handed in with a model; a template shows it by {@code <img src="picture:name"/>}. */
public sealed interface Picture {
    /** What tells this picture from every other: the hash of its content. */
    String key();

    /**
     * A logo: PNG or JPEG. It is decoded once for each content hash, so keep the value and hand it in again.
     *
     * @param key SHA-256 of the content, in hexadecimal digits
     */
    @SuppressWarnings("ArrayRecordComponent") // compared by key
    record Raster(String key, byte[] content) implements Picture {
        /** The picture with the hash of its content. */
        public static Raster of(byte[] content) {
            return new Raster(sha256(content), content);
        }
    }

    /**
     * Black squares on nothing: a code for machines. Made for one document, so nothing of it is kept.
     *
     * @param size squares on a side
     * @param rows the squares from the top left, eight to a byte, each row from a new byte; 1 is black
     */
    @SuppressWarnings("ArrayRecordComponent") // compared by key
    record Squares(int size, byte[] rows) implements Picture {
        @Override
        public String key() {
            return sha256(rows);
        }
    }

    private static String sha256(byte[] content) {
        return HexFormat.of().formatHex(Digest.of(content));
    }
}
