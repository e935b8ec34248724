package se.aviso.payment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Currency;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import se.aviso.kernel.Money;
import se.aviso.kernel.SwishNumber;

/** What a payer's Swish app is given. */
class SwishPaymentTest {
    private static final SwishNumber CLUB = SwishNumber.parse("123 118 11 89");

    @Test
    void theCodeNamesPayeeAmountAndMessageAndLocksAllThree() {
        assertThat(new SwishPayment(CLUB, Money.ore(35_500), "10000000013").code())
                .isEqualTo("C1231181189;355,00;10000000013;0");
    }

    @Test
    void aSemicolonOrABlankInTheMessageDoesNotEndIt() {
        assertThat(new SwishPayment(CLUB, Money.ore(5), "avi 7; å").code())
                .isEqualTo("C1231181189;0,05;avi%207%3B%20%C3%A5;0");
    }

    @Test
    void theLinkSaysTheSameWithADecimalPoint() {
        assertThat(new SwishPayment(CLUB, Money.ore(35_550), "10000000013").link())
                .isEqualTo("https://app.swish.nu/1/p/sw/?sw=1231181189&amt=355.50&cur=SEK&msg=10000000013&src=qr");
    }

    @Test
    void whoHasNoNumberIsNotSwishedTo() {
        assertThat(SwishPayment.of(Optional.empty(), Money.ore(100), "1")).isEmpty();
        assertThat(SwishPayment.of(Optional.of(CLUB), Money.ore(100), "1")).isPresent();
    }

    @Test
    void nothingOrLessAndOtherCurrenciesAreNotSwished() {
        assertThat(SwishPayment.of(Optional.of(CLUB), Money.ore(0), "1")).isEmpty();
        assertThatThrownBy(() -> new SwishPayment(CLUB, new Money(100, Currency.getInstance("EUR")), "1"))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
