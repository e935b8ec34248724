package se.aviso.launcher.server;

import java.util.List;
import se.aviso.launcher.settings.ServerSettings;

/**
 * How the server speaks HTTP: what it tells of itself (nothing), which protocols it knows, how much of a request it
 * reads before the application is asked, and how long it waits for the rest.
 */
final class Listener {
    private static final String NETWORK = "configs.config.server-config.network-config.";
    private static final String LISTENER = NETWORK + "network-listeners.network-listener.http-listener.";
    private static final String HTTP = NETWORK + "protocols.protocol.http-listener.http.";
    private static final String TRANSPORT = NETWORK + "transports.transport.tcp.";

    /** What is text; a PDF and a picture are compressed already. */
    private static final String COMPRESSED = String.join(
            ",",
            "text/html",
            "application/xhtml+xml",
            "text/css",
            "text/javascript",
            "application/javascript",
            "text/xml",
            "image/svg+xml",
            "application/json",
            "application/problem+json",
            "text/csv");

    private final ServerSettings settings;

    Listener(ServerSettings settings) {
        this.settings = settings;
    }

    /** The settings as the server takes them before it starts. */
    List<String> settings() {
        return List.of(
                LISTENER + "address=" + settings.host(),
                HTTP + "compression=on",
                HTTP + "compression-min-size-bytes=1024",
                HTTP + "compressable-mime-type=" + COMPRESSED,
                // who attacks is not told what
                HTTP + "server-header=false",
                HTTP + "xpowered-by=false",
                // HTTP/2 stays on: many clients offer it, and where it is off a body that comes with the offer is never
                // read
                HTTP + "websockets-support-enabled=false",
                HTTP + "comet-support-enabled=false",
                HTTP + "trace-enabled=false",
                // the application refuses less than that, and says so in words
                HTTP + "header-buffer-length-bytes=32768",
                HTTP + "max-request-headers=100",
                HTTP + "max-form-post-size-bytes=1048576",
                HTTP + "max-swallowing-input-bytes=1048576",
                HTTP + "max-save-post-size-bytes=0",
                TRANSPORT + "read-timeout-millis=" + settings.patience().toMillis(),
                TRANSPORT + "idle-key-timeout-seconds=" + settings.patience().toSeconds(),
                HTTP + "timeout-seconds=" + settings.patience().toSeconds());
    }
}
