package se.aviso.it;

import java.nio.ByteBuffer;
import java.util.Base64;
import java.util.HexFormat;
import java.util.UUID;

/** Takes the keys of links apart, as somebody does who wants to get in by another. */
final class LinkKeys {
    private static final int HALF = 16;

    private LinkKeys() {}

    /** The same tenant with a secret that was never made. */
    static String withOtherSecret(String key) {
        var bytes = bytes(key);
        bytes[bytes.length - 1] ^= 1;
        return text(bytes);
    }

    /** The same secret with another tenant. */
    static String withTenant(String key, UUID tenant) {
        var bytes = bytes(key);
        ByteBuffer.wrap(bytes).putLong(tenant.getMostSignificantBits()).putLong(tenant.getLeastSignificantBits());
        return text(bytes);
    }

    /** The secret in hexadecimal digits. */
    static String secret(String key) {
        return HexFormat.of().formatHex(bytes(key), HALF, 2 * HALF);
    }

    private static byte[] bytes(String key) {
        return Base64.getUrlDecoder().decode(key);
    }

    private static String text(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
