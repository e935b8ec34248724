package se.aviso.app.savedsearch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import se.aviso.kernel.RuleViolation;

class KeptQueryTest {
    @Test
    void anAddressIsTakenApart() {
        assertThat(KeptQuery.criteria("settlement=OPEN%2CPARTLY_PAID&q=Ek+Lund"))
                .containsEntry("settlement", "OPEN,PARTLY_PAID")
                .containsEntry("q", "Ek Lund");
    }

    @Test
    void nothingIsNoCriterion() {
        assertThat(KeptQuery.criteria("")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"settlement", "=OPEN", "q=%zz", "kind=CLAIM&kind=OFFER"})
    void whatIsNoAddressIsRefused(String query) {
        assertThatThrownBy(() -> KeptQuery.criteria(query)).isInstanceOf(RuleViolation.class);
    }
}
