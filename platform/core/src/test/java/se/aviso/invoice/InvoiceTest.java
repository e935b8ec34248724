package se.aviso.invoice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static se.aviso.accounting.Side.CREDIT;
import static se.aviso.accounting.Side.DEBIT;
import static se.aviso.invoice.InvoiceFixture.DUE;
import static se.aviso.invoice.InvoiceFixture.ID;
import static se.aviso.invoice.InvoiceFixture.ISSUED;
import static se.aviso.invoice.InvoiceFixture.claim;
import static se.aviso.invoice.InvoiceFixture.document;
import static se.aviso.invoice.InvoiceFixture.draft;
import static se.aviso.invoice.InvoiceFixture.membership;
import static se.aviso.invoice.InvoiceFixture.product;
import static se.aviso.kernel.Money.kronor;
import static se.aviso.kernel.Money.ore;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import se.aviso.accounting.AccountRole;
import se.aviso.accounting.ChartOfAccounts;
import se.aviso.accounting.EntryKind;
import se.aviso.accounting.LedgerEntry;
import se.aviso.accounting.Posting;
import se.aviso.accounting.Side;
import se.aviso.kernel.Money;
import se.aviso.kernel.VatRate;

class InvoiceTest {
    private static final ChartOfAccounts BAS = ChartOfAccounts.bas();

    @Test
    void aMembershipIsBookedAsReceivableAndRevenue() {
        var entry = claim(membership(kronor(300))).entry(BAS).orElseThrow();
        assertThat(entry.kind()).isEqualTo(EntryKind.ISSUE);
        assertThat(entry.bookedOn()).isEqualTo(ISSUED);
        assertThat(entry.postings())
                .containsExactly(posting(1510, DEBIT, kronor(300)), posting(3010, CREDIT, kronor(300)));
    }

    @Test
    void onlyASimplifiedInvoiceDoesWithoutTheSellersVatNumber() {
        var simplified = draft(InvoiceKind.CLAIM, product(kronor(4_000), 1, VatRate.LOW, 3051));
        assertThat(simplified.needsVatNumber()).isFalse();
        var above = draft(InvoiceKind.CLAIM, membership(ore(1)), product(kronor(4_000), 1, VatRate.LOW, 3051));
        assertThat(above.needsVatNumber()).isTrue();
        assertThat(draft(InvoiceKind.CLAIM, membership(kronor(9_000))).needsVatNumber())
                .as("nothing but an exempt fee")
                .isFalse();
    }

    @Test
    void outputVatIsBookedByRate() {
        var invoice = claim(
                membership(kronor(300)),
                product(kronor(125), 2, VatRate.STANDARD, 3051),
                product(kronor(125), 1, VatRate.STANDARD, 3052),
                product(kronor(112), 1, VatRate.REDUCED, 3052),
                product(kronor(106), 1, VatRate.LOW, 3053));
        assertThat(invoice.total()).isEqualTo(kronor(893));
        assertThat(invoice.entry(BAS).orElseThrow().postings())
                .containsExactlyInAnyOrder(
                        posting(1510, DEBIT, kronor(893)),
                        posting(3010, CREDIT, kronor(300)),
                        posting(3051, CREDIT, kronor(200)),
                        posting(3052, CREDIT, kronor(200)),
                        posting(3053, CREDIT, kronor(100)),
                        posting(2611, CREDIT, kronor(75)),
                        posting(2621, CREDIT, kronor(12)),
                        posting(2631, CREDIT, kronor(6)));
    }

    @Test
    void theTenantsOwnAccountsAreUsed() {
        var chart = new ChartOfAccounts(Map.of(AccountRole.RECEIVABLES, 1515, AccountRole.VAT_STANDARD, 2612));
        assertThat(claim(product(kronor(125), 1, VatRate.STANDARD, 3051))
                        .entry(chart)
                        .orElseThrow()
                        .postings())
                .extracting(Posting::account)
                .containsExactly(1515, 3051, 2612);
    }

    @Test
    void aDiscountIsBookedOnTheOtherSide() {
        var invoice = claim(membership(kronor(300)), product(kronor(-50), 1, VatRate.EXEMPT, 3730));
        assertThat(invoice.entry(BAS).orElseThrow().postings())
                .containsExactly(
                        posting(1510, DEBIT, kronor(250)),
                        posting(3010, CREDIT, kronor(300)),
                        posting(3730, DEBIT, kronor(50)));
    }

    @Test
    void linesThatCancelOutAreBookedWithTheirVat() {
        var invoice =
                claim(product(kronor(125), 1, VatRate.STANDARD, 3051), product(kronor(-125), 1, VatRate.EXEMPT, 3730));
        assertThat(invoice.entry(BAS).orElseThrow().postings())
                .containsExactly(
                        posting(3051, CREDIT, kronor(100)),
                        posting(2611, CREDIT, kronor(25)),
                        posting(3730, DEBIT, kronor(125)));
    }

    @Test
    void aClaimOfNothingIsNotBooked() {
        assertThat(claim(membership(ore(0))).entry(BAS)).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(names = {"OFFER", "CREDIT_NOTE"})
    void whatIsNoClaimIsNotBookedAsOne(InvoiceKind kind) {
        assertThat(document(kind, membership(kronor(300))).entry(BAS)).isEmpty();
    }

    @Test
    void everyEntryBalancesAndClaimsTheTotal() {
        var seed = 20261123L;
        var random = new Random(seed);
        for (var round = 0; round < 2_000; round++) {
            var lines = random.ints(random.nextInt(1, 8), 0, 100_000)
                    .mapToObj(unit -> product(ore(unit), random.nextInt(1, 5), anyRate(random), 3050 + unit % 3))
                    .toArray(InvoiceLine[]::new);
            var invoice = claim(lines);
            var balance = invoice.entry(BAS).map(InvoiceTest::debitsLessCredits).orElse(0L);
            assertThat(balance).as("seed %d round %d", seed, round).isZero();
            assertThat(invoice.entry(BAS).map(InvoiceTest::receivable).orElse(0L))
                    .as("seed %d round %d", seed, round)
                    .isEqualTo(invoice.total().minorUnits());
        }
    }

    @Test
    void anAcceptedOfferIsAClaimWithTheSameLines() {
        var offer = document(InvoiceKind.OFFER, membership(kronor(300)));
        var claim = offer.acceptance(ISSUED.plusDays(5));
        assertThat(claim).isEqualTo(draft(InvoiceKind.CLAIM, membership(kronor(300))));
    }

    @ParameterizedTest
    @CsvSource({"2026-12-22, 2026-12-23", "2026-12-23, 2026-12-23", "2026-12-24, 2026-12-24"})
    void anAcceptedOfferKeepsItsDueDayUnlessThatHasPassed(LocalDate accepted, LocalDate due) {
        var claim = document(InvoiceKind.OFFER, membership(kronor(300))).acceptance(accepted);
        assertThat(claim.dueOn()).isEqualTo(due);
    }

    @ParameterizedTest
    @EnumSource(names = {"CLAIM", "CREDIT_NOTE"})
    void onlyAnOfferIsAccepted(InvoiceKind kind) {
        var document = document(kind, membership(kronor(300)));
        assertThatIllegalStateException()
                .isThrownBy(() -> document.acceptance(DUE))
                .withMessageContaining(ID.toString());
    }

    @Test
    void anInvoiceHasALine() {
        assertThatIllegalArgumentException().isThrownBy(() -> draft(InvoiceKind.CLAIM));
    }

    @Test
    void anInvoiceIsNotBelowNothing() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> draft(InvoiceKind.CLAIM, membership(kronor(300)), membership(kronor(-301))))
                .withMessageContaining("-1.00 SEK");
    }

    @ParameterizedTest
    @ValueSource(ints = {0, -1})
    void aLineIsOfOneOrMore(int quantity) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> product(kronor(1), quantity, VatRate.EXEMPT, 3051))
                .withMessageContaining("a line of " + quantity);
    }

    @Test
    void aLinesVatIsThatOfItsWholeAmount() {
        var line = product(ore(333), 3, VatRate.STANDARD, 3051);
        assertThat(line.amount()).isEqualTo(ore(999));
        assertThat(line.vatAmount()).isEqualTo(ore(200));
    }

    private static VatRate anyRate(Random random) {
        var rates = List.of(VatRate.values());
        return rates.get(random.nextInt(rates.size()));
    }

    private static long debitsLessCredits(LedgerEntry entry) {
        return entry.postings().stream()
                .mapToLong(p -> (p.side() == DEBIT ? 1 : -1) * p.amount().minorUnits())
                .sum();
    }

    private static long receivable(LedgerEntry entry) {
        return entry.postings().stream()
                .filter(p -> p.account() == 1510)
                .mapToLong(p -> p.amount().minorUnits())
                .sum();
    }

    private static Posting posting(int account, Side side, Money amount) {
        return Posting.of(account, side, amount, ID);
    }
}
