package se.aviso.pagewriter.file;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Random;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import org.junit.jupiter.api.Test;

/** What was compressed quickly is what it was for every reader. */
class QuickDeflateTest {
    private static final long SEED = 20261130;

    private final QuickDeflate deflate = new QuickDeflate();

    @Test
    void everyLengthAndDistanceComesBack() throws DataFormatException {
        var random = new Random(SEED);
        for (var n = 0; n < 3_000; n++) {
            var plain = repeating(random, random.nextInt(n % 50 == 0 ? 90_000 : 3_000));

            assertThat(inflated(plain)).as("seed %d, stream %d", SEED, n).isEqualTo(plain);
        }
    }

    @Test
    void theSameBytesGiveTheSameWhateverCameBefore() {
        var plain = "0 -12.23 Td (abcabcabc)Tj 0 -12.23 Td (abcabcabc)Tj".getBytes(StandardCharsets.US_ASCII);
        var first = packed(plain);
        packed(new byte[5_000]);

        assertThat(packed(plain)).isEqualTo(first);
        assertThat(first.length).isLessThan(plain.length);
    }

    private static byte[] repeating(Random random, int size) {
        var plain = new byte[size];
        var letters = 1 + random.nextInt(256);
        var at = 0;
        while (at < size) {
            var before = random.nextInt(at + 1);
            var many = random.nextBoolean() ? Math.min(1 + random.nextInt(400), size - at) : 0;
            for (var i = 0; i < many; i++) {
                plain[at + i] = plain[before + i];
            }
            at += many;
            if (at < size) {
                plain[at++] = (byte) random.nextInt(letters);
            }
        }
        return plain;
    }

    private byte[] packed(byte[] plain) {
        var size = deflate.pack(plain, plain.length);
        return Arrays.copyOf(deflate.packed(), size);
    }

    private byte[] inflated(byte[] plain) throws DataFormatException {
        var packed = packed(plain);
        var inflater = new Inflater();
        try {
            inflater.setInput(packed);
            var back = new byte[plain.length + 1];
            var size = inflater.inflate(back);
            assertThat(inflater.finished()).isTrue();
            assertThat(inflater.getRemaining()).isZero();
            return Arrays.copyOf(back, size);
        } finally {
            inflater.end();
        }
    }
}
