package se.aviso.app.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class BankFormatConfigTest {
    private static final Map<String, String> SAID = Map.of(
            "aviso.bank.camt.profiles", "default.sum-codes = BGI",
            "aviso.bank.camtasia.profiles", "another's",
            "aviso.bank.com.example.bank.limit", "7",
            "aviso.bank.camt.", "nothing",
            "aviso.mail.host", "localhost");

    @Test
    void aPluginIsToldWhatStandsUnderItsOwnNameAndNothingElse() {
        assertThat(of("bank-camt")).isEqualTo(Map.of("profiles", "default.sum-codes = BGI"));
        assertThat(of("com.example.bank")).isEqualTo(Map.of("limit", "7"));
        assertThat(of("bank-bgmax")).isEmpty();
    }

    @Test
    void theEnvironmentWritesItsKeysInCapitals() {
        var settings = BankFormatConfig.settings(
                "bank-camt",
                List.of("AVISO_BANK_CAMT_PROFILES", "AVISO_BANK_CAMT", "PATH"),
                key -> Optional.of(key).filter("aviso.bank.camt.profiles"::equals));
        assertThat(settings).containsOnlyKeys("profiles");
    }

    private static Map<String, String> of(String plugin) {
        return BankFormatConfig.settings(plugin, SAID.keySet(), key -> Optional.ofNullable(SAID.get(key)));
    }
}
