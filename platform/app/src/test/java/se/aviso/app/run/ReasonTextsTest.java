package se.aviso.app.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReasonTextsTest {
    @ParameterizedTest
    @CsvSource(textBlock = """
            already-billed, false
            membership-over, false
            not-due, false
            handed-over, false
            dunning-stopped, false
            reminded-since, true
            no-price, true
            type-has-ended, false
            no-reference-rate, true
            conflict-written-off, false
            """)
    void whyARecipientWasNotDoneIsSaidInBothLanguages(String code, boolean canBeMended) {
        for (var language : new Locale[] {Locale.forLanguageTag("sv"), Locale.ENGLISH}) {
            var texts = new ReasonTexts(language);
            assertThat(texts.what(code)).as(code).isNotEqualTo(code).contains(" ");
            assertThat(texts.now(code).isPresent()).as(code).isEqualTo(canBeMended);
        }
    }
}
