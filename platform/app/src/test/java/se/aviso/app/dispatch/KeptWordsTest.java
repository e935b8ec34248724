package se.aviso.app.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import se.aviso.app.document.DocumentData;
import se.aviso.wording.PaperKind;
import se.aviso.wording.PaperLanguage;

/** Every kind of document can be worded, in every language in which it is written. */
class KeptWordsTest {
    @Test
    void theKindsThatAreWordedAreThoseThatAreWritten() {
        assertThat(names(PaperKind.values())).containsExactlyInAnyOrder(names(DocumentData.Kind.values()));
    }

    @Test
    void theLanguagesThatAreWordedAreThoseThatAreWritten() {
        assertThat(names(PaperLanguage.values())).containsExactlyInAnyOrder(names(DocumentData.Language.values()));
    }

    private static String[] names(Enum<?>[] constants) {
        return Arrays.stream(constants).map(Enum::name).toArray(String[]::new);
    }
}
