package se.aviso.testkit.bank;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Assumptions;

/**
 * Files by others that may not stand in a project: {@code shared/samples/NAME} beside the checkout or above it.
 *
 * @param name the folder's name, as {@code bgmax}
 */
public record SampleFolder(String name) {
    /** The bytes of a sample, if the folder is there and holds it. */
    public Optional<byte[]> find(String sample) {
        for (var folder = Path.of("").toAbsolutePath(); folder != null; folder = folder.getParent()) {
            var file = folder.resolve("shared/samples").resolve(name).resolve(sample);
            if (Files.isRegularFile(file)) {
                return Optional.of(contentOf(file));
            }
        }
        return Optional.empty();
    }

    /** The bytes of a sample; ends the test, with a clear message, where the samples are absent. */
    public byte[] bytes(String sample) {
        return find(sample)
                .orElseGet(() -> Assumptions.abort(
                        "no folder shared/samples/" + name + " with " + sample + " beside the checkout or above it"));
    }

    private static byte[] contentOf(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
