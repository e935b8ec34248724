package se.aviso.app.payment;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FileNameTest {
    @ParameterizedTest
    @CsvSource({"bg.txt, bg.txt", "../../etc/bg.txt, bg.txt", "C:\\bank\\bg.txt, bg.txt", "/, bank-file"})
    void onlyTheNameItselfIsKept(String given, String kept) {
        assertThat(FileName.of(Optional.of(given))).isEqualTo(kept);
    }

    @Test
    void aQuotationMarkIsReadAsABrowserWritesIt() {
        assertThat(FileName.of(Optional.of("%22x%22.txt"))).isEqualTo("\"x\".txt");
    }

    @Test
    void aNamelessFileGetsAName() {
        assertThat(FileName.of(Optional.empty())).isEqualTo("bank-file");
    }
}
