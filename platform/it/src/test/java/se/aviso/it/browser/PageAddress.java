package se.aviso.it.browser;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.stream.Stream;
import se.aviso.access.Permission;
import se.aviso.app.screen.Download;
import se.aviso.app.screen.PublicScreen;
import se.aviso.app.screen.Screen;

/**
 * A page that the product has registered, found in its classes; a page that is built later is found too.
 *
 * @param needs the permission; none for a public page
 * @param file true for what is downloaded, not shown
 */
public record PageAddress(String path, Optional<Permission> needs, boolean file) {
    private static final String MARK = "Lse/aviso/app/screen/";

    /** All of them, by their addresses. */
    public static List<PageAddress> all() {
        try (var jar = new JarFile(jar())) {
            var found = new ArrayList<PageAddress>();
            for (var entry : jar.stream().toList()) {
                if (entry.getName().endsWith(".class") && mentionsScreens(jar, entry)) {
                    of(type(entry.getName())).forEach(found::add);
                }
            }
            found.sort(Comparator.comparing(PageAddress::path));
            return found;
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** The slices that have words of their own, in which a key without a text would begin with the slice's name. */
    static List<String> slices() {
        try (var jar = new JarFile(jar())) {
            return jar.stream()
                    .map(JarEntry::getName)
                    .filter(name -> name.endsWith("/screen.properties"))
                    .map(name -> name.replaceFirst("/screen.properties$", "").replaceFirst("^.*/", ""))
                    .toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static Stream<PageAddress> of(Class<?> type) {
        var file = Download.class.isAssignableFrom(type);
        var inside = Optional.ofNullable(type.getAnnotation(Screen.class))
                .map(screen -> new PageAddress(screen.path(), Optional.of(screen.needs()), file));
        var open = Optional.ofNullable(type.getAnnotation(PublicScreen.class))
                .map(screen -> new PageAddress(screen.path(), Optional.empty(), file));
        return Stream.concat(inside.stream(), open.stream());
    }

    private static boolean mentionsScreens(JarFile jar, JarEntry entry) throws IOException {
        try (var stream = jar.getInputStream(entry)) {
            return new String(stream.readAllBytes(), StandardCharsets.ISO_8859_1).contains(MARK);
        }
    }

    private static Class<?> type(String file) {
        try {
            var name = file.replace('/', '.').replaceFirst("\\.class$", "");
            return Class.forName(name, false, PageAddress.class.getClassLoader());
        } catch (ClassNotFoundException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static File jar() {
        return new File(
                Screen.class.getProtectionDomain().getCodeSource().getLocation().getPath());
    }
}
