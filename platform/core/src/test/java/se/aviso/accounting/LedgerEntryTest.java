package se.aviso.accounting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static se.aviso.accounting.Side.CREDIT;
import static se.aviso.accounting.Side.DEBIT;
import static se.aviso.kernel.Money.kronor;

import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import se.aviso.kernel.InvoiceId;
import se.aviso.kernel.Money;
import se.aviso.kernel.PaymentId;

class LedgerEntryTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 23);
    private static final InvoiceId INVOICE = new InvoiceId(new UUID(1, 1));
    private static final PaymentId PAYMENT = new PaymentId(new UUID(2, 1));
    private static final Money TEN_EURO = new Money(1000, Currency.getInstance("EUR"));

    @Test
    void debitsEqualCredits() {
        var entry = entry(posting(1510, DEBIT, kronor(300)), posting(3010, CREDIT, kronor(300)));
        assertThat(entry.postings()).hasSize(2);
    }

    @Test
    void anEntryOutOfBalanceIsRefusedWithTheDifference() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> entry(posting(1510, DEBIT, kronor(300)), posting(3010, CREDIT, kronor(299))))
                .withMessageContaining("1.00 SEK");
    }

    @Test
    void twoDebitsDoNotBalance() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> entry(posting(1510, DEBIT, kronor(300)), posting(3010, DEBIT, kronor(300))));
    }

    @Test
    void eachCurrencyBalancesByItself() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> entry(posting(1930, DEBIT, kronor(10)), posting(1510, CREDIT, TEN_EURO)));
        var entry = entry(
                posting(1930, DEBIT, kronor(10)),
                posting(1930, DEBIT, TEN_EURO),
                posting(1510, CREDIT, TEN_EURO),
                posting(1510, CREDIT, kronor(10)));
        assertThat(entry.postings()).hasSize(4);
    }

    @Test
    void aReversalSwapsTheSidesAndKeepsWhatItConcerns() {
        var entry = entry(
                posting(1930, DEBIT, kronor(300)).by(PAYMENT),
                posting(1510, CREDIT, kronor(300)).by(PAYMENT));
        var reversal = entry.reversed(TODAY.plusDays(1));
        assertThat(reversal.kind()).isEqualTo(EntryKind.REVERSAL);
        assertThat(reversal.bookedOn()).isEqualTo(TODAY.plusDays(1));
        assertThat(reversal.postings())
                .containsExactly(
                        posting(1930, CREDIT, kronor(300)).by(PAYMENT),
                        posting(1510, DEBIT, kronor(300)).by(PAYMENT));
    }

    @Test
    void aReversalReversedIsTheEntryAgain() {
        var entry = entry(posting(1510, DEBIT, kronor(300)), posting(3010, CREDIT, kronor(300)));
        assertThat(entry.reversed(TODAY).reversed(TODAY).postings()).isEqualTo(entry.postings());
    }

    @ParameterizedTest
    @ValueSource(longs = {0, -1})
    void aPostingIsAboveNothing(long ore) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> posting(1510, DEBIT, Money.ore(ore)))
                .withMessageContaining(Money.ore(ore).toString());
    }

    @Test
    void aPostingNamesItsInvoiceAndItsPayment() {
        var posting = posting(1510, DEBIT, kronor(1)).by(PAYMENT);
        assertThat(posting.invoice()).contains(INVOICE);
        assertThat(posting.payment()).contains(PAYMENT);
        assertThat(posting(1510, DEBIT, kronor(1)).payment()).isEmpty();
    }

    private static LedgerEntry entry(Posting... postings) {
        return new LedgerEntry(EntryKind.PAYMENT, TODAY, List.of(postings));
    }

    private static Posting posting(int account, Side side, Money amount) {
        return Posting.of(account, side, amount, INVOICE);
    }
}
