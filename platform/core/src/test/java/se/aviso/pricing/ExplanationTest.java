package se.aviso.pricing;

import static org.assertj.core.api.Assertions.assertThat;
import static se.aviso.kernel.Money.kronor;

import java.time.LocalDate;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ExplanationTest {
    private static final LocalDate FROM = LocalDate.of(2027, 1, 1);
    private static final Explanation TOLD = Explanation.NONE
            .and(
                    Explanation.Rule.PRICE,
                    "OWN",
                    "ANY",
                    "2027-01-01",
                    "Förbundet",
                    "18",
                    "64",
                    "40",
                    "2027-01-01",
                    "300.00")
            .and(Explanation.Rule.FAMILY_CAP, "2027-01-01", "Förbundet", "700.00", "3", "0.00");

    @ParameterizedTest
    @CsvSource({
        "OWN, ANY, 2027-01-01, 18, 64, 300, true",
        "ENTRY, ANY, 2027-01-01, 18, 64, 300, false",
        "OWN, RENEWAL, 2027-01-01, 18, 64, 300, false",
        "OWN, ANY, 2026-01-01, 18, 64, 300, false",
        "OWN, ANY, 2027-01-01, 17, 64, 300, false",
        "OWN, ANY, 2027-01-01, 18, 65, 300, false",
        "OWN, ANY, 2027-01-01, 18, 64, 301, false",
        "FAMILY_CAP, ANY, 2027-01-01, 0, 150, 700, true",
        "FAMILY_CAP, ANY, 2027-01-01, 0, 150, 701, false",
        "FAMILY_CAP, ANY, 2027-01-02, 0, 150, 700, false",
    })
    void thePriceThatHadItsSayIsToldFromOthers(
            PricePart part, PriceOccasion occasion, LocalDate from, int minAge, int maxAge, long kronor, boolean told) {
        var use = new Price.Use(part, occasion);
        var price = new Price(from, "/", minAge, maxAge, kronor(kronor), use, Optional.empty());
        assertThat(TOLD.tells(price)).isEqualTo(told);
        assertThat(!told || TOLD.text().contains(Explanation.mark(price)))
                .as("what tells of a price has its mark")
                .isTrue();
    }

    @Test
    void noPriceHadItsSayWhereNothingIsTold() {
        assertThat(Explanation.NONE.tells(new Price(FROM, "/", 0, 150, kronor(1))))
                .isFalse();
    }
}
