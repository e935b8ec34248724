package se.aviso.pickup;

import java.util.Optional;
import java.util.regex.Pattern;

/** By which a server is known: the SHA-256 of its public key, as {@code ssh-keygen -l} writes it. */
public record HostKey(String fingerprint) {
    private static final Pattern FORM = Pattern.compile("SHA256:[A-Za-z0-9+/]{43}");

    public HostKey {
        if (!FORM.matcher(fingerprint).matches()) {
            throw new IllegalArgumentException("no fingerprint: " + fingerprint);
        }
    }

    /** The fingerprint that somebody has typed or copied; nothing where it is none. */
    public static Optional<HostKey> read(String text) {
        var bare = text.strip().replaceFirst("=+$", "");
        return FORM.matcher(bare).matches() ? Optional.of(new HostKey(bare)) : Optional.empty();
    }

    @Override
    public String toString() {
        return fingerprint;
    }
}
