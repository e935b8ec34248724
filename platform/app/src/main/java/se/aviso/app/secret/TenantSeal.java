package se.aviso.app.secret;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.security.MessageDigest;
import java.util.function.Function;
import se.aviso.app.tenancy.Tenancy;
import se.aviso.link.LinkKey;
import se.aviso.link.LinkSecret;
import se.aviso.secret.TenantKey;

/** Seals what a tenant keeps secret, such as the password of a provider, by the tenant's own key. */
@ApplicationScoped
public class TenantSeal {
    @Inject
    TenantKeyStore keys;

    /** The text as it is kept, for that use alone. */
    public byte[] seal(String use, String text) {
        return keys.all().get(0).seal(Tenancy.required(), use, text);
    }

    /**
     * The text that was sealed for that use.
     *
     * @throws TamperedException when no key of the tenant opens it
     */
    public String open(String use, byte[] sealed) {
        return keys.all().stream()
                .filter(key -> key.version() == TenantKey.versionOf(sealed))
                .findFirst()
                .flatMap(key -> key.open(Tenancy.required(), use, sealed))
                .orElseThrow(() -> new TamperedException("a secret for " + use));
    }

    /** Makes keys that only we could have made for a use; whoever brings one back was given it. */
    public Function<String, LinkKey> signer() {
        var newest = keys.all().get(0);
        return use -> signed(newest, use);
    }

    /** True for a key that was made for that use of the tenant. */
    public boolean isSigned(LinkKey brought, String use) {
        return keys.all().stream()
                .anyMatch(key -> MessageDigest.isEqual(
                        signed(key, use).secret().hash(), brought.secret().hash()));
    }

    private static LinkKey signed(TenantKey key, String use) {
        return new LinkKey(Tenancy.required(), LinkSecret.of(key.sign(use)));
    }
}
