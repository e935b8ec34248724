package se.aviso.dunning;

import static org.assertj.core.api.Assertions.assertThat;
import static se.aviso.kernel.Money.kronor;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import se.aviso.accounting.ChartOfAccounts;
import se.aviso.accounting.Posting;
import se.aviso.accounting.Side;
import se.aviso.invoice.Invoice;
import se.aviso.invoice.InvoiceDraft;
import se.aviso.invoice.InvoiceKind;
import se.aviso.invoice.InvoiceLine;
import se.aviso.invoice.Occasion;
import se.aviso.kernel.InvoiceId;
import se.aviso.kernel.Money;
import se.aviso.kernel.OcrReference;
import se.aviso.kernel.VatRate;

class WriteOffTest {
    private static final LocalDate DAY = LocalDate.of(2027, 1, 4);
    private static final InvoiceId ID = new InvoiceId(new UUID(0, 1));

    @Test
    void aBadDebtIsALossAndTheTaxStaysAsItWasBooked() {
        var off = new WriteOff(invoice(line(kronor(125), VatRate.STANDARD)), kronor(125), false);
        assertThat(off.entry(ChartOfAccounts.bas(), DAY).postings())
                .containsExactly(posting(6351, Side.DEBIT, kronor(125)), posting(1510, Side.CREDIT, kronor(125)));
    }

    @Test
    void anEstablishedLossTakesTheTaxInTheOpenPartBack() {
        var off = new WriteOff(invoice(line(kronor(125), VatRate.STANDARD)), kronor(25), true);
        assertThat(off.entry(ChartOfAccounts.bas(), DAY).postings())
                .containsExactly(
                        posting(6351, Side.DEBIT, kronor(20)),
                        posting(2611, Side.DEBIT, kronor(5)),
                        posting(1510, Side.CREDIT, kronor(25)));
    }

    @Test
    void whatWasOtherGroupsIsNoLossOfTheSellers() {
        var off = new WriteOff(invoice(line(kronor(125), VatRate.EXEMPT)), kronor(100), false, kronor(60));
        assertThat(off.entry(ChartOfAccounts.bas(), DAY).postings())
                .containsExactly(
                        posting(6351, Side.DEBIT, kronor(40)),
                        posting(2895, Side.DEBIT, kronor(60)),
                        posting(1510, Side.CREDIT, kronor(100)));
    }

    @Test
    void whateverIsOpenTheEntryBalances() {
        var seed = 635_1L;
        var random = new Random(seed);
        for (var round = 0; round < 500; round++) {
            var invoice = invoice(
                    line(Money.ore(1 + random.nextInt(50_000)), VatRate.STANDARD),
                    line(Money.ore(1 + random.nextInt(50_000)), VatRate.LOW),
                    line(Money.ore(random.nextInt(50_000)), VatRate.EXEMPT));
            var open = Money.ore(1 + random.nextInt((int) invoice.total().minorUnits()));
            var off = new WriteOff(invoice, open, random.nextBoolean(), Money.ore(random.nextInt(60_000)));
            var entry = off.entry(ChartOfAccounts.bas(), DAY); // which refuses postings out of balance
            assertThat(entry.postings().get(entry.postings().size() - 1).amount())
                    .as("seed " + seed + ", round " + round)
                    .isEqualTo(open);
        }
    }

    private static Posting posting(int account, Side side, Money amount) {
        return Posting.of(account, side, amount, ID);
    }

    private static Invoice invoice(InvoiceLine... lines) {
        var draft = new InvoiceDraft(InvoiceKind.CLAIM, Occasion.ONE_OFF, DAY, List.of(lines));
        return draft.issue(ID, new InvoiceDraft.Numbering(1, OcrReference.ofSerial(1)), DAY);
    }

    private static InvoiceLine line(Money amount, VatRate vat) {
        var what = new InvoiceLine.Text(InvoiceLine.Kind.FREE, "Något");
        return new InvoiceLine(what, 1, amount, new InvoiceLine.Terms(vat, 3010), Optional.empty());
    }
}
