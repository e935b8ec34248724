package se.aviso.pagewriter.code;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.google.zxing.common.BitMatrix;
import com.google.zxing.qrcode.decoder.Decoder;
import java.util.Random;
import org.junit.jupiter.api.Test;

class SquareCodeTest {
    private static final long SEED = 20261129;

    @Test
    void aReaderFindsEachTextWithoutMendingAnything() throws Exception {
        var random = new Random(SEED);
        for (var length = 1; length <= 251; length++) {
            var text = new StringBuilder();
            for (var i = 0; i < length; i++) {
                text.append((char) (33 + random.nextInt(90)));
            }
            var read = new Decoder().decode(matrix(SquareCode.of(text.toString())));

            assertThat(read.getText()).as("seed %d, length %d", SEED, length).isEqualTo(text.toString());
            assertThat(read.getErrorsCorrected()).isZero();
        }
    }

    @Test
    void whatIsTooLongIsRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> SquareCode.of("x".repeat(252)));
    }

    @Test
    void packedSquaresHaveLightOnesRoundThem() {
        var code = SquareCode.of("a");
        var packed = code.packed(4);
        var stride = (code.size() + 8 + 7) / 8;

        assertThat(packed).startsWith(new byte[stride * 4]);
        assertThat(packed[4 * stride]).isEqualTo((byte) 0x0f);
    }

    private static BitMatrix matrix(SquareCode code) {
        var matrix = new BitMatrix(code.size());
        for (var y = 0; y < code.size(); y++) {
            for (var x = 0; x < code.size(); x++) {
                if (code.isDark(x, y)) {
                    matrix.set(x, y);
                }
            }
        }
        return matrix;
    }
}
