package se.aviso.bank.bgmax;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.contentOf;
import static se.aviso.bank.bgmax.BgMaxFixture.OPEN;
import static se.aviso.bank.bgmax.BgMaxFixture.START;
import static se.aviso.bank.bgmax.BgMaxFixture.deposit;
import static se.aviso.bank.bgmax.BgMaxFixture.end;
import static se.aviso.bank.bgmax.BgMaxFixture.message;
import static se.aviso.bank.bgmax.BgMaxFixture.money;
import static se.aviso.bank.bgmax.BgMaxFixture.payment;
import static se.aviso.bank.bgmax.BgMaxFixture.read;
import static se.aviso.bank.bgmax.BgMaxFixture.readWhole;
import static se.aviso.bank.bgmax.BgMaxFixture.with;

import java.io.IOException;
import java.util.Collections;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import se.aviso.kernel.Money;
import se.aviso.spi.bank.BankPayment;
import se.aviso.spi.bank.FileStart;
import se.aviso.testkit.bank.FileEvent;

class PaymentsTest {
    @Test
    void theStartRecordIdentifiesTheFile() {
        assertThat(read(START, end(0, 0, 0, 0)).events())
                .contains(new FileEvent.FileOpened(new FileStart("20260302083000000000", false)));
    }

    @Test
    void theTestMarkIsTold() {
        assertThat(read(with(START, 45, "T"), end(0, 0, 0, 0)).events())
                .contains(new FileEvent.FileOpened(new FileStart("20260302083000000000", true)));
    }

    @Test
    void aFileMarkedNeitherAsProductionNorAsTestIsNoted() {
        var log = read(with(START, 45, " "), end(0, 0, 0, 0));
        assertThat(log.noteCodes()).containsExactly("UNKNOWN_MARK");
        assertThat(log.isAccepted()).isTrue();
    }

    @Test
    void paymentsThatShareASerialNumberAreNumberedWithinTheirSectionAndKind() {
        var log = readWhole(
                payment(7, 100, 2, "1230"),
                payment(7, 100, 2, "1230"),
                payment(8, 100, 2, "1230"),
                money("21", 7, 100, 2, "1230"));
        assertThat(log.payments())
                .extracting(BankPayment::key)
                .containsExactly("000000000007-20-1", "000000000007-20-2", "000000000008-20-1");
        assertThat(log.deductions()).extracting(BankPayment::key).containsExactly("000000000007-21-1");
    }

    @Test
    void keysBeginAnewInEverySection() {
        var paid = payment(7, 100, 2, "1230");
        var log = read(START, OPEN, paid, deposit(100, 1), OPEN, paid, deposit(100, 1), end(2, 0, 0, 2));
        assertThat(log.payments()).extracting(BankPayment::key).containsOnly("000000000007-20-1");
    }

    @Test
    void aBlankSerialNumberCountsAsZero() {
        var paid = with(payment(0, 100, 2, "1230"), 58, " ".repeat(12));
        assertThat(readWhole(paid, paid).payments())
                .extracting(BankPayment::key)
                .containsExactly("000000000000-20-1", "000000000000-20-2");
    }

    @Test
    void manySerialNumbersStayApart() {
        var numbers = new RunningNumbers();
        assertThat(LongStream.range(0, 100_000).map(serial -> numbers.next(serial, false)))
                .containsOnly(1L);
        assertThat(LongStream.range(0, 100_000).map(serial -> numbers.next(serial, true)))
                .containsOnly(1L);
        assertThat(LongStream.range(0, 100_000).map(serial -> numbers.next(serial, false)))
                .containsOnly(2L);
    }

    @Test
    void aDeductionHasReferencesAndMessagesOfItsOwn() {
        var log = readWhole(
                payment(1, 500, 2, "1230"),
                message("betalning"),
                money("21", 2, 200, 3, "12351"),
                money("22", 2, 0, 2, "1347"),
                message("avdrag"));
        var deduction = log.deductions().get(0);
        assertThat(deduction.amount()).isEqualTo(Money.ore(200));
        assertThat(deduction.references()).extracting("text").containsExactly("1347", "12351");
        assertThat(deduction.messages()).containsExactly("avdrag");
        assertThat(log.payments().get(0).messages()).containsExactly("betalning");
    }

    @Test
    void twoIdenticalPaymentsAreBothRead() {
        assertThat(readWhole(payment(1, 500, 2, "1230"), payment(2, 500, 2, "1230"))
                        .payments())
                .hasSize(2);
    }

    @Test
    void thePluginHostFindsTheFormat() throws IOException {
        var indexes = Collections.list(BgMaxFormat.class.getClassLoader().getResources("META-INF/extensions.idx"));
        assertThat(indexes)
                .anySatisfy(index -> assertThat(contentOf(index, UTF_8)).contains(BgMaxFormat.class.getName()));
    }
}
