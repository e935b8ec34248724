package se.aviso.audit;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import se.aviso.kernel.TenantId;

/**
 * The hash over an entry and all before it: whoever changes, drops or slips in an entry must make all seals after it
 * anew, and the newest one then differs from the one that an auditor has noted.
 *
 * <p>The rule, which the doctor repeats in SQL: SHA-256 (FIPS 180-4) over the 32 bytes of the seal before and the UTF-8
 * bytes of the entry's text; before the first stands SHA-256 over the tenant's id in small letters.
 *
 * @param hex 64 hexadecimal digits in small letters
 */
public record Seal(String hex) {
    private static final int DIGITS = 64;

    /** @throws IllegalArgumentException when it is no SHA-256 */
    public Seal {
        if (!hex.matches("[0-9a-f]{" + DIGITS + "}")) {
            throw new IllegalArgumentException("a seal has " + DIGITS + " hexadecimal digits");
        }
    }

    /** What stands before a tenant's first entry. */
    public static Seal before(TenantId tenant) {
        return of(sha256().digest(utf8(tenant.value().toString())));
    }

    /** The seal of bytes that were kept. */
    public static Seal of(byte[] hash) {
        return new Seal(HexFormat.of().formatHex(hash));
    }

    /** The seal of the entry that follows, whose text that is. */
    public Seal next(String text) {
        var digest = sha256();
        digest.update(bytes());
        return of(digest.digest(utf8(text)));
    }

    /** The 32 bytes. */
    public byte[] bytes() {
        return HexFormat.of().parseHex(hex);
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java platform has SHA-256", impossible);
        }
    }
}
