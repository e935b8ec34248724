package se.aviso.plugin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import se.aviso.plugin.SettingField.Limits;

class SettingsFormTest {
    private static final SettingsForm FORM = new SettingsForm(List.of(
            field(
                    "host",
                    SettingField.Type.ADDRESS,
                    true,
                    false,
                    new Limits(Optional.of("^[a-z.]+$"), 40, Optional.empty(), Optional.empty())),
            field("password", SettingField.Type.TEXT, true, true, Limits.NONE),
            field("series", SettingField.Type.TEXT, false, false, Limits.NONE, "A", "B"),
            field(
                    "port",
                    SettingField.Type.WHOLE,
                    false,
                    false,
                    new Limits(
                            Optional.empty(), 9, Optional.of(BigDecimal.ONE), Optional.of(new BigDecimal(65_535))))));
    private static final Map<String, String> WHOLE = Map.of("host", "bank.example", "password", "hemligt");

    @Test
    void whatIsWrittenIsKept() {
        assertThat(FORM.taken(WHOLE, Map.of())).isEqualTo(WHOLE);
    }

    @Test
    void aSecretThatIsLeftEmptyStaysAsItIs() {
        assertThat(FORM.taken(Map.of("host", "bank.example", "password", ""), WHOLE))
                .containsEntry("password", "hemligt");
    }

    @Test
    void aSecretIsNotTakenAlongToAnotherAddress() {
        assertThatThrownBy(() -> FORM.taken(Map.of("host", "elsewhere.example"), WHOLE))
                .hasMessageContaining("setting-secret-again");
        assertThat(FORM.taken(Map.of("host", "elsewhere.example", "password", "nytt"), WHOLE))
                .containsEntry("password", "nytt");
    }

    @Test
    void anotherValueThatIsLeftEmptyIsGone() {
        var kept = Map.of("host", "b", "password", "x", "series", "A");
        assertThat(FORM.taken(Map.of("host", "b"), kept)).doesNotContainKey("series");
    }

    @Test
    void everyFaultIsTold() {
        assertThatThrownBy(() -> FORM.taken(Map.of("host", "", "port", "x", "colour", "red"), Map.of()))
                .hasMessageContaining("/settings/host")
                .hasMessageContaining("/settings/password")
                .hasMessageContaining("/settings/port")
                .hasMessageContaining("setting-unknown");
    }

    @ParameterizedTest
    @CsvSource({
        "host,bank.example,true",
        "host,BANK,false",
        "series,A,true",
        "series,C,false",
        "port,1,true",
        "port,0,false",
        "port,65535,true",
        "port,65536,false",
        "port,1.5,false",
    })
    void aValueMustBeWhatTheSchemaSays(String name, String value, boolean right) {
        var field = FORM.fields().stream()
                .filter(each -> each.name().equals(name))
                .findFirst()
                .orElseThrow();
        assertThat(field.fault(value).isEmpty()).isEqualTo(right);
    }

    @Test
    void aPluginIsGivenTheDefaultsOfWhatIsMissing() {
        assertThat(FORM.given(Map.of("host", "b"))).containsEntry("host", "b").doesNotContainKey("password");
    }

    @Test
    void secretsAreKnownByName() {
        assertThat(FORM.isSecret("password")).isTrue();
        assertThat(FORM.isSecret("host")).isFalse();
    }

    private static SettingField field(
            String name, SettingField.Type type, boolean required, boolean secret, Limits limits, String... choices) {
        return new SettingField(name, type, name, "", required, secret, "", List.of(choices), limits);
    }
}
