package se.aviso.launcher.settings;

import java.time.Duration;
import java.util.Map;
import se.aviso.launcher.console.Refusal;
import se.aviso.launcher.data.Ports;

/**
 * Where this server listens, and the address by which the world knows it.
 *
 * @param patience how long a caller may say nothing in the middle of a request
 */
public record ServerSettings(Mode mode, String host, int port, String baseUrl, Duration patience) {
    static final String BASE_URL = "aviso.base-url";
    private static final String HOST = "aviso.http.host";
    private static final String PORT = "aviso.http.port";
    private static final String PATIENCE = "aviso.http.patience-seconds";
    private static final int MOST_PATIENT = 3_600;

    /** The server's settings in this mode. */
    public static ServerSettings of(Mode mode, Settings settings) {
        int port = port(settings.get(PORT, "8080"));
        return new ServerSettings(
                mode,
                settings.get(HOST, "127.0.0.1"),
                port,
                settings.get(BASE_URL, "http://localhost:" + port),
                Duration.ofSeconds(Whole.number(settings.get(PATIENCE, "30"), PATIENCE, 1, MOST_PATIENT)));
    }

    private static int port(String text) {
        try {
            int port = Integer.parseInt(text);
            if (port > 0 && port < 65_536) {
                return port;
            }
        } catch (NumberFormatException e) {
            throw new Refusal("The port \"" + text + "\" is not a number.", e);
        }
        throw new Refusal("The port " + text + " is not between 1 and 65535.");
    }

    /** Refuses a port that somebody else has. */
    public void requireFreePort() {
        if (!Ports.isFree(host, port)) {
            throw new Refusal("Port " + port
                    + " is taken: end the program that listens there, or choose another port with --port.");
        }
    }

    /** The settings as the server reads them. */
    public Map<String, String> asProperties() {
        return Map.of("aviso.mode", mode.key(), BASE_URL, baseUrl, PORT, Integer.toString(port));
    }
}
