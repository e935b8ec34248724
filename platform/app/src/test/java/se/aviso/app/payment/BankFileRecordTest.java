package se.aviso.app.payment;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.type.TypeReference;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import se.aviso.app.web.Json;

class BankFileRecordTest {
    /** As it was kept before examples had references. */
    private static final String KEPT = """
            [{"kind": "SETTLES", "reason": "NONE", "currency": "SEK", "count": 1, "amount": "450.00",
              "allocated": "450.00", "waiting": "0.00",
              "examples": [{"record": 3, "byteOffset": 164, "amount": "450.00"}]}]
            """;

    @Test
    void anExampleThatWasKeptWithoutReferenceHasNone() {
        assertThat(kept().get(0).examples())
                .containsExactly(new EffectRow.ExampleRow(3, 164, "450.00", Optional.empty(), Optional.empty()));
    }

    @ParameterizedTest
    @EnumSource(names = {"REHEARSED", "DISCARDED"})
    void whatIsNotBookedShowsWhatBookingWouldDo(BankFileState state) {
        assertThat(fileThatIs(state).effects()).isEqualTo(kept());
    }

    @ParameterizedTest
    @EnumSource(names = {"BOOKED", "QUARANTINED"})
    void otherFilesShowWhatBookingDid(BankFileState state) {
        assertThat(fileThatIs(state).effects()).isEmpty();
    }

    private static BankFileRecord fileThatIs(BankFileState state) {
        var outcome = new BankFileRecord.Outcome(state, List.of(), List.of(), BankFileRecord.Counts.NONE);
        var shown = new BankFileRecord.Shown(true, Optional.of(kept()), List.of());
        return new BankFileRecord(new UUID(0, 1), new UUID(0, 2), "fil.txt", Optional.empty(), outcome, shown);
    }

    private static List<EffectRow> kept() {
        return Json.read(KEPT, new TypeReference<List<EffectRow>>() {});
    }
}
