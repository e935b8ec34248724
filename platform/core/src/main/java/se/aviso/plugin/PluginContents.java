package se.aviso.plugin;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.jar.JarFile;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import org.pf4j.DefaultVersionManager;
import se.aviso.spi.ApiVersion;

/**
 * What lies in a plugin's jar, read without loading a class of it, and whether a host takes it. The host asks this
 * before it loads the jar, and the kit of those who write plugins asks the same.
 *
 * @param says its manifest
 * @param entries the names of all that lies in it
 * @param ours what its classes name of Aviso, as {@code se/aviso/…}
 * @param extensions the classes that it says are extensions
 */
public record PluginContents(Map<String, String> says, Set<String> entries, Set<String> ours, List<String> extensions) {
    /** What a plugin sees of Aviso; the classes of it are always the host's. */
    private static final List<String> API = List.of("se/aviso/spi/", "se/aviso/kernel/");

    private static final String EXTENSIONS = "META-INF/extensions.idx";
    private static final String OURS = "se/aviso/";
    private static final Pattern VERSION = Pattern.compile("[0-9]+\\.[0-9]+\\.[0-9].*");

    public PluginContents {
        says = Map.copyOf(says);
        entries = Set.copyOf(entries);
        ours = Set.copyOf(ours);
        extensions = List.copyOf(extensions);
    }

    /** True where a class of that name is the host's, whatever a plugin's jar brings. */
    public static boolean isAlwaysTheHosts(String className) {
        var path = className.replace('.', '/');
        return API.stream().anyMatch(path::startsWith);
    }

    /** Of that jar. */
    public static PluginContents read(Path jar) throws IOException {
        try (var file = new JarFile(jar.toFile())) {
            var entries = new TreeSet<String>();
            var ours = new TreeSet<String>();
            for (var entry : file.stream().toList()) {
                entries.add(entry.getName());
                if (entry.getName().endsWith(".class")) {
                    ours.addAll(ours(text(file, entry)));
                }
            }
            var index = file.getEntry(EXTENSIONS);
            return new PluginContents(
                    says(file), entries, ours, index == null ? List.of() : extensions(text(file, index)));
        }
    }

    private static Map<String, String> says(JarFile file) throws IOException {
        var says = new HashMap<String, String>();
        var manifest = file.getManifest();
        if (manifest != null) {
            manifest.getMainAttributes().forEach((name, value) -> says.put(name.toString(), value.toString()));
        }
        return says;
    }

    /** A byte a character: names of classes are of ASCII. */
    private static String text(JarFile file, ZipEntry entry) throws IOException {
        try (var bytes = file.getInputStream(entry)) {
            return new String(bytes.readAllBytes(), StandardCharsets.ISO_8859_1);
        }
    }

    private static List<String> extensions(String index) {
        return index.lines()
                .map(line -> line.replaceFirst("#.*", "").strip())
                .filter(line -> !line.isEmpty())
                .toList();
    }

    /** Each name of a class of ours; more than a class file's constants is not looked at, as nothing else names one. */
    static Set<String> ours(String classFile) {
        var found = new TreeSet<String>();
        for (var at = classFile.indexOf(OURS); at >= 0; at = classFile.indexOf(OURS, at + 1)) {
            var end = at + OURS.length();
            while (end < classFile.length() && isOfAName(classFile.charAt(end))) {
                end++;
            }
            if (end > at + OURS.length()) {
                found.add(classFile.substring(at, end));
            }
        }
        return found;
    }

    private static boolean isOfAName(char each) {
        return each < 128 && (Character.isLetterOrDigit(each) || "_/$.-".indexOf(each) >= 0);
    }

    /** What the manifest says under that name. */
    public Optional<String> said(String name) {
        return Optional.ofNullable(says.get(name)).map(String::strip).filter(text -> !text.isEmpty());
    }

    /** Why no host of this version takes it; nothing where one does. */
    public Optional<String> misfit() {
        var requires = said("Plugin-Requires");
        if (requires.isEmpty()) {
            return Optional.of("its manifest does not say which plugin API it was made for: Plugin-Requires");
        }
        if (!new DefaultVersionManager().checkVersionConstraint(ApiVersion.CURRENT, requires.get())) {
            return Optional.of("made for another version of the plugin API: " + requires.get());
        }
        if (said("Plugin-Id").isEmpty()) {
            return Optional.of("its manifest has no Plugin-Id");
        }
        if (said("Plugin-Version").filter(VERSION.asMatchPredicate()).isEmpty()) {
            return Optional.of("its manifest has no Plugin-Version of three numbers");
        }
        var foreign = foreign();
        return foreign.isEmpty() ? Optional.empty() : Optional.of("it uses what is no part of the API: " + foreign);
    }

    /** What its classes name of ours that is neither of the API nor in the jar: the host may change it any day. */
    private String foreign() {
        return ours.stream()
                .filter(name -> API.stream().noneMatch(name::startsWith) && !isBrought(name))
                .sorted()
                .collect(Collectors.joining(", "));
    }

    private boolean isBrought(String name) {
        return entries.contains(name)
                || entries.contains(name + ".class")
                || entries.stream().anyMatch(entry -> entry.startsWith(name.endsWith("/") ? name : name + "/"));
    }

    /** Classes of the jar that no host loads from it. */
    public Set<String> copies() {
        return entries.stream()
                .filter(entry -> entry.endsWith(".class") && isAlwaysTheHosts(entry))
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
