package se.aviso.launcher.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class ArgumentsTest {
    @Test
    void optionsAreReadInBothForms() {
        var arguments = Arguments.parse(List.of("office", "--data=/a", "--port", "9090", "--exit"));
        assertThat(arguments.options()).containsEntry("--data", "/a").containsEntry("--port", "9090");
        assertThat(arguments.word()).contains("office");
        assertThat(arguments.has("--exit")).isTrue();
    }

    @Test
    void anUnknownOptionIsRefused() {
        assertThatThrownBy(() -> Arguments.parse(List.of("--prot", "1")))
                .hasMessage("The option --prot is not known; ./aviso help lists what is.");
    }

    @Test
    void anOptionWithoutItsValueIsRefused() {
        assertThatThrownBy(() -> Arguments.parse(List.of("--port"))).hasMessage("The option --port needs a value.");
    }
}
