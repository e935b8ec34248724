package se.aviso.accounting;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import se.aviso.spi.accounting.NamedDimension;

class DeclaredDimensionsTest {
    @Test
    void whatIsUsedIsDeclaredOnceByTheNameThatEverybodyKnows() {
        assertThat(DeclaredDimensions.of(List.of(6, 1, 6), List.of()))
                .containsExactly(named(1, "Kostnadsställe"), named(6, "Projekt"));
        assertThat(DeclaredDimensions.of(List.of(), List.of(named(20, "Verksamhet"))))
                .isEmpty();
    }

    @Test
    void anOwnDimensionHasTheNameThatTheTenantGaveIt() {
        assertThat(DeclaredDimensions.of(List.of(20, 21, 1), List.of(named(20, "Verksamhet"), named(1, "Enhet"))))
                .containsExactly(named(1, "Enhet"), named(20, "Verksamhet"), named(21, "Dimension 21"));
    }

    @Test
    void oneThatIsUnderAnotherComesAfterItThoughNoRowUsesThat() {
        assertThat(DeclaredDimensions.of(List.of(20), List.of(under(20, "Lag", 30), named(30, "Verksamhet"))))
                .containsExactly(named(30, "Verksamhet"), under(20, "Lag", 30));
        assertThat(DeclaredDimensions.of(List.of(2), List.of()))
                .containsExactly(named(1, "Kostnadsställe"), under(2, "Kostnadsbärare", 1));
    }

    @Test
    void noneIsUnderItself() {
        assertThat(DeclaredDimensions.of(List.of(20), List.of(under(20, "A", 20))))
                .containsExactly(named(20, "A"));
        assertThat(DeclaredDimensions.of(List.of(20, 21), List.of(under(20, "A", 21), under(21, "B", 20))))
                .containsExactly(named(21, "B"), under(20, "A", 21));
    }

    @Test
    void aNameThatIsNoneIsNotTaken() {
        var named = List.of(named(20, " "), named(21, "x".repeat(101)), under(22, "C", 0));
        assertThat(DeclaredDimensions.of(List.of(20, 21, 22), named))
                .containsExactly(named(20, "Dimension 20"), named(21, "Dimension 21"), named(22, "Dimension 22"));
    }

    private static NamedDimension named(int number, String name) {
        return new NamedDimension(number, name, Optional.empty());
    }

    private static NamedDimension under(int number, String name, int above) {
        return new NamedDimension(number, name, Optional.of(above));
    }
}
