package se.aviso.launcher.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import org.junit.jupiter.api.Test;

class ClosingTest {
    @Test
    void partsEndInReverseOrderAndOnce() throws Exception {
        var ended = new ArrayList<String>();
        var closing = new Closing();
        closing.<AutoCloseable>start(() -> () -> ended.add("database"));
        closing.<AutoCloseable>start(() -> () -> ended.add("server"));
        closing.close();
        closing.close();
        assertThat(ended).containsExactly("server", "database");
    }

    @Test
    void nothingStartsAfterTheEnd() {
        var closing = new Closing();
        closing.close();
        assertThatThrownBy(() -> closing.<AutoCloseable>start(() -> () -> {})).isInstanceOf(InterruptedException.class);
    }
}
