package se.aviso.secret;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import se.aviso.kernel.TenantId;

/** The master key that wraps, and those before it, which only open until all is wrapped anew. */
public record MasterKeys(MasterKey current, List<MasterKey> former) {
    public MasterKeys {
        former = List.copyOf(former);
    }

    /**
     * As the settings have them.
     *
     * @param former separated by commas; empty for none
     * @throws IllegalArgumentException when one is too short
     */
    public static MasterKeys of(String current, String former) {
        var older = Arrays.stream(former.split(",", -1))
                .map(String::strip)
                .filter(text -> !text.isEmpty())
                .map(MasterKey::of)
                .toList();
        return new MasterKeys(MasterKey.of(current), older);
    }

    /**
     * The tenant's key.
     *
     * @throws IllegalStateException when none of these master keys opens it
     */
    public TenantKey unwrap(TenantId tenant, MasterKey.Wrapped wrapped) {
        return Stream.concat(Stream.of(current), former.stream())
                .filter(key -> key.name().equals(wrapped.master()))
                .flatMap(key -> key.unwrap(tenant, wrapped).stream())
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("no master key in the settings opens version "
                        + wrapped.version() + " of the key of tenant " + tenant.value()
                        + "; it was wrapped by the master key " + wrapped.master()));
    }

    /**
     * A secret of the installation itself.
     *
     * @param master the name of the key that sealed it
     * @throws IllegalStateException when none of these master keys opens it
     */
    public String open(String master, String use, byte[] sealed) {
        return Stream.concat(Stream.of(current), former.stream())
                .filter(key -> key.name().equals(master))
                .flatMap(key -> key.open(use, sealed).stream())
                .findFirst()
                .orElseThrow(() -> new IllegalStateException(
                        "no master key in the settings opens the secret of " + use + "; it was sealed by " + master));
    }

    /** True when it is wrapped by the current key. */
    public boolean isCurrent(MasterKey.Wrapped wrapped) {
        return wrapped.master().equals(current.name());
    }
}
