package se.aviso.app.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PagesTest {
    private static final UUID ID = new UUID(7, 7);

    @Test
    void aCursorIsReadAsItWasGiven() {
        var cursor = new Cursor("Åsa Öberg", ID);
        assertThat(Cursor.parse(cursor.encoded())).contains(cursor);
    }

    @ParameterizedTest
    @ValueSource(strings = {"x", "!!", "QUJD", "IA"})
    void aCursorThatWeNeverGaveIsRefused(String foreign) {
        assertThatThrownBy(() -> Cursor.parse(foreign)).isInstanceOf(HttpProblem.class);
    }

    @Test
    void oneRowMoreThanAskedForMeansThatThereIsMore() {
        var page = Page.of(List.of("a", "b", "c"), new PageRequest(2, Optional.empty()), row -> new Cursor(row, ID));
        assertThat(page.items()).containsExactly("a", "b");
        assertThat(page.nextCursor()).contains(new Cursor("b", ID).encoded());
    }

    @ParameterizedTest
    @ValueSource(ints = {0, -1, 501})
    void aLimitOutsideItsBoundsIsRefused(int limit) {
        assertThatThrownBy(() -> PageRequest.of(limit, null)).isInstanceOf(HttpProblem.class);
    }

    @Test
    void aChangeOfTheVersionAtHandPasses() {
        ETags.require("\"3\"", 3);
        ETags.require("\"2\", \"3\"", 3);
    }

    @Test
    void aChangeOfAnotherVersionIsRefused() {
        assertThat(catchThrowableOfType(HttpProblem.class, () -> ETags.require("\"2\"", 3))
                        .status())
                .isEqualTo(412);
        assertThat(catchThrowableOfType(HttpProblem.class, () -> ETags.require(null, 3))
                        .status())
                .isEqualTo(428);
    }
}
