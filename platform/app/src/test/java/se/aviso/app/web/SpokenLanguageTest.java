package se.aviso.app.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SpokenLanguageTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    en-GB                   | en
                    en-GB,en;q=0.9,sv;q=0.8 | en
                    sv-SE,sv;q=0.9,en;q=0.8 | sv
                    de,en;q=0.5             | en
                    nb,da;q=0.5             | sv
                    *                       | sv
                    ;;;                     | sv
                                            | sv
                    """)
    void theFirstThatWeSpeakElseSwedish(String header, String language) {
        assertThat(SpokenLanguage.of(header).getLanguage()).isEqualTo(language);
    }
}
