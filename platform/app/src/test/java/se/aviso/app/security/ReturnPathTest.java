package se.aviso.app.security;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReturnPathTest {
    @ParameterizedTest
    @ValueSource(strings = {"/", "/invoice/list.xhtml", "/invoice/list.xhtml?state=OPEN&q=%C3%A5"})
    void aPageOfOursIsReturnedTo(String path) {
        assertThat(ReturnPath.of(path)).isEqualTo(path);
    }

    @Test
    void severalSlashesAreOne() {
        assertThat(ReturnPath.of("///evil.example/x")).isEqualTo("/evil.example/x");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "https://evil.example/",
                "/\\evil.example/",
                "\\\\evil.example",
                "javascript:alert(1)",
                "/a\tb"
            })
    void whatABrowserCouldTakeForAnotherSiteLeadsToTheStart(String path) {
        assertThat(ReturnPath.of(path)).isEqualTo("/");
    }
}
