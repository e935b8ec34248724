package se.aviso.payment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import se.aviso.kernel.BankgiroNumber;
import se.aviso.kernel.GiroNumber;
import se.aviso.kernel.Iban;
import se.aviso.kernel.Money;
import se.aviso.kernel.OcrReference;
import se.aviso.kernel.PlusgiroNumber;

/** The line of a slip stands as machines expect it, with the right check digits. */
class CodeLineTest {
    private static final OcrReference OCR = new OcrReference("0002000107");
    private static final GiroNumber BANKGIRO = GiroNumber.of(new BankgiroNumber("9912346"));

    @Test
    void everyPartHasItsPlace() {
        var line = line(35500, BANKGIRO).orElseThrow().text();
        assertThat(line)
                .isEqualTo("#                0002000107 #     355 00   8 >                  9912346#41#    ")
                .hasSize(79);
    }

    @ParameterizedTest
    @CsvSource({"50000, 500, 00, 9", "123450, 1234, 50, 9", "99, 0, 99, 2", "1234567809, 12345678, 09, 3", "5, 0, 05, 9"
    })
    void theAmountHasACheckDigitAndTwoDigitsOfOre(long amount, String kronor, String ore, int check) {
        var line = line(amount, BANKGIRO).orElseThrow();
        assertThat(line.kronor()).isEqualTo(kronor);
        assertThat(line.ore()).isEqualTo(ore);
        assertThat(line.check()).isEqualTo(check);
        assertThat(line.text()).hasSize(79).contains("#" + " ".repeat(8 - kronor.length()) + kronor + " " + ore);
    }

    @Test
    void theLongestOfEachHasRoom() {
        var ocr = new OcrReference("1234567890123456789012340");
        var giro = GiroNumber.of(new PlusgiroNumber("28654341"));
        var line = CodeLine.of(ocr, Money.ore(9_999_999_999L), Optional.of(giro), Optional.empty());
        assertThat(line.orElseThrow().text())
                .hasSize(79)
                .isEqualTo("# 1234567890123456789012340 #99999999 99   "
                        + line.get().check() + " >                 28654341#14#    ");
    }

    @Test
    void theBanksOwnCodeGoesBeforeTheUsualOne() {
        assertThat(CodeLine.of(OCR, Money.kronor(1), Optional.of(BANKGIRO), Optional.of("08"))
                        .orElseThrow()
                        .text())
                .contains("9912346#08#");
    }

    @ParameterizedTest
    @ValueSource(longs = {0, -100, 10_000_000_000L})
    void whatHasNoRoomHasNoLine(long amount) {
        assertThat(line(amount, BANKGIRO)).isEmpty();
    }

    @Test
    void anAccountThatIsNoGirosHasNoLine() {
        var account = GiroNumber.of(Iban.parse("SE45 5000 0000 0583 9825 7466"));
        assertThat(line(100, account)).isEmpty();
        assertThatIllegalArgumentException().isThrownBy(() -> new CodeLine(OCR, Money.kronor(1), account, "41"));
    }

    private static Optional<CodeLine> line(long amount, GiroNumber giro) {
        return CodeLine.of(OCR, Money.ore(amount), Optional.of(giro), Optional.empty());
    }
}
