package se.aviso.app.plugin;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/**
 * The host lends plugins all its classes; those of this repository take the API and the kernel of it, what bank formats
 * pack into their jars, and nothing else.
 */
class PluginSourcesTest {
    private static final Pattern PACKAGE = Pattern.compile("(?m)^package (se\\.aviso\\.[\\w.]+);");
    private static final Pattern OURS = Pattern.compile("\\bse\\.aviso\\.[\\w.]+");
    private static final List<String> OPEN = List.of("se.aviso.spi.", "se.aviso.kernel.", "se.aviso.banktext.");

    @Test
    void noPluginNamesAClassOfTheHostThatIsNotOfTheApi() throws IOException {
        var modules = modules();
        assertThat(modules).hasSizeGreaterThan(10);
        for (var module : modules) {
            var sources = sources(module);
            assertThat(sources).as("sources of " + module).isNotEmpty();
            var own = sources.stream()
                    .flatMap(source -> PACKAGE.matcher(source).results().map(found -> found.group(1)))
                    .collect(Collectors.toSet());
            assertThat(sources.stream()
                            .flatMap(source -> OURS.matcher(source).results().map(MatchResult::group))
                            .filter(name -> OPEN.stream().noneMatch(name::startsWith))
                            .filter(name -> own.stream().noneMatch(name::startsWith)))
                    .as("what %s names of the host", module)
                    .isEmpty();
        }
    }

    private static List<Path> modules() throws IOException {
        try (var folders = Files.list(Path.of("../../plugins"))) {
            return folders.filter(folder -> Files.exists(folder.resolve("pom.xml")))
                    .sorted()
                    .toList();
        }
    }

    private static List<String> sources(Path module) throws IOException {
        try (var files = Files.walk(module.resolve("src/main/java"))) {
            var sources = files.filter(file -> file.toString().endsWith(".java"))
                    .sorted()
                    .toList();
            return sources.stream().map(PluginSourcesTest::text).toList();
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
