package se.aviso.secret;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;
import se.aviso.kernel.TenantId;

/**
 * The installation's key, from its settings: it wraps the keys of tenants and nothing else, so that a copy of the
 * database alone opens nothing.
 */
public final class MasterKey {
    /** Fewer letters could be guessed; {@code openssl rand -base64 32} gives 44. */
    public static final int SHORTEST = 32;

    private static final int NAME_BYTES = 8;

    private final byte[] key;
    private final String name;

    private MasterKey(byte[] key, String name) {
        this.key = key;
        this.name = name;
    }

    /**
     * The key that a random text stands for.
     *
     * @throws IllegalArgumentException when the text is too short to be one, or has a comma, which separates them
     */
    public static MasterKey of(String text) {
        var bare = text.strip();
        if (bare.length() < SHORTEST || bare.contains(",")) {
            throw new IllegalArgumentException("a master key has at least " + SHORTEST + " characters and no comma");
        }
        var secret = utf8(bare);
        var name = Arrays.copyOf(Aes.hmac(secret, utf8("aviso master key, name")), NAME_BYTES);
        return new MasterKey(
                Aes.hmac(secret, utf8("aviso master key, wrapping")),
                HexFormat.of().formatHex(name));
    }

    /** Tells this key from others, and nothing of the key itself. */
    public String name() {
        return name;
    }

    /** The tenant's key, so that only this key opens it, and for no other tenant. */
    public Wrapped wrap(TenantId tenant, TenantKey tenantKey) {
        return new Wrapped(
                tenantKey.version(), name, Aes.close(key, tenantKey.bytes(), context(tenant, tenantKey.version())));
    }

    /** The tenant's key; nothing when it was wrapped by another key, for another tenant or as another version. */
    public Optional<TenantKey> unwrap(TenantId tenant, Wrapped wrapped) {
        return Aes.open(key, wrapped.bytes(), context(tenant, wrapped.version()))
                .map(bytes -> TenantKey.of(wrapped.version(), bytes));
    }

    /**
     * A secret of the installation itself, so that only this key opens it, and for that use alone.
     *
     * @param use what the secret is for, such as a connection by its id
     */
    public byte[] seal(String use, String secret) {
        return Aes.close(key, utf8(secret), utf8("aviso secret " + use));
    }

    /** The secret; nothing when it was sealed by another key or for another use, or has been changed since. */
    public Optional<String> open(String use, byte[] sealed) {
        return Aes.open(key, sealed, utf8("aviso secret " + use))
                .map(plain -> new String(plain, StandardCharsets.UTF_8));
    }

    private static byte[] context(TenantId tenant, int version) {
        return utf8("aviso tenant key " + tenant.value() + " " + version);
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /** A tenant's key as it is kept. */
    public static final class Wrapped {
        private final int version;
        private final String master;
        private final byte[] bytes;

        /** @param master the name of the master key that wraps it */
        public Wrapped(int version, String master, byte[] bytes) {
            this.version = version;
            this.master = master;
            this.bytes = bytes.clone();
        }

        /** Which of the tenant's keys it is. */
        public int version() {
            return version;
        }

        /** The name of the master key that wraps it. */
        public String master() {
            return master;
        }

        /** Nonce, cipher text and tag. */
        public byte[] bytes() {
            return bytes.clone();
        }
    }
}
