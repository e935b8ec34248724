package se.aviso.app.plugin;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.jar.Attributes;
import java.util.jar.JarFile;
import org.pf4j.DefaultVersionManager;
import se.aviso.plugin.PluginUse;
import se.aviso.plugin.SettingsForm;
import se.aviso.spi.ApiVersion;
import se.aviso.tenant.Edition;

/**
 * What a plugin's jar says of itself, read without loading a class of it.
 *
 * @param requires the versions of the API that it was made for
 */
record PluginManifest(Optional<String> requires, PluginUse use, SettingsForm settings) {
    static final PluginManifest NONE = new PluginManifest(Optional.empty(), PluginUse.OF_ALL, SettingsForm.NONE);
    private static final String SCHEMA = "META-INF/aviso/settings.schema.json";
    private static final int LONGEST_SCHEMA = 200_000;

    /** Of that jar. */
    static PluginManifest read(Path jar) throws IOException {
        try (var file = new JarFile(jar.toFile())) {
            var manifest = file.getManifest();
            if (manifest == null) {
                return NONE;
            }
            var says = manifest.getMainAttributes();
            return new PluginManifest(said(says, "Plugin-Requires"), use(says), settings(file));
        }
    }

    /** Why this host is not the one that it was made for; nothing where it is. */
    Optional<String> misfit() {
        if (requires.isEmpty()) {
            return Optional.of("its manifest does not say which plugin API it was made for: Plugin-Requires");
        }
        return requires.filter(range -> !new DefaultVersionManager().checkVersionConstraint(ApiVersion.CURRENT, range))
                .map(range -> "made for another version of the plugin API: " + range);
    }

    private static PluginUse use(Attributes says) {
        var edition = said(says, "Aviso-Edition")
                .map(name -> Edition.valueOf(name.toUpperCase(Locale.ROOT)))
                .orElse(Edition.STANDARD);
        var chosen = said(says, "Aviso-Use").filter("chosen"::equals).isPresent();
        return new PluginUse(chosen || edition != Edition.STANDARD, edition);
    }

    private static SettingsForm settings(JarFile file) throws IOException {
        var schema = file.getEntry(SCHEMA);
        if (schema == null) {
            return SettingsForm.NONE;
        }
        try (var bytes = file.getInputStream(schema)) {
            return SettingsSchema.form(new String(bytes.readNBytes(LONGEST_SCHEMA), StandardCharsets.UTF_8));
        }
    }

    private static Optional<String> said(Attributes says, String name) {
        return Optional.ofNullable(says.getValue(name)).map(String::strip).filter(text -> !text.isEmpty());
    }
}
