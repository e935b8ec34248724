package se.aviso.secret;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import se.aviso.kernel.MemberId;
import se.aviso.kernel.PersonalNumber;
import se.aviso.kernel.TenantId;

/**
 * One version of a tenant's key: one half seals personal numbers, the other finds them without opening any.
 *
 * <p>A sealed number is the key's version in four bytes, a nonce, and the cipher text with its tag; tenant and member
 * are bound to it, so that what is moved to another row opens no more.
 */
public final class TenantKey {
    private static final int VERSION = Integer.BYTES;
    private static final int HALVES = 2;
    private static final int SIGNED = 16;

    private final int version;
    private final byte[] sealing;
    private final byte[] finding;

    private TenantKey(int version, byte[] sealing, byte[] finding) {
        this.version = version;
        this.sealing = sealing;
        this.finding = finding;
    }

    /** A new key. */
    public static TenantKey make(int version) {
        return of(version, Aes.random(HALVES * Aes.KEY));
    }

    static TenantKey of(int version, byte[] bytes) {
        return new TenantKey(
                version, Arrays.copyOf(bytes, Aes.KEY), Arrays.copyOfRange(bytes, Aes.KEY, HALVES * Aes.KEY));
    }

    /** Which of the tenant's keys it is; the highest seals. */
    public int version() {
        return version;
    }

    byte[] bytes() {
        return Aes.concat(sealing, finding);
    }

    /** The version of the key that sealed it. */
    public static int versionOf(byte[] sealed) {
        return ByteBuffer.wrap(sealed).getInt();
    }

    /** The number as it is kept for that member. */
    public byte[] seal(TenantId tenant, MemberId member, PersonalNumber number) {
        var plain = number.digits().getBytes(StandardCharsets.US_ASCII);
        return Aes.concat(version(version), Aes.close(sealing, plain, context(tenant, member)));
    }

    /** The number; nothing where it was sealed by another key, for another member, or has been changed since. */
    public Optional<PersonalNumber> open(TenantId tenant, MemberId member, byte[] sealed) {
        if (sealed.length < VERSION || versionOf(sealed) != version) {
            return Optional.empty();
        }
        var bare = Arrays.copyOfRange(sealed, VERSION, sealed.length);
        return Aes.open(sealing, bare, context(tenant, member))
                .map(plain -> new PersonalNumber(new String(plain, StandardCharsets.US_ASCII)));
    }

    /** A text as it is kept for that use of the tenant's, such as the password of a provider. */
    public byte[] seal(TenantId tenant, String use, String text) {
        var plain = text.getBytes(StandardCharsets.UTF_8);
        return Aes.concat(version(version), Aes.close(sealing, plain, context(tenant, use)));
    }

    /** The text; nothing where it was sealed by another key, for another tenant or use, or has been changed since. */
    public Optional<String> open(TenantId tenant, String use, byte[] sealed) {
        if (sealed.length < VERSION || versionOf(sealed) != version) {
            return Optional.empty();
        }
        return Aes.open(sealing, Arrays.copyOfRange(sealed, VERSION, sealed.length), context(tenant, use))
                .map(plain -> new String(plain, StandardCharsets.UTF_8));
    }

    /** Sixteen bytes that nobody without this key makes for that use. */
    public byte[] sign(String use) {
        return Arrays.copyOf(Aes.hmac(finding, ("aviso signed " + use).getBytes(StandardCharsets.UTF_8)), SIGNED);
    }

    /** What the number is found by: the same for the same number, and for nobody without this key. */
    public byte[] lookup(PersonalNumber number) {
        return Aes.hmac(finding, number.digits().getBytes(StandardCharsets.US_ASCII));
    }

    private byte[] context(TenantId tenant, MemberId member) {
        var text = "aviso personal number " + version + " " + tenant.value() + " " + member.value();
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private byte[] context(TenantId tenant, String use) {
        return ("aviso secret " + version + " " + tenant.value() + " " + use).getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] version(int version) {
        return ByteBuffer.allocate(VERSION).putInt(version).array();
    }
}
