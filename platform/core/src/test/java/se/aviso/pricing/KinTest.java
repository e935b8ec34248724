package se.aviso.pricing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import se.aviso.spi.pricing.Position.Family;

class KinTest {
    private static final LocalDate NEW_YEAR = LocalDate.of(2027, 1, 1);

    @Test
    void aPluginIsToldAgesOnTheDayOnWhichTheTypeReckonsThem() {
        var kin = new Kin(
                List.of(LocalDate.of(1985, 1, 1), LocalDate.of(2014, 1, 2)), List.of(LocalDate.of(2016, 12, 31)));
        assertThat(kin.ages(NEW_YEAR)).isEqualTo(new Family(List.of(42, 12), List.of(10)));
        assertThat(kin.ages(NEW_YEAR.plusDays(1))).isEqualTo(new Family(List.of(42, 13), List.of(10)));
    }

    @Test
    void whoIsAloneInAFamilyHasNobodyBeforeOrAfter() {
        var alone = new Kin(List.of(), List.of());
        assertThat(Optional.of(alone).map(kin -> kin.ages(NEW_YEAR))).contains(new Family(List.of(), List.of()));
    }
}
