package se.aviso.launcher.distribution;

import java.io.IOException;
import java.io.InputStream;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;

/**
 * Payara Micro laid out flat: a class path of some 300 jars instead of one jar that holds them.
 *
 * <p>As one jar it unpacks itself into a temporary folder at every start and loads through a loader of its own; on the
 * plain class path the same server is ready some four seconds earlier.
 */
final class ServerJars {
    private static final String NESTED = "MICRO-INF/runtime/";

    private final Path whole;
    private final Distribution distribution;

    /** The server is found by any of its classes. */
    ServerJars(Class<?> anyOfTheServer, Distribution distribution) throws IOException {
        this.whole = sourceOf(anyOfTheServer);
        this.distribution = distribution;
    }

    private static Path sourceOf(Class<?> type) throws IOException {
        try {
            return Path.of(
                    type.getProtectionDomain().getCodeSource().getLocation().toURI());
        } catch (URISyntaxException e) {
            throw new IOException(e);
        }
    }

    /** Writes the jar that starts the product, and what it names: the launcher, this beside it, and the server. */
    void write(String beside) throws IOException {
        try (var jar = new JarFile(whole.toFile())) {
            var server = distribution.boot().resolve(whole.getFileName());
            if (!Files.exists(server)) {
                lay(jar, server);
            }
            writeProgram(jar.getManifest().getMainAttributes(), beside);
        }
    }

    private void writeProgram(Attributes ofServer, String beside) throws IOException {
        var manifest = manifest(List.of("lib/aviso-launcher.jar", "boot/" + whole.getFileName(), beside));
        var attributes = manifest.getMainAttributes();
        attributes.put(Attributes.Name.MAIN_CLASS, "se.aviso.launcher.Main");
        for (var opened : List.of("Add-Exports", "Add-Opens")) {
            attributes.putValue(opened, ofServer.getValue(opened));
        }
        new JarOutputStream(Files.newOutputStream(distribution.jar()), manifest).close();
    }

    private void lay(JarFile jar, Path server) throws IOException {
        Files.createDirectories(distribution.boot().resolve("runtime"));
        var names = new ArrayList<String>();
        var rest = new ArrayList<JarEntry>();
        for (var entry : jar.stream().filter(ServerJars::isWanted).toList()) {
            if (entry.getName().startsWith(NESTED) && entry.getName().endsWith(".jar")) {
                names.add(copyOut(jar, entry));
            } else {
                rest.add(entry);
            }
        }
        var partial = server.resolveSibling("partial");
        try (var flat = new JarOutputStream(
                Files.newOutputStream(partial), manifest(names.stream().sorted().toList()))) {
            for (var entry : rest) {
                copyInto(flat, jar, entry);
            }
        }
        Files.move(partial, server, StandardCopyOption.ATOMIC_MOVE);
    }

    private static boolean isWanted(JarEntry entry) {
        return !entry.getName().equals(NESTED) && !entry.getName().startsWith("META-INF/");
    }

    private String copyOut(JarFile jar, JarEntry entry) throws IOException {
        var name = "runtime/" + entry.getName().substring(NESTED.length());
        try (InputStream bytes = jar.getInputStream(entry)) {
            Files.copy(bytes, distribution.boot().resolve(name), StandardCopyOption.REPLACE_EXISTING);
        }
        return name;
    }

    /** The server looks for its resource adapters (.rar) at the root of the class path. */
    private static void copyInto(JarOutputStream flat, JarFile jar, JarEntry entry) throws IOException {
        var name = entry.getName();
        flat.putNextEntry(new JarEntry(name.startsWith(NESTED) ? name.substring(NESTED.length()) : name));
        try (InputStream bytes = jar.getInputStream(entry)) {
            bytes.transferTo(flat);
        }
        flat.closeEntry();
    }

    private static Manifest manifest(List<String> classPath) {
        var manifest = new Manifest();
        manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
        manifest.getMainAttributes().put(Attributes.Name.CLASS_PATH, String.join(" ", classPath));
        return manifest;
    }
}
