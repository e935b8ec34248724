package se.aviso.launcher.settings;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import se.aviso.launcher.console.Refusal;

class ProductionTest {
    private static final Map<String, String> COMPLETE = Map.ofEntries(
            Map.entry("aviso.db.url", "jdbc:postgresql://db/aviso"),
            Map.entry("aviso.db.user", "aviso_app"),
            Map.entry("aviso.db.password", "x"),
            Map.entry("aviso.db.owner.user", "aviso_owner"),
            Map.entry("aviso.db.owner.password", "y"),
            Map.entry("aviso.base-url", "https://aviso.example"),
            Map.entry("aviso.oidc.issuer", "https://login.example/realms/aviso"),
            Map.entry("aviso.oidc.client-secret", "z"),
            Map.entry("aviso.mail.host", "mail.example"),
            Map.entry("aviso.http.trusted-proxies", "1"),
            Map.entry("aviso.secrets.master-key", "a master key for tests and long enough"));

    @Test
    void everyMissingSettingIsNamedInOneSentence() {
        assertThatThrownBy(() -> Production.require(settings(Map.of())))
                .isInstanceOf(Refusal.class)
                .hasMessage("Production mode needs these settings: aviso.db.url, aviso.db.user, aviso.db.password,"
                        + " aviso.db.owner.user, aviso.db.owner.password, aviso.base-url, aviso.oidc.issuer,"
                        + " aviso.oidc.client-secret, aviso.mail.host, aviso.secrets.master-key.");
    }

    @Test
    void aPlainAddressIsRefused() {
        var values = new HashMap<>(COMPLETE);
        values.put("aviso.base-url", "http://aviso.example");
        assertThatThrownBy(() -> Production.require(settings(values)))
                .hasMessage("Production mode needs an https address in aviso.base-url.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "0"})
    void withoutAProxyThatEndsTlsItIsRefused(String proxies) {
        var values = new HashMap<>(COMPLETE);
        values.put("aviso.http.trusted-proxies", proxies);
        assertThatThrownBy(() -> Production.require(settings(values)))
                .hasMessage("Production mode needs a reverse proxy that ends TLS: say in aviso.http.trusted-proxies"
                        + " how many of them a request passes.");
    }

    @Test
    void aCountOfProxiesThatIsNoneIsNamed() {
        var values = new HashMap<>(COMPLETE);
        values.put("aviso.http.trusted-proxies", "one");
        assertThatThrownBy(() -> Production.require(settings(values)))
                .hasMessage("The setting aviso.http.trusted-proxies is a whole number from 0 to 10, not \"one\".");
    }

    @Test
    void aMasterKeyThatCouldBeGuessedIsRefused() {
        var values = new HashMap<>(COMPLETE);
        values.put("aviso.secrets.master-key", "hemligt");
        assertThatThrownBy(() -> Production.require(settings(values)))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("openssl rand -base64 32")
                .hasMessageNotContaining("hemligt");
    }

    @Test
    void allThatIsNeededIsEnough() {
        assertThatCode(() -> Production.require(settings(COMPLETE))).doesNotThrowAnyException();
    }

    @Test
    void halfAnExternalDatabaseIsRefused() {
        assertThatThrownBy(
                        () -> DatabaseSettings.external(settings(Map.of("aviso.db.url", "jdbc:postgresql://db/aviso"))))
                .hasMessage("An external database needs these settings too: aviso.db.user, aviso.db.password,"
                        + " aviso.db.owner.user, aviso.db.owner.password.");
    }

    private static Settings settings(Map<String, String> file) {
        return Settings.of(Map.of(), Map.of(), Map.of(), file);
    }
}
