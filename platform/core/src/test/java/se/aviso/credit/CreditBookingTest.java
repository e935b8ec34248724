package se.aviso.credit;

import static org.assertj.core.api.Assertions.assertThat;
import static se.aviso.accounting.Side.CREDIT;
import static se.aviso.accounting.Side.DEBIT;
import static se.aviso.kernel.Money.kronor;

import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import se.aviso.accounting.ChartOfAccounts;
import se.aviso.accounting.EntryKind;
import se.aviso.accounting.Posting;
import se.aviso.accounting.Side;
import se.aviso.kernel.GroupId;
import se.aviso.kernel.InvoiceId;
import se.aviso.kernel.MemberId;
import se.aviso.kernel.PaymentId;

class CreditBookingTest {
    private static final ChartOfAccounts BAS = ChartOfAccounts.bas();
    private static final LocalDate DAY = LocalDate.of(2027, 1, 8);
    private static final PaymentId PAYMENT = new PaymentId(new UUID(0, 1));
    private static final InvoiceId INVOICE = new InvoiceId(new UUID(0, 2));

    @Test
    void whatIsKeptGoesFromSuspenseToTheBalance() {
        var entry = CreditBooking.kept(PAYMENT, kronor(50), DAY, BAS);
        assertThat(entry.kind()).isEqualTo(EntryKind.SURPLUS);
        assertThat(entry.postings())
                .containsExactly(
                        posting(2999, DEBIT, Optional.empty()).by(PAYMENT),
                        posting(2420, CREDIT, Optional.empty()).by(PAYMENT));
    }

    @Test
    void whatIsUsedGoesFromTheBalanceToTheClaim() {
        var holder = new CreditUse.Holder(new MemberId(new UUID(0, 3)), new GroupId(new UUID(0, 4)));
        var entry = CreditBooking.used(new CreditUse(INVOICE, holder, kronor(50)), DAY, BAS);
        assertThat(entry.kind()).isEqualTo(EntryKind.CREDIT_USE);
        assertThat(entry.bookedOn()).isEqualTo(DAY);
        assertThat(entry.postings())
                .containsExactly(posting(2420, DEBIT, Optional.empty()), posting(1510, CREDIT, Optional.of(INVOICE)));
    }

    @Test
    void whatCameBackAsAPaymentIsOwedAgainAndWaitsNoMore() {
        var entry = CreditBooking.cameBack(PAYMENT, kronor(50), DAY, BAS);
        assertThat(entry.kind()).isEqualTo(EntryKind.REFUND_RETURNED);
        assertThat(entry.postings())
                .containsExactly(
                        posting(2999, DEBIT, Optional.empty()).by(PAYMENT), posting(2890, CREDIT, Optional.empty()));
    }

    private static Posting posting(int account, Side side, Optional<InvoiceId> invoice) {
        return new Posting(account, side, kronor(50), invoice, Optional.empty());
    }
}
