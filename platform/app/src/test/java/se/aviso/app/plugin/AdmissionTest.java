package se.aviso.app.plugin;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import se.aviso.app.plugin.PluginStatus.State;
import se.aviso.spi.ApiVersion;
import se.aviso.tenant.Edition;

class AdmissionTest {
    @TempDir
    Path work;

    private Path plugins;
    private Path allowList;
    private Path keys;
    private Path shipped;
    private Optional<Path> trusted = Optional.empty();
    private boolean production;
    private KeyPair operator;

    @BeforeEach
    void folders() throws IOException, GeneralSecurityException {
        plugins = Files.createDirectories(work.resolve("plugins"));
        allowList = Files.createFile(work.resolve("allowed"));
        shipped = Files.createFile(work.resolve("plugins.sha256"));
        operator = pair();
        keys = Files.writeString(
                work.resolve("keys"),
                "# the operator's\n" + base64(operator.getPublic().getEncoded()) + "\n");
        trusted = Optional.of(keys);
    }

    @Test
    void whatCameWithTheDistributionNeedsNeitherTheOperatorsListNorHisKey() throws IOException {
        list(PluginJar.named("ours").into(plugins), shipped);
        production = true;
        assertThat(only().state()).isEqualTo(State.STARTED);
        trusted = Optional.empty();
        assertThat(only().state()).isEqualTo(State.STARTED);
    }

    @Test
    void whatCameWithTheDistributionAndWasChangedSinceIsAStranger() throws IOException {
        list(PluginJar.named("ours").into(plugins), shipped);
        PluginJar.named("ours").saying("Plugin-Description", "changed").into(plugins);
        assertRefused("not on the allow-list");
    }

    @Test
    void withoutTheDistributionsListItsPluginsAreStrangers() throws IOException {
        list(PluginJar.named("ours").into(plugins), shipped);
        Files.delete(shipped);
        production = true;
        assertRefused("not on the allow-list");
    }

    @Test
    void inProductionTheOperatorsListAloneIsNotEnoughThoughNoKeysAreNamed()
            throws IOException, GeneralSecurityException {
        var jar = allow(PluginJar.named("unsigned").into(plugins));
        trusted = Optional.empty();
        assertThat(only().state()).as("while it is developed").isEqualTo(State.STARTED);
        production = true;
        assertRefused("not signed by a trusted key");
        sign(jar, operator);
        assertRefused("not signed by a trusted key");
        trusted = Optional.of(keys);
        assertThat(only().state()).isEqualTo(State.STARTED);
    }

    @Test
    void aSignedPluginOnTheListIsLetIn() throws IOException, GeneralSecurityException {
        var jar = allow(PluginJar.named("known").into(plugins));
        sign(jar, operator);
        assertThat(only()).extracting(PluginStatus::state).isEqualTo(State.STARTED);
    }

    @Test
    void onTheListAloneIsNotEnoughWhereKeysAreTrusted() throws IOException {
        allow(PluginJar.named("unsigned").into(plugins));
        assertRefused("not signed by a trusted key");
    }

    @Test
    void aSignatureAloneIsNotEnough() throws IOException, GeneralSecurityException {
        sign(PluginJar.named("unlisted").into(plugins), operator);
        assertRefused("not on the allow-list");
    }

    @Test
    void aStrangersSignatureIsNone() throws IOException, GeneralSecurityException {
        sign(allow(PluginJar.named("strange").into(plugins)), pair());
        assertRefused("not signed by a trusted key");
    }

    @Test
    void theSignatureOfAnotherJarIsNone() throws IOException, GeneralSecurityException {
        var other = PluginJar.named("other").into(work);
        sign(other, operator);
        var jar = allow(PluginJar.named("one").into(plugins));
        Files.copy(work.resolve("other.jar.sig"), plugins.resolve(jar.getFileName() + ".sig"));
        assertRefused("not signed by a trusted key");
    }

    @ParameterizedTest
    @CsvSource({"not base64!", "''", "AAAA"})
    void aSignatureThatIsNoneLetsNobodyIn(String signature) throws IOException {
        var jar = allow(PluginJar.named("odd").into(plugins));
        Files.writeString(plugins.resolve(jar.getFileName() + ".sig"), signature);
        assertThat(only().state()).isNotEqualTo(State.STARTED);
    }

    @Test
    void aListOfKeysThatCannotBeReadLetsNobodyIn() throws IOException, GeneralSecurityException {
        sign(allow(PluginJar.named("known").into(plugins)), operator);
        Files.writeString(keys, "no key at all\n");
        assertRefused("a list of the operator's cannot be read");
        Files.delete(keys);
        assertRefused("a list of the operator's cannot be read");
    }

    @Test
    void aListInAnotherCharacterSetLetsNobodyInAndStopsNobodysStart() throws IOException {
        var jar = PluginJar.named("known").into(plugins);
        trusted = Optional.empty();
        for (var list : List.of(allowList, shipped)) {
            var line = AllowList.sum(jar) + "  känd.jar\n";
            Files.writeString(list, line, StandardCharsets.ISO_8859_1);
            assertRefused("a list of the operator's cannot be read");
            Files.writeString(list, line);
            assertThat(only().state()).isEqualTo(State.STARTED);
            Files.writeString(list, "");
        }
    }

    @ParameterizedTest
    @CsvSource({">=1.2.0 & <2.0.0, STARTED", ">=1.0.0, STARTED", ">=2.0.0, REFUSED", "<1.0.0, REFUSED"})
    void theVersionsOfTheApiMustFit(String range, State expected) throws IOException, GeneralSecurityException {
        sign(allow(PluginJar.named("made-for").madeFor(range).into(plugins)), operator);
        assertThat(only().state()).as(range + " on " + ApiVersion.CURRENT).isEqualTo(expected);
    }

    @Test
    void whatDoesNotSayForWhichApiItWasMadeIsRefused() throws IOException, GeneralSecurityException {
        sign(allow(PluginJar.named("silent").madeForNone().into(plugins)), operator);
        assertRefused("its manifest does not say which plugin API it was made for: Plugin-Requires");
    }

    @Test
    void aPluginSaysForWhomItIsAndWhatItTakes() throws IOException, GeneralSecurityException {
        var schema = """
                {"type": "object", "required": ["host"], "properties": {
                  "host": {"type": "string", "title": "Server"},
                  "token": {"type": "string", "writeOnly": true},
                  "months": {"type": "integer", "default": 12, "minimum": 1}}}""";
        var jar = PluginJar.named("private")
                .saying("Aviso-Edition", "ENTERPRISE")
                .holding("META-INF/aviso/settings.schema.json", schema)
                .into(plugins);
        sign(allow(jar), operator);
        try (var shelf = open()) {
            var manifest = shelf.manifest("private");
            assertThat(manifest.use().isHad(Edition.ENTERPRISE, false)).isFalse();
            assertThat(manifest.use().isHad(Edition.STANDARD, true)).isFalse();
            assertThat(manifest.use().isHad(Edition.ENTERPRISE, true)).isTrue();
            assertThat(manifest.settings().isSecret("token")).isTrue();
            assertThat(manifest.settings().given(Map.of())).containsEntry("months", "12");
        }
    }

    @Test
    void aSchemaThatNoFormCanShowFailsAlone() throws IOException, GeneralSecurityException {
        var jar = PluginJar.named("nested")
                .holding(
                        "META-INF/aviso/settings.schema.json",
                        "{\"type\": \"object\", \"properties\": {\"all\": {\"type\": \"array\"}}}")
                .into(plugins);
        sign(allow(jar), operator);
        assertThat(only().state()).isEqualTo(State.FAILED);
    }

    private PluginStatus only() {
        try (var shelf = open()) {
            assertThat(shelf.statuses()).hasSize(1);
            return shelf.statuses().get(0);
        }
    }

    private void assertRefused(String reason) {
        assertThat(only())
                .extracting(PluginStatus::state, PluginStatus::reason)
                .containsExactly(State.REFUSED, Optional.of(reason));
    }

    private PluginShelf open() {
        var lists = new Admission.Lists(Optional.of(shipped), Optional.of(allowList), trusted, production);
        return PluginShelf.open(List.of(new PluginShelf.Folder(plugins, Admission.of(lists))));
    }

    private Path allow(Path jar) throws IOException {
        return list(jar, allowList);
    }

    private static Path list(Path jar, Path on) throws IOException {
        Files.writeString(on, AllowList.sum(jar) + "  " + jar.getFileName() + "\n");
        return jar;
    }

    private static void sign(Path jar, KeyPair by) throws IOException, GeneralSecurityException {
        var signature = Signature.getInstance("Ed25519");
        signature.initSign(by.getPrivate());
        signature.update(Files.readAllBytes(jar));
        Files.writeString(jar.resolveSibling(jar.getFileName() + ".sig"), base64(signature.sign()) + "\n");
    }

    private static KeyPair pair() throws GeneralSecurityException {
        return KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
    }

    private static String base64(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }
}
