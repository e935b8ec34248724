package se.aviso.pagewriter;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.zip.DeflaterOutputStream;

/** The compression of streams inside a PDF. */
final class Deflate {
    private Deflate() {}

    /** The bytes compressed. */
    static byte[] of(byte[] plain) throws IOException {
        var compressed = new ByteArrayOutputStream();
        try (var deflater = new DeflaterOutputStream(compressed)) {
            deflater.write(plain);
        }
        return compressed.toByteArray();
    }
}
