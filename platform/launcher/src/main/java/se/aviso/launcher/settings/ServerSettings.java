package se.aviso.launcher.settings;

import java.util.Map;
import se.aviso.launcher.console.Refusal;
import se.aviso.launcher.data.Ports;

/** Where this server listens, and the address by which the world knows it. */
public record ServerSettings(Mode mode, String host, int port, String baseUrl) {
    static final String BASE_URL = "aviso.base-url";
    private static final String HOST = "aviso.http.host";
    private static final String PORT = "aviso.http.port";

    /** The server's settings in this mode. */
    public static ServerSettings of(Mode mode, Settings settings) {
        int port = port(settings.get(PORT, "8080"));
        return new ServerSettings(
                mode, settings.get(HOST, "127.0.0.1"), port, settings.get(BASE_URL, "http://localhost:" + port));
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
