package se.aviso.link;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** The 128 random bits of a link; whoever knows them is let in, so they are never kept and never written to a log. */
public record LinkSecret(long high, long low) {
    /** How many bytes it has. */
    public static final int BYTES = 16;

    /**
     * The secret of those bytes.
     *
     * @throws IllegalArgumentException when there are more or fewer of them
     */
    public static LinkSecret of(byte[] random) {
        if (random.length != BYTES) {
            throw new IllegalArgumentException("a secret has " + BYTES + " bytes");
        }
        var bytes = ByteBuffer.wrap(random);
        return new LinkSecret(bytes.getLong(), bytes.getLong());
    }

    /** What is kept of it: its SHA-256, from which nobody comes back to it. */
    public byte[] hash() {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes().array());
        } catch (NoSuchAlgorithmException everyJavaHasIt) {
            throw new IllegalStateException(everyJavaHasIt);
        }
    }

    ByteBuffer bytes() {
        return ByteBuffer.allocate(BYTES).putLong(high).putLong(low);
    }

    /** Says nothing. */
    @Override
    public String toString() {
        return "LinkSecret";
    }
}
