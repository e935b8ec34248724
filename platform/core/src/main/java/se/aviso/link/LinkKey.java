package se.aviso.link;

import java.nio.ByteBuffer;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;
import se.aviso.kernel.TenantId;

/**
 * A link as it stands in an address: in whose rows the hash of the secret is to be looked for, and the secret, as one
 * text of 43 signs.
 */
public record LinkKey(TenantId tenant, LinkSecret secret) {
    private static final int BYTES = 16 + LinkSecret.BYTES;
    private static final Base64.Encoder WRITER = Base64.getUrlEncoder().withoutPadding();
    private static final Base64.Decoder READER = Base64.getUrlDecoder();

    /** The text, fit for an address. */
    public String text() {
        var all = ByteBuffer.allocate(BYTES)
                .putLong(tenant.value().getMostSignificantBits())
                .putLong(tenant.value().getLeastSignificantBits())
                .put(secret.bytes().flip());
        return WRITER.encodeToString(all.array());
    }

    /** Reads what somebody brings; nothing when it cannot be one of ours. */
    public static Optional<LinkKey> parse(String text) {
        try {
            var bytes = READER.decode(text);
            if (bytes.length != BYTES) {
                return Optional.empty();
            }
            var all = ByteBuffer.wrap(bytes);
            var tenant = new TenantId(new UUID(all.getLong(), all.getLong()));
            var key = new LinkKey(tenant, new LinkSecret(all.getLong(), all.getLong()));
            return Optional.of(key).filter(read -> read.text().equals(text)); // one link has one address
        } catch (IllegalArgumentException notOurForm) {
            return Optional.empty();
        }
    }

    /** Says nothing of the secret. */
    @Override
    public String toString() {
        return "LinkKey of " + tenant;
    }
}
