package se.aviso.pagewriter;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** What bytes are recognised by. */
final class Digest {
    private Digest() {}

    /** SHA-256. */
    static byte[] of(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (NoSuchAlgorithmException everyJavaHasIt) {
            throw new IllegalStateException(everyJavaHasIt);
        }
    }
}
