package se.aviso.launcher.kit;

import java.io.IOException;
import java.io.PrintWriter;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;
import se.aviso.plugin.PluginContents;
import se.aviso.plugin.PluginKinds;

/**
 * Says whether a host would take a plugin's jar, by the host's own rule, and find anything in it; runs none of its
 * code.
 */
public final class ValidatePlugin {
    private ValidatePlugin() {}

    /** Takes the jar; ends with 1 where it is refused. */
    public static void main(String[] arguments) throws IOException {
        var out = new PrintWriter(System.out, true, StandardCharsets.UTF_8);
        System.exit(run(Path.of(arguments[0]), out) ? 0 : 1);
    }

    /** True where a host would take it. */
    public static boolean run(Path jar, PrintWriter out) throws IOException {
        var contents = PluginContents.read(jar);
        var refusal = contents.misfit().or(() -> unfound(jar, contents));
        if (refusal.isPresent()) {
            out.println("The jar is refused: " + refusal.get() + ".");
            return false;
        }
        if (!contents.copies().isEmpty()) {
            out.println("Note: the jar brings a copy of our classes, which no host loads; the API is never bundled.");
        }
        out.println(contents.said("Plugin-Id").orElseThrow()
                + " is a plugin that can be let in; its line of the allow-list:");
        return true;
    }

    /** Why a host that had taken it would find nothing in it. */
    private static Optional<String> unfound(Path jar, PluginContents contents) {
        if (contents.extensions().isEmpty()) {
            return Optional.of(
                    "it has no META-INF/extensions.idx that names one, as no class is an @Extension, or PF4J's processor did not run");
        }
        try (var classes = new URLClassLoader(new URL[] {jar.toUri().toURL()}, ValidatePlugin.class.getClassLoader())) {
            for (var extension : contents.extensions()) {
                if (!PluginKinds.isFound(Class.forName(extension, false, classes))) {
                    return Optional.of(extension + " is of no kind that the host asks for");
                }
            }
            return Optional.empty();
        } catch (ClassNotFoundException | LinkageError | IOException unreadable) {
            return Optional.of("an extension cannot be read, " + unreadable);
        }
    }
}
