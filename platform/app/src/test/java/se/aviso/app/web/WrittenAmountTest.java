package se.aviso.app.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Currency;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import se.aviso.kernel.Money;

class WrittenAmountTest {
    private static final Currency SEK = Currency.getInstance("SEK");

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "1 850,50 kr;185050",
                "1\u00a0850,50\u00a0kr;185050",
                "300;30000",
                "300.00;30000",
                "75,5 SEK;7550",
                "\u2212150,00;-15000"
            })
    void anAmountIsReadAsItIsWritten(String text, long ore) {
        assertThat(WrittenAmount.read(text, SEK)).contains(Money.ore(ore));
    }

    @ParameterizedTest
    @ValueSource(strings = {"1e3", "1E3", "1.850", "1,850", "1.850,50", "kr", "", "hundra", "0x10", "--5"})
    void whatIsNoAmountIsRefused(String text) {
        assertThat(WrittenAmount.read(text, SEK)).isEmpty();
    }
}
