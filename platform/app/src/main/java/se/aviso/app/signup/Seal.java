package se.aviso.app.signup;

import java.nio.charset.StandardCharsets;
import java.security.InvalidKeyException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Seals short texts, so that they come back as they left: the text and 128 bits of its HMAC under the tenant's key.
 *
 * <p>A text begins with what it is for; a seal for one purpose never opens another.
 */
final class Seal {
    private static final String ALGORITHM = "HmacSHA256";
    private static final int TAG = 16;
    private static final Base64.Encoder WRITER = Base64.getUrlEncoder().withoutPadding();
    private static final Base64.Decoder READER = Base64.getUrlDecoder();

    private final SecretKeySpec key;

    Seal(byte[] secret) {
        key = new SecretKeySpec(secret, ALGORITHM);
    }

    /** The text with its seal, fit for an address. */
    String close(String text) {
        return WRITER.encodeToString(text.getBytes(StandardCharsets.UTF_8)) + "." + WRITER.encodeToString(tag(text));
    }

    /** The text, if the seal is ours. */
    Optional<String> open(String sealed) {
        var dot = sealed.indexOf('.');
        if (dot < 0) {
            return Optional.empty();
        }
        try {
            var text = new String(READER.decode(sealed.substring(0, dot)), StandardCharsets.UTF_8);
            var tag = READER.decode(sealed.substring(dot + 1));
            return MessageDigest.isEqual(tag, tag(text)) ? Optional.of(text) : Optional.empty();
        } catch (IllegalArgumentException notOurForm) {
            return Optional.empty();
        }
    }

    private byte[] tag(String text) {
        try {
            var mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            return Arrays.copyOf(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)), TAG);
        } catch (NoSuchAlgorithmException | InvalidKeyException everyJavaHasIt) {
            throw new IllegalStateException(everyJavaHasIt);
        }
    }
}
