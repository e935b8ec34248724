package se.aviso.bank.camt;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Assumptions;
import se.aviso.testkit.bank.Sample;

/** Generated examples, which stand beside the checkout in {@code shared/samples} and are no part of it. */
final class SharedSamples {
    static final String OLD = "se_camt054_02.xml";
    static final String NEW = "se_camt054_08.xml";

    private SharedSamples() {}

    /** The samples that are there, with what they hold. */
    static List<Sample> all() {
        var found = new ArrayList<Sample>();
        find(OLD).ifPresent(bytes -> found.add(new Sample(OLD, bytes, List.of(Sample.section("3083.05 SEK", 12, 0)))));
        find(NEW).ifPresent(bytes -> found.add(new Sample(NEW, bytes, List.of(Sample.section("2607.20 SEK", 12, 0)))));
        return found;
    }

    /** The bytes of a sample; ends the test where the samples are absent. */
    static byte[] bytes(String name) {
        return find(name)
                .orElseGet(() -> Assumptions.abort(
                        "no folder shared/samples/camt with " + name + " beside the checkout or above it"));
    }

    private static Optional<byte[]> find(String name) {
        for (var folder = Path.of("").toAbsolutePath(); folder != null; folder = folder.getParent()) {
            var file = folder.resolve("shared/samples/camt").resolve(name);
            if (Files.isRegularFile(file)) {
                return Optional.of(contentOf(file));
            }
        }
        return Optional.empty();
    }

    private static byte[] contentOf(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
