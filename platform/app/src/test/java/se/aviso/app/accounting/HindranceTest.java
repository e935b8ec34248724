package se.aviso.app.accounting;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import se.aviso.accounting.Hindrance;
import se.aviso.app.plugin.PluginFailure;

class HindranceTest {
    @ParameterizedTest
    @EnumSource(PluginFailure.Kind.class)
    void whateverAPluginFailsAtIsTold(PluginFailure.Kind kind) {
        assertThat(Hindrance.valueOf(kind.name()).name()).isEqualTo(kind.name());
    }
}
