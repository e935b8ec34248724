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
    void aWordThatTheCommandDoesNotTakeIsRefused() {
        assertThatThrownBy(() -> new DemoCommand().accepts().require("demo", Arguments.parse(List.of("extra"))))
                .hasMessage("./aviso demo does not take the word \"extra\"; ./aviso help lists what it takes.");
        assertThatThrownBy(() -> new TokenCommand().accepts().require("token", Arguments.parse(List.of("office", "x"))))
                .hasMessageContaining("the word \"x\"");
    }

    @Test
    void anOptionThatOnlyOtherCommandsTakeIsRefused() {
        assertThatThrownBy(() -> new DemoCommand().accepts().require("demo", Arguments.parse(List.of("--production"))))
                .hasMessage("./aviso demo does not take the option --production; ./aviso help lists what it takes.");
        assertThatThrownBy(() -> new StopCommand().accepts().require("stop", Arguments.parse(List.of("--port=1"))))
                .hasMessageContaining("the option --port");
    }

    @Test
    void whatTheCommandTakesIsTaken() {
        new StartCommand()
                .accepts()
                .require("start", Arguments.parse(List.of("--port=1", "--data", "a", "--production")));
        new TokenCommand().accepts().require("token", Arguments.parse(List.of("office", "--data", "a")));
    }

    @Test
    void anOptionWithoutItsValueIsRefused() {
        assertThatThrownBy(() -> Arguments.parse(List.of("--port"))).hasMessage("The option --port needs a value.");
    }
}
