package se.aviso.bank.bgmax;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Assumptions;
import se.aviso.testkit.bank.Sample;

/** A bank's published examples, which stand beside the checkout in {@code shared/samples} and are no part of it. */
final class SharedSamples {
    private SharedSamples() {}

    /** The samples that are there, with what they hold. */
    static List<Sample> all() {
        var found = new ArrayList<Sample>();
        find("exempelfil_3.txt")
                .ifPresent(bytes -> found.add(new Sample(
                        "exempelfil_3.txt",
                        bytes,
                        List.of(
                                Sample.section("1900.00 SEK", 2, 1),
                                Sample.section("8000.00 SEK", 4, 0),
                                Sample.section("4000.00 EUR", 2, 0)))));
        find("exempelfil_4.txt")
                .ifPresent(bytes -> found.add(new Sample(
                        "exempelfil_4.txt",
                        bytes,
                        List.of(Sample.section("1500.00 EUR", 2, 0), Sample.section("2100.00 SEK", 4, 0)))));
        return found;
    }

    /** The bytes of a sample; ends the test where the samples are absent. */
    static byte[] bytes(String name) {
        return find(name)
                .orElseGet(() -> Assumptions.abort(
                        "no folder shared/samples/bgmax with " + name + " beside the checkout or above it"));
    }

    private static Optional<byte[]> find(String name) {
        for (var folder = Path.of("").toAbsolutePath(); folder != null; folder = folder.getParent()) {
            var file = folder.resolve("shared/samples/bgmax").resolve(name);
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
