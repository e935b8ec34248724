package se.aviso.launcher.distribution;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.JarFile;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MavenFolderTest {
    @TempDir
    Path work;

    private Distribution distribution = new Distribution(Path.of(""));

    @BeforeEach
    void jars() throws IOException {
        distribution = new Distribution(work.resolve("aviso"));
        for (var jar : List.of("aviso-kernel-1", "aviso-plugin-api-1", "pf4j-3.15.0", "jspecify-1.0.1")) {
            put("lib", jar, jar);
        }
        for (var jar : List.of(
                "aviso-plugin-testkit-1", "junit-jupiter-6.1.3", "junit-jupiter-api-6.1.3", "assertj-core-3.27.7")) {
            put("testkit", jar, jar);
        }
    }

    @Test
    void itHoldsTheApiTheContractsAndTheArchetypeAndNamesWhatElseTheyNeed() throws IOException {
        write();
        assertThat(files("aviso-plugin-api")).hasSize(3);
        assertThat(pom("aviso-plugin-api"))
                .contains("<artifactId>aviso-kernel</artifactId>", "<version>3.15.0</version>")
                .doesNotContain("<parent>");
        assertThat(pom("aviso-plugin-testkit"))
                .contains("<artifactId>aviso-plugin-api</artifactId>", "<version>6.1.3</version>", "<version>3.27.7<");
        try (var archetype = new JarFile(file("aviso-plugin-archetype", ".jar").toFile())) {
            assertThat(archetype.getEntry("META-INF/maven/archetype-metadata.xml"))
                    .isNotNull();
            assertThat(archetype.getEntry("archetype-resources/pom.xml")).isNotNull();
        }
    }

    @Test
    void aJarIsAnotherFileForMavenExactlyWhereItsBytesAreOthers() throws IOException {
        write();
        var api = file("aviso-plugin-api", ".jar").getFileName();
        var archetype = file("aviso-plugin-archetype", ".jar").getFileName();
        write();
        assertThat(file("aviso-plugin-api", ".jar").getFileName()).isEqualTo(api);

        put("lib", "aviso-plugin-api-1", "the next API");
        write();
        assertThat(file("aviso-plugin-api", ".jar").getFileName()).isNotEqualTo(api);
        assertThat(files("aviso-plugin-api")).as("the former one is gone").hasSize(3);
        assertThat(file("aviso-plugin-archetype", ".jar").getFileName()).isEqualTo(archetype);
    }

    @Test
    void whatMavenIsToldIsTheNameOfTheFile() throws IOException {
        write();
        var name = String.valueOf(file("aviso-plugin-api", ".jar").getFileName());
        var number = name.substring(name.lastIndexOf('-') + 1, name.length() - ".jar".length());
        assertThat(folder("aviso-plugin-api").resolve("maven-metadata.xml"))
                .content()
                .contains("<buildNumber>" + number + "</buildNumber>");
    }

    private void write() throws IOException {
        new MavenFolder(distribution, Path.of("src/main/archetype")).write();
    }

    private void put(String folder, String name, String bytes) throws IOException {
        var lib = Files.createDirectories(distribution.home().resolve(folder));
        Files.writeString(lib.resolve(name + ".jar"), bytes);
    }

    private Path folder(String piece) {
        return distribution.maven().resolve("se/aviso/kit").resolve(piece).resolve("distribution-SNAPSHOT");
    }

    private List<Path> files(String piece) throws IOException {
        try (var files = Files.list(folder(piece))) {
            return files.toList();
        }
    }

    private Path file(String piece, String ending) throws IOException {
        return files(piece).stream()
                .filter(file -> file.toString().endsWith(ending))
                .findFirst()
                .orElseThrow();
    }

    private String pom(String piece) throws IOException {
        return Files.readString(file(piece, ".pom"));
    }
}
