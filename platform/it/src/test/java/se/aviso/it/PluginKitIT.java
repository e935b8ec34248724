package se.aviso.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The kit, from an empty folder to a plugin that could be let in; it needs this distribution and a JDK, and nothing
 * else.
 */
class PluginKitIT {
    @TempDir
    Path work;

    /** The guide's own plugin is run, and takes the sample away: {@link PluginGuideIT}. */
    @Test
    void theSampleHoldsItsContractAndCouldBeLetIn() throws Exception {
        assertThat(kit("new", "my-books").code()).isZero();
        var tested = kit("test", "my-books");
        assertThat(tested.code()).as(tested.words()).isZero();
        var valid = kit("validate", "my-books/target/my-books.jar");
        assertThat(valid.code()).as(valid.words()).isZero();
    }

    @Test
    void whatAHostWouldRefuseTheKitRefusesAndSaysWhy() throws Exception {
        kit("new", "my-books");
        var manifest = work.resolve("my-books/manifest.txt");
        var whole = Files.readString(manifest);
        Files.writeString(manifest, whole.replaceAll("Plugin-Requires.*\n", ""));
        kit("build", "my-books");
        assertRefused("Plugin-Requires");

        Files.writeString(manifest, whole);
        var ours = Files.createDirectories(work.resolve("my-books/resources/se/aviso/spi"));
        Files.writeString(ours.resolve("PluginContext.class"), "ours");
        kit("build", "my-books");
        var bundled = kit("validate", "my-books/target/my-books.jar");
        assertThat(bundled.code()).as("a host takes it, and loads its own").isZero();
        assertThat(bundled.words()).contains("never bundled");

        Files.delete(ours.resolve("PluginContext.class"));
        for (var folder = ours;
                !folder.endsWith("resources");
                folder = folder.resolve("..").normalize()) {
            Files.delete(folder); // a folder of ours in a jar is refused too
        }
        var sly = Files.createDirectories(work.resolve("my-books/resources/com/example/sly"));
        Files.writeString(sly.resolve("Sly.class"), "(Lse/aviso/spi/PluginContext;)Lse/aviso/app/tenancy/Sql;");
        kit("build", "my-books");
        assertRefused("no part of the API: se/aviso/app/tenancy/Sql");
    }

    @Test
    void whatTheProductLoadsTheKitLetsInAndOursTakeNothingButTheApi() throws Exception {
        var jars = new ArrayList<Path>();
        for (var folder : List.of("plugins", "tenant-config")) {
            try (var files = Files.walk(Product.distribution().resolve(folder))) {
                files.filter(file -> file.toString().endsWith(".jar")).forEach(jars::add);
            }
        }
        assertThat(jars).hasSizeGreaterThan(12);
        for (var jar : jars) {
            var said = kit("validate", jar.toString());
            assertThat(said.code()).as("%s: %s", jar, said.words()).isZero();
        }
    }

    @Test
    void whatDoesNotCompileIsNoPlugin() throws Exception {
        kit("new", "my-books");
        var source = work.resolve("my-books/src/com/example/books/PlainBooks.java");
        Files.writeString(source, Files.readString(source).replace("return \"PLAIN\"", "return 3"));
        assertThat(kit("build", "my-books").words()).contains("does not compile");
        assertThat(kit("new", "my-books").words())
                .as("nobody's work is written over")
                .contains("is not empty");
    }

    private void assertRefused(String why) throws Exception {
        var said = kit("validate", "my-books/target/my-books.jar");
        assertThat(said.code()).isEqualTo(1);
        assertThat(said.words()).contains(why);
    }

    private Said kit(String... words) throws IOException, InterruptedException {
        var line = new ArrayList<>(
                List.of("bash", Product.distribution().resolve("plugin-kit.sh").toString()));
        line.addAll(List.of(words));
        return Said.by(line, work);
    }
}
