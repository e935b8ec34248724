package se.aviso.app.plugin;

import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Who is let in: jars whose sum stands on the operator's list, and, where the operator trusts keys, that one of them
 * has signed. What cannot be read lets nobody in. The bytes that were looked at are the bytes that are loaded.
 */
final class Admission {
    private static final Logger LOG = System.getLogger(Admission.class.getName());

    private final AllowList allowed;
    private final Optional<TrustedKeys> trusted;
    private final Optional<String> shut;

    private Admission(AllowList allowed, Optional<TrustedKeys> trusted, Optional<String> shut) {
        this.allowed = allowed;
        this.trusted = trusted;
        this.shut = shut;
    }

    /**
     * By these two files.
     *
     * @param keys none where no signatures are asked for
     */
    static Admission of(Optional<Path> allowList, Optional<Path> keys) {
        try {
            var trusted = keys.isPresent() ? Optional.of(TrustedKeys.read(keys.get())) : Optional.<TrustedKeys>empty();
            return new Admission(AllowList.read(allowList), trusted, Optional.empty());
        } catch (IOException unreadable) {
            LOG.log(Level.ERROR, "no plugin is let in: a list that says which may be cannot be read", unreadable);
            return new Admission(
                    AllowList.NOBODY, Optional.empty(), Optional.of("a list of the operator's cannot be read"));
        }
    }

    /** A jar that was looked at: its bytes, or why it is refused. */
    @SuppressWarnings("ArrayRecordComponent") // bytes pass through; nobody compares two jars
    record Looked(byte[] bytes, Optional<String> refusal) {}

    /** Looks at a jar, before any of its classes is loaded. */
    Looked look(Path jar) throws IOException {
        var bytes = Files.readAllBytes(jar);
        if (shut.isPresent()) {
            return new Looked(bytes, shut);
        }
        if (!allowed.allows(bytes)) {
            return new Looked(bytes, Optional.of("not on the allow-list"));
        }
        if (trusted.isPresent() && !trusted.get().haveSigned(bytes, signature(jar))) {
            return new Looked(bytes, Optional.of("not signed by a trusted key"));
        }
        return new Looked(bytes, Optional.empty());
    }

    private static Path signature(Path jar) {
        return jar.resolveSibling(jar.getFileName() + ".sig");
    }
}
