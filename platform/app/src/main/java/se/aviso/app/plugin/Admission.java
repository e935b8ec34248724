package se.aviso.app.plugin;

import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Who is let in: jars that came with the distribution, by their sums; others whose sum stands on the operator's list,
 * and that somebody has signed whose key the operator trusts, where signatures are asked for. What cannot be read lets
 * nobody in. The bytes that were looked at are the bytes that are loaded.
 */
final class Admission {
    private static final Logger LOG = System.getLogger(Admission.class.getName());

    private final AllowList shipped;
    private final AllowList allowed;
    private final Optional<TrustedKeys> signers;
    private final Optional<String> shut;

    private Admission(AllowList shipped, AllowList allowed, Optional<TrustedKeys> signers, Optional<String> shut) {
        this.shipped = shipped;
        this.allowed = allowed;
        this.signers = signers;
        this.shut = shut;
    }

    /**
     * Where it is written who may be let in.
     *
     * @param shipped sums of what came with the distribution
     * @param allowed sums on the operator's list
     * @param keys of those who may sign; where they are named signatures are asked for
     * @param signed true where signatures are asked for whoever is named, and so in production
     */
    record Lists(Optional<Path> shipped, Optional<Path> allowed, Optional<Path> keys, boolean signed) {}

    /** By these lists, as they stand now. */
    static Admission of(Lists lists) {
        try {
            return new Admission(
                    AllowList.read(lists.shipped()), AllowList.read(lists.allowed()), signers(lists), Optional.empty());
        } catch (IOException unreadable) {
            LOG.log(Level.ERROR, "no plugin is let in: a list that says which may be cannot be read", unreadable);
            return new Admission(
                    AllowList.NOBODY,
                    AllowList.NOBODY,
                    Optional.of(TrustedKeys.NOBODYS),
                    Optional.of("a list of the operator's cannot be read"));
        }
    }

    private static Optional<TrustedKeys> signers(Lists lists) throws IOException {
        if (lists.keys().isPresent()) {
            return Optional.of(TrustedKeys.read(lists.keys().get()));
        }
        return lists.signed() ? Optional.of(TrustedKeys.NOBODYS) : Optional.empty();
    }

    /** A jar that was looked at: its bytes, or why it is refused. */
    @SuppressWarnings("ArrayRecordComponent") // bytes pass through; nobody compares two jars
    record Looked(byte[] bytes, Optional<String> refusal) {}

    /** Looks at a jar, before any of its classes is loaded. */
    Looked look(Path jar) throws IOException {
        var bytes = Files.readAllBytes(jar);
        return new Looked(bytes, shut.isPresent() ? shut : refusal(jar, bytes));
    }

    private Optional<String> refusal(Path jar, byte[] bytes) throws IOException {
        if (shipped.allows(bytes)) {
            return Optional.empty();
        }
        if (!allowed.allows(bytes)) {
            return Optional.of("not on the allow-list");
        }
        if (signers.isPresent() && !signers.get().haveSigned(bytes, signature(jar))) {
            return Optional.of("not signed by a trusted key");
        }
        return Optional.empty();
    }

    private static Path signature(Path jar) {
        return jar.resolveSibling(jar.getFileName() + ".sig");
    }
}
