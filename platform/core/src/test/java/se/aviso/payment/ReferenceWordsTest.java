package se.aviso.payment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import se.aviso.spi.bank.PaymentReference;

class ReferenceWordsTest {
    @ParameterizedTest(name = "\"{0}\"")
    @CsvSource(
            ignoreLeadingAndTrailingWhitespace = false,
            value = {"1230,1230", "  1230 ,1230", "0001230,1230", "0,0", "000,0", "1231,1231", "100,100"})
    void aWholeTextOfDigitsIsExact(String text, String reference) {
        var words = words(text);
        assertThat(words.exact()).containsExactly(reference);
        assertThat(words.inText()).isEmpty();
    }

    @ParameterizedTest(name = "\"{0}\"")
    @CsvSource(textBlock = """
            Avi 12351,            12351
            Avi 12351 och 1234574, 12351 1234574
            1234574/12351,        1234574 12351
            0012351 tack,         12351
            8012577 1234574 1018966492531 12351 1202951008, 8012577 1234574 1018966492531 12351 1202951008
            Avi 1230,
            Avi 12352,
            Avi x12351,
            Avi é12351,
            Avi １２３５１,
            Anna Svensson,
            '',
            '   ',
            """)
    void insideATextOnlyWholeWordsOfFiveDigitsWithACheckDigitCount(@Nullable String text, @Nullable String expected) {
        var words = words(Optional.ofNullable(text).orElse(""));
        assertThat(words.exact()).isEmpty();
        assertThat(words.inText()).containsExactlyElementsOf(split(expected));
    }

    @ParameterizedTest(name = "\"{0}\" {1}")
    @CsvSource({
        "521,FREE,false",
        "0521,FREE,false",
        "12351,FREE,true",
        "000000000521,FREE,true",
        "521,CHECKED,true",
        "Avi 12351,FREE,true"
    })
    void fewDigitsThatNoBankHasCheckedDecideNothing(String text, PaymentReference.Kind kind, boolean decides) {
        assertThat(ReferenceWords.mayDecide(new PaymentReference(text, kind, Optional.empty())))
                .isEqualTo(decides);
    }

    @Test
    void theWordsCannotBeChanged() {
        var words = words("Avi 12351");
        assertThatThrownBy(() -> words.inText().clear()).isInstanceOf(UnsupportedOperationException.class);
        assertThatThrownBy(() -> words("1230").exact().clear()).isInstanceOf(UnsupportedOperationException.class);
    }

    private static List<String> split(@Nullable String expected) {
        return expected == null ? List.of() : Arrays.asList(expected.split(" "));
    }

    private static ReferenceWords words(String text) {
        return ReferenceWords.of(new PaymentReference(text, PaymentReference.Kind.FREE, Optional.empty()));
    }
}
