package se.aviso.pagewriter;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StyleSheetTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                ".foot:after { content: counter(page); }",
                "div:first-child { color: #123456; }",
                ".brand + .title { color: #123456; }"
            })
    void aSheetThatLooksAroundABoxSaysSo(String css) {
        assertThat(StyleSheet.parse(css).isOfPlaces()).isTrue();
    }

    @Test
    void wordsInACommentAreNone() {
        assertThat(StyleSheet.parse("/* one + two, counter(page) */ .foot { color: #123456; }")
                        .isOfPlaces())
                .isFalse();
    }
}
