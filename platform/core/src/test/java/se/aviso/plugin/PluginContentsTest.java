package se.aviso.plugin;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.jar.JarOutputStream;
import java.util.zip.ZipEntry;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import se.aviso.spi.PluginContext;
import se.aviso.spi.accounting.AccountingFormat;

class PluginContentsTest {
    private static final Map<String, String> WHOLE =
            Map.of("Plugin-Id", "pigeon", "Plugin-Version", "1.0.0", "Plugin-Requires", ">=1.2.0 & <2.0.0");

    @TempDir
    Path work;

    @Test
    void aWholeManifestOfThisApiIsTaken() {
        assertThat(saying(WHOLE).misfit()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "Plugin-Id,,has no Plugin-Id",
        "Plugin-Version,,Plugin-Version of three numbers",
        "Plugin-Version,1.0,Plugin-Version of three numbers",
        "Plugin-Requires,,does not say which plugin API",
        "Plugin-Requires,' ',does not say which plugin API",
        "Plugin-Requires,>=2.0.0,made for another version of the plugin API: >=2.0.0"
    })
    void whatTheManifestLacksIsSaid(String name, String value, String why) {
        var says = new HashMap<>(WHOLE);
        says.remove(name);
        Optional.ofNullable(value).ifPresent(said -> says.put(name, said));
        assertThat(saying(says).misfit()).get().asString().contains(why);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "se/aviso/spi/PluginContext",
                "se/aviso/kernel/Money",
                "se/aviso/own/Class",
                "se/aviso/own",
                "se/aviso/own/"
            })
    void theApiMayBeNamedAndWhatTheJarBrings(String name) {
        assertThat(naming(name).misfit()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"se/aviso/app/tenancy/Sql", "se/aviso/ow", "se/aviso/own/Other", "se/aviso/spike/Class"})
    void whateverElseIsNamedOfOursIsRefused(String name) {
        assertThat(naming(name).misfit()).contains("it uses what is no part of the API: " + name);
    }

    @Test
    void theClassesOfOursThatAreTheHostsAreKnownByTheirPackage() {
        assertThat(PluginContents.isAlwaysTheHosts("se.aviso.spi.bank.BankFormat"))
                .isTrue();
        assertThat(PluginContents.isAlwaysTheHosts("se.aviso.kernel.Money")).isTrue();
        assertThat(PluginContents.isAlwaysTheHosts("se.aviso.banktext.Problems"))
                .isFalse();
        assertThat(PluginContents.isAlwaysTheHosts("jakarta.mail.Session")).isFalse();
    }

    @Test
    void aClassFileNamesWhatItUsesInDescriptorsToo() {
        var file =
                "\u0000\u0012(Lse/aviso/spi/PluginContext;)Lse/aviso/app/Sql$Row;\u0001se/aviso/\u00e5se/aviso/core_1";
        assertThat(PluginContents.ours(file))
                .containsExactly("se/aviso/app/Sql$Row", "se/aviso/core_1", "se/aviso/spi/PluginContext");
    }

    @Test
    void aJarIsReadWithItsExtensionsAndWhatItBringsInVain() throws IOException {
        var jar = work.resolve("pigeon.jar");
        try (var out = new JarOutputStream(Files.newOutputStream(jar))) {
            put(out, "META-INF/MANIFEST.MF", "Manifest-Version: 1.0\nPlugin-Id: pigeon\n\n");
            put(out, "META-INF/extensions.idx", "# by PF4J\norg.loft.Pigeon # a channel\n\n");
            put(out, "org/loft/Pigeon.class", "(Lse/aviso/app/Sql;)V");
            put(out, "org/loft/readme.txt", "se/aviso/app/Other");
            put(out, "se/aviso/spi/PluginContext.class", "");
            put(out, "jakarta/Own.class", "");
        }
        var contents = PluginContents.read(jar);
        assertThat(contents.said("Plugin-Id")).contains("pigeon");
        assertThat(contents.extensions()).containsExactly("org.loft.Pigeon");
        assertThat(contents.ours()).containsExactly("se/aviso/app/Sql");
        assertThat(contents.copies()).containsExactly("se/aviso/spi/PluginContext.class");
    }

    @Test
    void ofAClassAHostFindsWhatItsKindIs() {
        assertThat(PluginKinds.isFound(AccountingFormat.class)).isTrue();
        assertThat(PluginKinds.isFound(PluginContext.class)).isFalse();
    }

    private static void put(JarOutputStream out, String name, String text) throws IOException {
        out.putNextEntry(new ZipEntry(name));
        out.write(text.getBytes(StandardCharsets.ISO_8859_1));
        out.closeEntry();
    }

    private static PluginContents saying(Map<String, String> says) {
        return new PluginContents(says, Set.of(), Set.of(), List.of());
    }

    private static PluginContents naming(String name) {
        return new PluginContents(WHOLE, Set.of("se/aviso/own/Class.class"), Set.of(name), List.of());
    }
}
