package se.aviso.app.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import se.aviso.app.screen.Show;
import se.aviso.app.screen.Texts;
import se.aviso.audit.Act;
import se.aviso.audit.Field;

@SuppressWarnings("UnnecessaryAssignment") // as the container would
class AuditWordsTest {
    private final AuditWords words = words();

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    ROLE       | CASHIER                              | access.Role.CASHIER
                    EDITION    | STANDARD                             | operator.edition.STANDARD
                    TEMPLATE   | klassisk                             | Klassisk
                    TEMPLATE   | ours                                 | ours
                    GRANT      | 0193a1b2-0000-7000-8000-1234567890ab | …567890ab
                    INVOICE    | 0193a1b2-0000-7000-8000-1234567890ab | …567890ab
                    LOGO       | 5feceb66ffc86f38d952786c6d696c79      | 5feceb66…
                    UNTIL      | 2026-12-31                           | the day 2026-12-31
                    VALID_FROM | never                                | never
                    AMOUNT     | 1850.00 SEK                          | 1850.00 in SEK
                    AMOUNT     | plenty                               | plenty
                    NAME       | Umeå                                 | Umeå
                    """)
    void whatTheTrailKeepsAsACodeIsSaidInWords(Field field, String value, String said) {
        assertThat(words.said(Act.GRANT_GIVEN, field, value)).isEqualTo(said);
    }

    @Test
    void accessWithoutALastDayIsForGood() {
        assertThat(words.said(Act.GRANT_GIVEN, Field.UNTIL, "")).isEqualTo("audit.forGood");
        assertThat(words.said(Act.GROUP_CHANGED, Field.LOGO, "")).isEqualTo("–");
    }

    @Test
    void whatIsNewWithAMemberWasGivenAndNotChanged() {
        assertThat(words.unkept(Act.MEMBER_ADDED)).isEqualTo("audit.personalAdded");
        assertThat(words.unkept(Act.MEMBER_CHANGED)).isEqualTo("audit.personal");
    }

    private static AuditWords words() {
        var words = new AuditWords();
        words.texts = new Texts() {
            @Override
            public String get(Object key) {
                return key.equals("group.look.klassisk") ? "Klassisk" : String.valueOf(key);
            }
        };
        words.show = new Show() {
            @Override
            public String shortDay(LocalDate day) {
                return "the day " + day;
            }

            @Override
            public String amount(String decimal, String currency) {
                return decimal + " in " + currency;
            }
        };
        return words;
    }
}
