package se.aviso.plugin;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class AbandonedTest {
    private static final Abandoned THREE = Abandoned.NONE.more().more().more();

    @Test
    void theBoundIsReachedByThoseThatHang() {
        assertThat(Abandoned.NONE.more().more().reaches(3)).isFalse();
        assertThat(THREE.reaches(3)).isTrue();
    }

    @Test
    void whatEndsLateCountsNoMore() {
        assertThat(THREE.less().reaches(3)).isFalse();
        assertThat(THREE.less().less().less()).isEqualTo(Abandoned.NONE);
    }

    @Test
    void anOperatorLooksPastThoseThatHangAndNotPastMore() {
        var pardoned = THREE.pardon();
        assertThat(pardoned.reaches(1)).isFalse();
        assertThat(pardoned.more().more().more().reaches(3)).isTrue();
        assertThat(pardoned.less().less().less()).isEqualTo(Abandoned.NONE);
    }
}
