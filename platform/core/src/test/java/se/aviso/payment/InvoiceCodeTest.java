package se.aviso.payment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import se.aviso.kernel.BankgiroNumber;
import se.aviso.kernel.GiroNumber;
import se.aviso.kernel.Iban;
import se.aviso.kernel.Money;
import se.aviso.kernel.OcrReference;
import se.aviso.kernel.OrganisationNumber;
import se.aviso.kernel.PlusgiroNumber;
import se.aviso.kernel.SwishNumber;

/** The invoice's facts stand in the code as banks' apps read them. */
class InvoiceCodeTest {
    private static final GiroNumber BANKGIRO = GiroNumber.of(new BankgiroNumber("9912346"));
    private static final OcrReference OCR = new OcrReference("0002000107");
    private static final InvoiceCode.Days DAYS =
            new InvoiceCode.Days(LocalDate.of(2026, 12, 14), LocalDate.of(2027, 1, 31));

    @Test
    void allFactsStandInTheCode() {
        assertThat(code("Klubben", BANKGIRO, 35505))
                .isEqualTo("{\"uqr\":1,\"tp\":1,\"nme\":\"Klubben\",\"cid\":\"802499-0007\",\"iref\":\"0002000107\","
                        + "\"idt\":\"20261214\",\"ddt\":\"20270131\",\"due\":355.05,\"vat\":1.00,\"pt\":\"BG\","
                        + "\"acc\":\"991-2346\"}");
    }

    @Test
    void eachAccountHasItsKind() {
        assertThat(code("K", GiroNumber.of(new PlusgiroNumber("2865434")), 100))
                .contains("\"pt\":\"PG\",\"acc\":\"28 65 43-4\"");
        assertThat(code("K", GiroNumber.of(Iban.parse("SE45 5000 0000 0583 9825 7466")), 100))
                .contains("\"pt\":\"IBAN\",\"acc\":\"SE4550000000058398257466\"");
    }

    @Test
    void aNameIsTextAndACodeIsNoLongerThanCamerasRead() {
        assertThat(code("\"A\" \\ \n", BANKGIRO, 100)).contains("\"nme\":\"\\\"A\\\" \\\\  \"");
        var cut = code("Åé".repeat(100), BANKGIRO, 100);
        assertThat(cut.getBytes(StandardCharsets.UTF_8)).hasSizeBetween(245, 251);
        assertThat(cut).contains("\"nme\":\"ÅéÅé").endsWith("\"acc\":\"991-2346\"}");
    }

    @Test
    void whatAsksForNothingHasNoCode() {
        var payee = new InvoiceCode.Payee("K", Optional.empty(), BANKGIRO);
        var nothing = new InvoiceCode.Sum(Money.ore(0), Money.ore(0));
        assertThat(InvoiceCode.of(payee, OCR, DAYS, nothing)).isEmpty();
        assertThatIllegalArgumentException()
                .isThrownBy(() ->
                        new InvoiceCode.Payee("K", Optional.empty(), GiroNumber.of(new SwishNumber("1231181189"))));
    }

    private static String code(String name, GiroNumber account, long amount) {
        var payee = new InvoiceCode.Payee(name, Optional.of(new OrganisationNumber("8024990007")), account);
        var sum = new InvoiceCode.Sum(Money.ore(amount), Money.kronor(1));
        return InvoiceCode.of(payee, OCR, DAYS, sum).orElseThrow().text();
    }
}
