package se.aviso.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * The archetype of the distribution, from an empty folder to a plugin that could be let in; it needs Maven, and of the
 * world Maven Central. Maven's own repository is one of the test's, where nothing of ours lies that another build left.
 */
@Timeout(value = 10, unit = TimeUnit.MINUTES, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class PluginArchetypeIT {
    @TempDir
    Path work;

    @Test
    void whatTheArchetypeBeginsMavenPacksAndAHostWouldLetIn() throws Exception {
        begin("my-books", "-DgroupId=org.sample", "-Dpackage=org.sample.books");
        var project = work.resolve("my-books");
        assertThat(project.resolve("src/org/sample/books/PlainBooks.java")).exists();

        var packed = maven(project, "package");
        assertThat(packed.code()).as(packed.words()).isZero();
        assertThat(packed.words()).containsPattern("Tests run: [1-9][0-9]*, Failures: 0, Errors: 0, Skipped: 0");
        var valid = kit("validate", "my-books/target/my-books.jar");
        assertThat(valid.code()).as(valid.words()).isZero();

        var elsewhere = maven(project, "package", "-Daviso.home=" + work.resolve("nowhere"));
        assertThat(elsewhere.code())
                .as("what Maven keeps of another distribution is not taken for that of this one")
                .isNotZero();
        assertThat(elsewhere.words()).contains("There is no Aviso");
    }

    @Test
    void itIsTheSampleOfTheKit() throws Exception {
        begin("my-books");
        var byMaven = texts(work.resolve("my-books"));
        assertThat(kit("new", "by-the-kit/my-books").code()).isZero();
        assertThat(byMaven).hasSize(6).isEqualTo(texts(work.resolve("by-the-kit/my-books")));
    }

    private void begin(String name, String... more) throws IOException, InterruptedException {
        var words = new ArrayList<>(List.of(
                "-f",
                Product.distribution().resolve("maven").toString(),
                "archetype:generate",
                "-DartifactId=" + name,
                "-DoutputDirectory=" + work,
                "-DavisoHome=" + Product.distribution()));
        words.addAll(List.of(more));
        var begun = maven(work, words.toArray(String[]::new));
        assertThat(begun.code()).as(begun.words()).isZero();
    }

    private static Said maven(Path folder, String... words) throws IOException, InterruptedException {
        var own = Path.of(System.getProperty("aviso.build", "target"), "archetype-m2")
                .toAbsolutePath();
        var line = new ArrayList<>(List.of("mvn", "-B", "-ntp", "-Dmaven.repo.local=" + own));
        line.addAll(List.of(words));
        try {
            return Said.by(line, folder);
        } catch (IOException notFound) {
            return fail("Maven is needed for this test and was not found: install Maven 3.8 or newer", notFound);
        }
    }

    private Said kit(String... words) throws IOException, InterruptedException {
        var line = new ArrayList<>(
                List.of("bash", Product.distribution().resolve("plugin-kit.sh").toString()));
        line.addAll(List.of(words));
        return Said.by(line, work);
    }

    /** Each file's place and text. */
    private static List<String> texts(Path folder) throws IOException {
        try (var files = Files.walk(folder)) {
            var all = new ArrayList<String>();
            for (var file : files.filter(Files::isRegularFile).sorted().toList()) {
                all.add(folder.relativize(file) + "\n" + Files.readString(file));
            }
            return all;
        }
    }
}
