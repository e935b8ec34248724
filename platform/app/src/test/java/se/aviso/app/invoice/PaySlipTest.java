package se.aviso.app.invoice;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import se.aviso.kernel.Money;
import se.aviso.kernel.SwishNumber;

class PaySlipTest {
    private static final InvoiceWhole CLAIM = WholeFixture.claim().whole();

    @Test
    void whatIsLeftIsPaidWithItsReference() {
        var slip = PaySlip.of(swished(CLAIM, Optional.of("125.50")));
        assertThat(slip.amount()).isEqualTo(Money.ore(12_550));
        assertThat(slip.bare()).isEqualTo("125,50");
        assertThat(slip.payable()).isTrue();
        assertThat(slip.swish().orElseThrow().link()).contains("msg=100000000008");
    }

    @Test
    void whatIsPaidIsNotAskedForAgain() {
        var slip = PaySlip.of(swished(CLAIM, Optional.of("0.00")));
        assertThat(slip.payable()).isFalse();
        assertThat(slip.swish()).isEmpty();
        assertThat(slip.amount()).isEqualTo(Money.kronor(300));
    }

    @Test
    void whatNobodyNeedPayAnyMoreIsNotAskedFor() {
        assertThat(PaySlip.of(swished(CLAIM, Optional.empty())).payable()).isFalse();
    }

    @Test
    void itTellsNothingOfWhoIsToPay() {
        assertThat(PaySlip.of(CLAIM).toString())
                .contains("Granby")
                .doesNotContain(CLAIM.parties().payer());
    }

    private static InvoiceWhole swished(InvoiceWhole whole, Optional<String> open) {
        var row = whole.row();
        var parties = whole.parties();
        return new InvoiceWhole(
                new InvoiceDetail(withOpen(row, open), List.of(), List.of(), List.of(), List.of(), List.of()),
                new InvoiceWhole.Parties(
                        parties.payer(),
                        parties.groupName(),
                        parties.sellerName(),
                        parties.giro(),
                        Optional.of(new SwishNumber("1231181189"))),
                List.of(),
                List.of(),
                Optional.empty(),
                InvoiceWhole.Credits.NONE,
                whole.today());
    }

    private static InvoiceRow withOpen(InvoiceRow row, Optional<String> open) {
        return new InvoiceRow(
                row.id(),
                row.kind(),
                row.occasion(),
                row.number(),
                row.ocr(),
                row.total(),
                open,
                row.currency(),
                row.document(),
                row.settlement(),
                row.offer(),
                row.issuedOn(),
                row.dueOn(),
                row.dunningLevel(),
                row.memberId(),
                row.memberNumber(),
                row.groupId(),
                row.sellerGroupId(),
                row.runId(),
                row.offerId());
    }
}
