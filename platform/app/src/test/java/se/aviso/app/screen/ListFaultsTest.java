package se.aviso.app.screen;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import se.aviso.app.web.ProblemTexts;
import se.aviso.kernel.RuleViolation;

class ListFaultsTest {
    @Test
    void everyFaultOfARowIsShownWithItsLineAndColumnInTheUsersWords() {
        var violation = new RuleViolation(List.of(
                new RuleViolation.Fault("csv-rows", "", Map.of("faults", "1")),
                new RuleViolation.Fault(
                        "bad-postal-code", "/3/postalCode", Map.of("line", "3", "column", "postalCode"))));
        assertThat(ListFaults.of(violation, ProblemTexts.in(Locale.forLanguageTag("sv")))
                        .rows())
                .containsExactly(new ListFaults.Wrong("3", "postalCode", "Postnumret ska ha fem siffror."));
    }
}
