package se.aviso.launcher.distribution;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.stream.Stream;

/**
 * A jar in the distribution's repository of Maven. It has the one version {@code distribution-SNAPSHOT}: whatever the
 * distribution holds. Maven keeps a snapshot by a time and a number of its build; here the number is made of the bytes,
 * so that another build's jar is another file in Maven's own repository, and never one that is there already.
 *
 * @param needs what it needs to be compiled against or run, as a POM says it
 */
record MavenPiece(String name, Path jar, List<String> needs) {
    private static final String GROUP = "se.aviso.kit";
    private static final String VERSION = "distribution";
    private static final String STAMP = "20000101.000000";
    private static final String POM = """
            <?xml version="1.0" encoding="UTF-8"?>
            <project xmlns="http://maven.apache.org/POM/4.0.0" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:schemaLocation="http://maven.apache.org/POM/4.0.0 http://maven.apache.org/xsd/maven-4.0.0.xsd">
                <modelVersion>4.0.0</modelVersion>
                <groupId>%s</groupId>
                <artifactId>%s</artifactId>
                <version>%s-SNAPSHOT</version>
                <licenses>
                    <license>
                        <name>Apache-2.0</name>
                        <url>https://www.apache.org/licenses/LICENSE-2.0.txt</url>
                    </license>
                </licenses>
                <dependencies>
            %s    </dependencies>
            </project>
            """;
    private static final String NEED = """
                    <dependency>
                        <groupId>%s</groupId>
                        <artifactId>%s</artifactId>
                        <version>%s</version>
                    </dependency>
            """;
    private static final String BUILDS = """
            <?xml version="1.0" encoding="UTF-8"?>
            <metadata>
                <groupId>%s</groupId>
                <artifactId>%s</artifactId>
                <version>%s-SNAPSHOT</version>
                <versioning>
                    <snapshot>
                        <timestamp>%s</timestamp>
                        <buildNumber>%d</buildNumber>
                    </snapshot>
                    <lastUpdated>20000101000000</lastUpdated>
                </versioning>
            </metadata>
            """;

    MavenPiece {
        needs = List.copyOf(needs);
    }

    /** A jar of that folder which begins by this name. */
    static MavenPiece of(Path folder, String name) throws IOException {
        return new MavenPiece(name, jar(folder, name), List.of());
    }

    MavenPiece needing(MavenPiece other) {
        return needing(NEED.formatted(GROUP, other.name, VERSION + "-SNAPSHOT"));
    }

    /** It needs what Maven Central has, in the version of which a jar lies in that folder. */
    MavenPiece needing(String group, String artifact, Path folder) throws IOException {
        var file = String.valueOf(jar(folder, artifact).getFileName());
        var version = file.substring(artifact.length() + 1, file.length() - ".jar".length());
        return needing(NEED.formatted(group, artifact, version));
    }

    private MavenPiece needing(String need) {
        return new MavenPiece(
                name, jar, Stream.concat(needs.stream(), Stream.of(need)).toList());
    }

    private static Path jar(Path folder, String name) throws IOException {
        try (var files = Files.list(folder)) {
            return files.filter(file -> String.valueOf(file.getFileName()).matches(name + "-[0-9][^/]*\\.jar"))
                    .findFirst()
                    .orElseThrow(() -> new IOException("no jar of " + name + " in " + folder));
        }
    }

    /** Puts it where Maven looks for it. */
    void writeInto(Path repository) throws IOException {
        var pom = POM.formatted(GROUP, name, VERSION, String.join("", needs));
        var number = number(pom);
        var folder = Files.createDirectories(
                repository.resolve(GROUP.replace('.', '/')).resolve(name).resolve(VERSION + "-SNAPSHOT"));
        var file = name + "-" + VERSION + "-" + STAMP + "-" + number;
        Files.copy(jar, folder.resolve(file + ".jar"), StandardCopyOption.REPLACE_EXISTING);
        Files.writeString(folder.resolve(file + ".pom"), pom);
        Files.writeString(folder.resolve("maven-metadata.xml"), BUILDS.formatted(GROUP, name, VERSION, STAMP, number));
    }

    /** Of jar and POM alone: the same for the same, another for another. */
    private int number(String pom) throws IOException {
        var both = AllowList.sha256((AllowList.sha256(Files.readAllBytes(jar)) + pom).getBytes(StandardCharsets.UTF_8));
        return Integer.parseUnsignedInt(both.substring(0, 8), 16) & Integer.MAX_VALUE;
    }
}
