package se.aviso.app.dunning;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import se.aviso.dunning.Arrears;
import se.aviso.dunning.ChargeBasis;
import se.aviso.kernel.Money;

/** What is kept with a reminder is read as it was written, and in the form in which it stands in the database. */
class KeptBasisTest {
    private static final LocalDate DAY = LocalDate.of(2026, 12, 1);

    @Test
    void itIsReadAsItWasWritten() {
        var stretch = new Arrears.Stretch(DAY, DAY.plusDays(30), Money.ore(35505), 1050);
        var basis = new ChargeBasis(
                Optional.of(new ChargeBasis.Fee(Money.kronor(60), DAY)),
                Optional.of(new ChargeBasis.Interest(
                        Money.ore(317), ChargeBasis.Ground.DEMAND, DAY, true, List.of(stretch))));
        assertThat(KeptBasis.read(KeptBasis.write(basis))).isEqualTo(basis);
        assertThat(KeptBasis.read(KeptBasis.write(ChargeBasis.NONE))).isEqualTo(ChargeBasis.NONE);
    }

    @Test
    void whatStandsInDatabasesGoesOnBeingRead() {
        var kept = "{\"fee\":{\"ore\":6000,\"agreedFrom\":\"2026-01-01\"},\"interest\":{\"ore\":317,"
                + "\"ground\":\"AGREED_DUE_DAY\",\"since\":\"2026-11-30\",\"agreedRate\":false,\"stretches\":"
                + "[{\"firstDay\":\"2026-12-01\",\"lastDay\":\"2026-12-31\",\"ore\":35505,\"rate\":1050}]}}";
        assertThat(KeptBasis.write(KeptBasis.read(kept))).isEqualTo(kept);
    }
}
