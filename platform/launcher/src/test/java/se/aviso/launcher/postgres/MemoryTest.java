package se.aviso.launcher.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class MemoryTest {
    @Test
    void aSmallMachineKeepsMostForTheServer() {
        assertThat(Memory.of(512)).isEqualTo(new Memory(96, 256));
    }

    @Test
    void anEighthIsPostgres() {
        assertThat(Memory.of(4096)).isEqualTo(new Memory(512, 2048));
    }

    @Test
    void aGreatMachineGivesAGigabyte() {
        assertThat(Memory.of(65_536)).isEqualTo(new Memory(1024, 32_768));
    }
}
