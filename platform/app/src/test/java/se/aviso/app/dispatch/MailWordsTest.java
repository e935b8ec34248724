package se.aviso.app.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.junit.jupiter.api.Test;

class MailWordsTest {
    @Test
    void swedishStaysSwedishOnAnEnglishServer() {
        var former = Locale.getDefault();
        Locale.setDefault(Locale.ENGLISH);
        try {
            assertThat(MailWords.of("sv").fileName(DispatchDocument.REMINDER, "12"))
                    .isEqualTo("paminnelse-12.pdf");
            assertThat(MailWords.of("en").fileName(DispatchDocument.REMINDER, "12"))
                    .isEqualTo("reminder-12.pdf");
        } finally {
            Locale.setDefault(former);
        }
    }
}
