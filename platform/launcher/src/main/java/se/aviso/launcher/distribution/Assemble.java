package se.aviso.launcher.distribution;

import fish.payara.micro.PayaraMicro;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import se.aviso.launcher.kit.ValidatePlugin;

/**
 * Puts the distribution together at the end of the build: the WAR, the plugins, what writes them, PostgreSQL, tenants.
 */
public final class Assemble {
    private final Path sources;
    private final Distribution distribution;

    private final String classPath;

    private Assemble(Path sources, Distribution distribution, String classPath) {
        this.sources = sources;
        this.distribution = distribution;
        this.classPath = classPath;
    }

    /** Takes the root of the sources, the folder to fill, and what the launcher has beside the server. */
    public static void main(String[] arguments) throws IOException {
        new Assemble(Path.of(arguments[0]), new Distribution(Path.of(arguments[1])), arguments[2]).run();
    }

    private void run() throws IOException {
        unpackPostgres(distribution);
        new ServerJars(PayaraMicro.class, distribution).write(classPath);
        copyWar();
        var plugins = new PluginJars(sources.resolve("plugins"), distribution);
        plugins.gather();
        validate(plugins);
        new MavenFolder(distribution, sources.resolve("platform/launcher/src/main/archetype")).write();
        copyTree(sources.resolve("tenant-config"), distribution.tenantConfig());
    }

    /** Unpacks PostgreSQL's programs into the distribution, if they are not there. */
    public static void unpackPostgres(Distribution distribution) throws IOException {
        Files.createDirectories(distribution.home());
        PostgresArchive.unpack(distribution.postgres());
    }

    /** What is built here is held to the rule that the kit tells others. */
    private static void validate(PluginJars plugins) throws IOException {
        for (var jar : plugins.gathered()) {
            var said = new StringWriter();
            if (!ValidatePlugin.run(jar, new PrintWriter(said, true))) {
                throw new IOException(jar + ": " + said);
            }
        }
    }

    private void copyWar() throws IOException {
        Files.createDirectories(distribution.home().resolve("app"));
        var war = sources.resolve("platform/app/target/aviso.war");
        if (Files.exists(war)) {
            Files.copy(war, distribution.war(), StandardCopyOption.REPLACE_EXISTING);
        }
    }

    private static void copyTree(Path from, Path to) throws IOException {
        Files.createDirectories(to);
        if (!Files.isDirectory(from)) {
            return;
        }
        try (var files = Files.walk(from)) {
            for (var file : files.filter(Files::isRegularFile).toList()) {
                var copy = to.resolve(from.relativize(file));
                Files.createDirectories(copy.resolveSibling("."));
                Files.copy(file, copy, StandardCopyOption.REPLACE_EXISTING);
            }
        }
    }
}
