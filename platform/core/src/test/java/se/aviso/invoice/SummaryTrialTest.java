package se.aviso.invoice;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import se.aviso.invoice.Arrangement.Plain;

class SummaryTrialTest {
    private static final List<SummaryTrial.Row> FEE = List.of(row("Vuxen", 300));
    private static final List<SummaryTrial.Row> TWO = List.of(row("Vuxen", 300), row("Tröja", 150));
    private static final List<SummaryTrial.Row> TURNED = List.of(row("Tröja", 150), row("Vuxen", 300));

    @Test
    void whatLooksTheSameIsNoChange() {
        var trial = SummaryTrial.of(List.of(tried(1, FEE, FEE), tried(2, TWO, TURNED)));
        assertThat(trial.looked()).isEqualTo(2);
        assertThat(trial.changed()).isEqualTo(1);
        assertThat(trial.examples()).containsExactly(tried(2, TWO, TURNED));
    }

    @Test
    void thePlainOnesAreCountedByTheirReason() {
        var trial = SummaryTrial.of(List.of(
                plain(1, TWO, Plain.KIND),
                plain(2, TWO, Plain.OTHER_TAX),
                plain(3, TWO, Plain.KIND),
                tried(4, FEE, FEE)));
        assertThat(trial.plain()).isEqualTo(Map.of(Plain.KIND, 2, Plain.OTHER_TAX, 1));
        assertThat(trial.changed()).isZero();
    }

    @Test
    void whatWasArrangedAndWouldGoPlainIsAChange() {
        var back = new SummaryTrial.Tried(1, TURNED, TWO, Optional.of(Plain.KIND));
        assertThat(SummaryTrial.of(List.of(back)).examples()).containsExactly(back);
    }

    @Test
    void ofEachKindOfChangeOneIsShownAndNoMoreThanAPersonLooksThrough() {
        var alike = List.of(tried(1, TWO, TURNED), tried(2, TWO, TURNED));
        assertThat(SummaryTrial.of(alike).examples()).containsExactly(alike.get(0));
        var many = IntStream.range(0, 9)
                .mapToObj(each -> tried(each, FEE, List.of(row("Rad " + each, 300))))
                .toList();
        assertThat(SummaryTrial.of(many).examples()).isEqualTo(many.subList(0, SummaryTrial.MOST_EXAMPLES));
        assertThat(SummaryTrial.of(many).changed()).isEqualTo(9);
    }

    @Test
    void nothingComesOfNothing() {
        assertThat(SummaryTrial.of(List.of())).isEqualTo(new SummaryTrial(0, 0, Map.of(), List.of()));
    }

    private static SummaryTrial.Tried plain(long number, List<SummaryTrial.Row> rows, Plain why) {
        return new SummaryTrial.Tried(number, rows, rows, Optional.of(why));
    }

    private static SummaryTrial.Tried tried(long number, List<SummaryTrial.Row> before, List<SummaryTrial.Row> after) {
        return new SummaryTrial.Tried(number, before, after, Optional.empty());
    }

    private static SummaryTrial.Row row(String text, long kronor) {
        return new SummaryTrial.Row(text, "", "1", kronor + ".00", kronor + ".00");
    }
}
