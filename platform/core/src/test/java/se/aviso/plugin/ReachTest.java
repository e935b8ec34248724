package se.aviso.plugin;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class ReachTest {
    private static final Reach NORTH = new Reach(false, Map.of("/north/", true));

    @Test
    void theNearestGroupThatHasDecidedSaysSo() {
        var reach = new Reach(false, Map.of("/", true, "/north/", false, "/north/umea/", true));
        assertThat(reach.isHadAt("/south/")).isTrue();
        assertThat(reach.isHadAt("/north/")).isFalse();
        assertThat(reach.isHadAt("/north/umea/centre/")).isTrue();
    }

    @Test
    void whereNobodyHasDecidedTheRestHolds() {
        assertThat(NORTH.isHadAt("/")).isFalse();
        assertThat(new Reach(true, Map.of()).isHadAt("/south/")).isTrue();
    }

    @Test
    void twoForGroupsBesideEachOtherShareNone() {
        assertThat(NORTH.shared(new Reach(false, Map.of("/south/", true)))).isEmpty();
    }

    @Test
    void oneForAllIsSharedByOneForSome() {
        assertThat(NORTH.shared(new Reach(true, Map.of()))).contains("/north/");
        assertThat(NORTH.shared(new Reach(false, Map.of("/", true)))).contains("/north/");
    }

    @Test
    void aGroupThatHasTurnedOneOffSharesNothing() {
        assertThat(NORTH.shared(new Reach(false, Map.of("/", true, "/north/", false))))
                .isEmpty();
    }

    @Test
    void deepDownTheyMayMeetAgain() {
        var other = new Reach(false, Map.of("/", true, "/north/", false, "/north/umea/", true));
        assertThat(NORTH.shared(other)).contains("/north/umea/");
    }
}
