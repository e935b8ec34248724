package se.aviso.app.invoice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import se.aviso.app.web.Cursor;
import se.aviso.app.web.HttpProblem;
import se.aviso.app.web.QueryParams;

class InvoiceSortTest {
    @ParameterizedTest
    @ValueSource(strings = {"issuedOn", "-issuedOn", "dueOn", "-number", "total", "-open", "member"})
    void anOrderIsReadAndWrittenAlike(String word) {
        assertThat(InvoiceSort.of(QueryParams.of(Map.of("sort", word))).word()).isEqualTo(word);
    }

    @ParameterizedTest
    @ValueSource(strings = {"colour", "--total", "i.total; drop"})
    void anUnknownOrderIsRefused(String word) {
        assertThatThrownBy(() -> InvoiceSort.of(QueryParams.of(Map.of("sort", word))))
                .isInstanceOf(HttpProblem.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"-dueOn=2027-01-31", "-issuedOn=soon", "", "-issuedOn"})
    void theCursorOfAnotherOrderIsNotTaken(String key) {
        assertThat(InvoiceSort.NEWEST.gave(new Cursor(key, new UUID(0, 1)))).isFalse();
    }

    @Test
    void itsOwnCursorIs() {
        assertThat(InvoiceSort.NEWEST.gave(new Cursor("-issuedOn=2027-01-31", new UUID(0, 1))))
                .isTrue();
    }
}
