package se.aviso.app.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CursorTest {
    private static final UUID ID = UUID.fromString("0195f000-0000-7000-8000-000000000001");

    @Test
    void whatWasGivenOutIsReadAgain() {
        var cursor = new Cursor("åsa b", ID);
        assertThat(Cursor.parse(cursor.encoded())).contains(cursor);
    }

    @Test
    void noCursorIsTheBeginning() {
        assertThat(Cursor.parse("")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"!", "abc", "MTIz", "AA"})
    void whatWasNeverGivenOutIsRefused(String foreign) {
        assertThatThrownBy(() -> Cursor.parse(foreign)).isInstanceOf(HttpProblem.class);
    }

    @Test
    void theCursorOfAnotherListIsRefused() {
        assertThatThrownBy(() -> new Cursor("vuxen", ID).number()).isInstanceOf(HttpProblem.class);
    }
}
