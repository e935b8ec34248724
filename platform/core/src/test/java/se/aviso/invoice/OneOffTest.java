package se.aviso.invoice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import se.aviso.accounting.ChartOfAccounts;
import se.aviso.accounting.Side;
import se.aviso.kernel.InvoiceId;
import se.aviso.kernel.Money;
import se.aviso.kernel.OcrReference;
import se.aviso.kernel.RuleViolation;
import se.aviso.kernel.RuleViolation.Fault;
import se.aviso.kernel.VatRate;

class OneOffTest {
    private static final long SEED = Long.getLong("aviso.seed", System.nanoTime());
    private static final LocalDate TODAY = LocalDate.of(2027, 3, 1);
    private static final LocalDate DUE = TODAY.plusDays(30);

    @Test
    void withoutADueDayItIsThirtyDaysAhead() {
        assertThat(OneOff.dueOn(Optional.empty(), TODAY)).isEqualTo(DUE);
        assertThat(OneOff.dueOn(Optional.of(TODAY), TODAY)).isEqualTo(TODAY);
    }

    @Test
    void aDiscountIsALineBelowNothing() {
        var draft = OneOff.draft(List.of(line(3, 100, VatRate.STANDARD), line(1, -50, VatRate.STANDARD)), DUE, TODAY);
        assertThat(draft.total()).isEqualTo(Money.kronor(250));
        assertThat(draft.occasion()).isEqualTo(Occasion.ONE_OFF);
    }

    @Test
    void aDiscountOfEverythingComesToNothing() {
        assertThat(codes(line(1, 100, VatRate.LOW), line(1, -100, VatRate.LOW))).isEmpty();
    }

    @Test
    void aDiscountOfMoreThanEverythingIsRefused() {
        assertThat(codes(line(1, 100, VatRate.LOW), line(1, -101, VatRate.LOW))).containsExactly("one-off-negative");
    }

    @Test
    void aDiscountAtAnotherRateThanWhatItIsOnIsRefused() {
        assertThat(codes(line(1, 100, VatRate.STANDARD), line(1, -50, VatRate.LOW)))
                .containsExactly("one-off-discount-rate");
    }

    @Test
    void wordsAloneAreNoInvoice() {
        assertThat(codes(InvoiceLine.words("Tack"))).containsExactly("one-off-empty");
        assertThat(codes()).containsExactly("one-off-empty");
        assertThat(codes(InvoiceLine.words("Tack"), line(1, 1, VatRate.ZERO))).isEmpty();
    }

    @Test
    void moreThanAHundredLinesAreRefused() {
        var lines = Collections.nCopies(OneOff.MOST_LINES + 1, line(1, 1, VatRate.EXEMPT));
        assertThat(OneOff.faults(lines, DUE, TODAY)).extracting(Fault::code).containsExactly("one-off-long");
    }

    @Test
    void theDueDayComesNeitherBeforeTheInvoiceNorYearsBehindIt() {
        var lines = List.of(line(1, 1, VatRate.EXEMPT));
        assertThat(OneOff.faults(lines, TODAY, TODAY)).isEmpty();
        assertThat(OneOff.faults(lines, TODAY.minusDays(1), TODAY))
                .extracting(Fault::pointer)
                .containsExactly("/dueOn");
        assertThat(OneOff.faults(lines, TODAY.plusDays(367), TODAY))
                .extracting(Fault::code)
                .containsExactly("one-off-due");
    }

    @Test
    void allThatIsWrongIsSaidAtOnce() {
        assertThatThrownBy(() -> OneOff.draft(List.of(line(1, -1, VatRate.ZERO)), TODAY.minusDays(1), TODAY))
                .isInstanceOfSatisfying(
                        RuleViolation.class, wrong -> assertThat(wrong.faults()).hasSize(2));
    }

    /** Whatever lines pass the rules: the entry balances, and its receivables are the total. */
    @Test
    void whateverPassesIsBookedInBalance() {
        var random = new Random(SEED);
        var passed = 0;
        for (var round = 0; round < 2_000; round++) {
            var lines = lines(random);
            if (!OneOff.faults(lines, DUE, TODAY).isEmpty()) {
                continue;
            }
            passed++;
            var draft = OneOff.draft(lines, DUE, TODAY);
            var numbering = new InvoiceDraft.Numbering(1, OcrReference.ofSerial(1));
            var invoice = draft.issue(new InvoiceId(UUID.randomUUID()), numbering, TODAY);
            var sums = OneOff.sums(lines);
            assertThat(sums.values().stream().reduce(Money.ore(0), Money::plus)).isEqualTo(invoice.total());
            invoice.entry(ChartOfAccounts.bas()).ifPresent(entry -> {
                var receivable = entry.postings().stream()
                        .filter(posting -> posting.account() == 1510)
                        .map(posting -> posting.side() == Side.DEBIT
                                ? posting.amount()
                                : posting.amount().negated())
                        .reduce(Money.ore(0), Money::plus);
                assertThat(receivable).isEqualTo(invoice.total());
            });
        }
        assertThat(passed).isGreaterThan(200);
    }

    private static List<InvoiceLine> lines(Random random) {
        var lines = new ArrayList<InvoiceLine>();
        for (var at = 0; at < 1 + random.nextInt(8); at++) {
            var rate = List.of(VatRate.values()).get(random.nextInt(VatRate.values().length));
            var ore = random.nextInt(10) == 0 ? -random.nextInt(20_000) : random.nextInt(100_000);
            lines.add(
                    random.nextInt(6) == 0
                            ? InvoiceLine.words("Rad")
                            : line(1 + random.nextInt(9), Money.ore(ore), rate));
        }
        return lines;
    }

    private static List<String> codes(InvoiceLine... lines) {
        return OneOff.faults(List.of(lines), DUE, TODAY).stream()
                .map(Fault::code)
                .toList();
    }

    private static InvoiceLine line(int quantity, long kronor, VatRate vat) {
        return line(quantity, Money.kronor(kronor), vat);
    }

    private static InvoiceLine line(int quantity, Money unit, VatRate vat) {
        var text = new InvoiceLine.Text(InvoiceLine.Kind.FREE, "Rad");
        return new InvoiceLine(text, quantity, unit, new InvoiceLine.Terms(vat, 3051), Optional.empty());
    }
}
