package se.aviso.app.plugin;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.jar.Attributes;
import java.util.jar.JarFile;
import se.aviso.plugin.PluginUse;
import se.aviso.plugin.SettingsForm;
import se.aviso.tenant.Edition;

/** For whom a plugin is and what it can be told, as its jar says, read without loading a class of it. */
record PluginManifest(PluginUse use, SettingsForm settings) {
    static final PluginManifest NONE = new PluginManifest(PluginUse.OF_ALL, SettingsForm.NONE);
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
            return new PluginManifest(use(says), settings(file));
        }
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
