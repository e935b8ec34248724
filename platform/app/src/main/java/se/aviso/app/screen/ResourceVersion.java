package se.aviso.app.screen;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Named;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.zip.CRC32;

/**
 * The mark in the addresses of styles and scripts: it changes with their content, so browsers may keep them for ever.
 */
@Named
@ApplicationScoped
public class ResourceVersion {
    private static final List<String> FILES = List.of("tokens.css", "app.css", "bridge.css", "aviso.js", "icons.svg");

    private final String value = computed();

    /** The mark. */
    public String getValue() {
        return value;
    }

    private static String computed() {
        var sum = new CRC32();
        for (var file : FILES) {
            try (var stream =
                    ResourceVersion.class.getClassLoader().getResourceAsStream("META-INF/resources/aviso/" + file)) {
                if (stream == null) {
                    throw new IllegalStateException("the theme lacks " + file);
                }
                sum.update(stream.readAllBytes());
            } catch (IOException unreadable) {
                throw new UncheckedIOException(unreadable);
            }
        }
        return Long.toHexString(sum.getValue());
    }
}
