package se.aviso.app.member;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import se.aviso.app.web.ProblemTexts;
import se.aviso.kernel.RuleViolation;

class MemberImportViewTest {
    @Test
    void everyFaultOfARowIsShownWithItsLineAndColumnInTheUsersWords() {
        var violation = new RuleViolation(List.of(
                new RuleViolation.Fault("csv-rows", "", Map.of("faults", "1")),
                new RuleViolation.Fault(
                        "bad-postal-code", "/3/postalCode", Map.of("line", "3", "column", "postalCode"))));
        assertThat(MemberImportView.rows(violation, ProblemTexts.in(Locale.forLanguageTag("sv"))))
                .containsExactly(new MemberImportView.Wrong("3", "postalCode", "Postnumret ska ha fem siffror."));
    }
}
