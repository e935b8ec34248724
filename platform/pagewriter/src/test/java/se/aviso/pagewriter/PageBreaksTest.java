package se.aviso.pagewriter;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

class PageBreaksTest {
    private static final PageFrame FRAME = new PageFrame(33, 7, 262, "pay", 4.5);

    @Test
    void whatFitsStandsOnOnePage() {
        assertThat(breaks().deal(rows(5, 10))).containsExactly(5);
    }

    @Test
    void theLastPageKeepsThreeRowsWithTheSum() {
        assertThat(breaks().deal(rows(10, 10))).containsExactly(7, 3);
    }

    @Test
    void aRowTallerThanAPageStillComesOut() {
        assertThat(breaks().deal(new double[] {500, 10, 10, 10, 10})).containsExactly(1, 4);
    }

    @Test
    void whatFollowsTheRowsCrowdsThePageOnlyWhereItHasNoRoom() {
        assertThat(breaks().crowds(rows(5, 10))).isFalse();
        assertThat(breaks().crowds(rows(10, 10))).isFalse();
        assertThat(breaks().crowds(new double[] {66})).isTrue();
        assertThat(new PageBreaks(FRAME, 190, 6, 30, 215).crowds(rows(1, 10))).isTrue();
    }

    @Test
    void noRowIsLostWhateverTheHeights() {
        var seed = 20261123L;
        var random = new Random(seed);
        for (var round = 0; round < 10_000; round++) {
            var heights = random.doubles(random.nextInt(1, 80), 4, 300).toArray();
            var dealt = breaks().deal(heights);
            assertThat(dealt).as("seed %d round %d", seed, round).allMatch(rows -> rows > 0);
            assertThat(dealt.stream().mapToInt(Integer::intValue).sum())
                    .as("seed %d round %d", seed, round)
                    .isEqualTo(heights.length);
        }
    }

    private static PageBreaks breaks() {
        return new PageBreaks(FRAME, 120, 6, 30, 215);
    }

    private static double[] rows(int count, double height) {
        var rows = new double[count];
        Arrays.fill(rows, height);
        return rows;
    }
}
