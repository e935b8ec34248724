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
import java.util.stream.Collectors;

/**
 * Payara Micro laid out flat: its own class path of some 300 jars instead of one jar that holds them.
 *
 * <p>As one jar it unpacks itself into a temporary folder at every start and loads through a loader of its own; on the
 * plain class path the same server is ready some four seconds earlier.
 */
final class ServerJars {
    private static final String NESTED = "MICRO-INF/runtime/";

    private final Path folder;
    private final List<String> jars = new ArrayList<>();

    private ServerJars(Path folder) {
        this.folder = folder;
    }

    /** Lays the server out in this folder: {@code server.jar} names the others, which stand in {@code runtime}. */
    static void unpack(Class<?> anyOfTheServer, Path folder) throws IOException {
        var server = folder.resolve("server.jar");
        var whole = sourceOf(anyOfTheServer);
        if (Files.exists(server) && Files.getLastModifiedTime(server).compareTo(Files.getLastModifiedTime(whole)) > 0) {
            return;
        }
        Files.createDirectories(folder.resolve("runtime"));
        try (var jar = new JarFile(whole.toFile())) {
            new ServerJars(folder).unpack(jar, server);
        }
    }

    private static Path sourceOf(Class<?> type) throws IOException {
        try {
            return Path.of(
                    type.getProtectionDomain().getCodeSource().getLocation().toURI());
        } catch (URISyntaxException e) {
            throw new IOException(e);
        }
    }

    private void unpack(JarFile whole, Path server) throws IOException {
        var rest = new ArrayList<JarEntry>();
        for (var entry : whole.stream().filter(ServerJars::isWanted).toList()) {
            if (entry.getName().startsWith(NESTED) && entry.getName().endsWith(".jar")) {
                copyOut(whole, entry);
            } else {
                rest.add(entry);
            }
        }
        var partial = folder.resolve("server.jar.partial");
        try (var jar = new JarOutputStream(Files.newOutputStream(partial), manifest())) {
            for (var entry : rest) {
                copyInto(jar, whole, entry);
            }
        }
        Files.move(partial, server, StandardCopyOption.ATOMIC_MOVE);
    }

    private static boolean isWanted(JarEntry entry) {
        return !entry.getName().equals(NESTED) && !entry.getName().startsWith("META-INF/");
    }

    private void copyOut(JarFile whole, JarEntry entry) throws IOException {
        var name = "runtime/" + entry.getName().substring(NESTED.length());
        jars.add(name);
        try (InputStream bytes = whole.getInputStream(entry)) {
            Files.copy(bytes, folder.resolve(name), StandardCopyOption.REPLACE_EXISTING);
        }
    }

    /** The server looks for its resource adapters (.rar) at the root of the class path. */
    private static void copyInto(JarOutputStream jar, JarFile whole, JarEntry entry) throws IOException {
        var name = entry.getName();
        jar.putNextEntry(new JarEntry(name.startsWith(NESTED) ? name.substring(NESTED.length()) : name));
        try (InputStream bytes = whole.getInputStream(entry)) {
            bytes.transferTo(jar);
        }
        jar.closeEntry();
    }

    private Manifest manifest() {
        var manifest = new Manifest();
        var attributes = manifest.getMainAttributes();
        attributes.put(Attributes.Name.MANIFEST_VERSION, "1.0");
        attributes.put(Attributes.Name.CLASS_PATH, jars.stream().sorted().collect(Collectors.joining(" ")));
        return manifest;
    }
}
