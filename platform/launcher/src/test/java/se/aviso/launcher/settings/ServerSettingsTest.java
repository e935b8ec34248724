package se.aviso.launcher.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ServerSettingsTest {
    @Test
    void aTakenPortIsRefusedInOneSentence() throws IOException {
        try (var taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            var settings = onPort(Integer.toString(taken.getLocalPort()));
            assertThatThrownBy(settings::requireFreePort)
                    .hasMessage("Port " + taken.getLocalPort()
                            + " is taken: end the program that listens there, or choose another port with --port.");
        }
    }

    @Test
    void aPortThatIsNoNumberIsRefused() {
        assertThatThrownBy(() -> onPort("http")).hasMessage("The port \"http\" is not a number.");
    }

    @Test
    void theAddressFollowsThePort() {
        assertThat(onPort("9090").baseUrl()).isEqualTo("http://localhost:9090");
    }

    private static ServerSettings onPort(String port) {
        return ServerSettings.of(Mode.DEMO, Settings.of(Map.of("aviso.http.port", port), Map.of(), Map.of(), Map.of()));
    }
}
