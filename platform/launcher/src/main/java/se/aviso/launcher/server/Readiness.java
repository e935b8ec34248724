package se.aviso.launcher.server;

import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;

/** Asks an address until it answers 200. */
public final class Readiness {
    private static final int ASK_MILLIS = 5_000;
    private static final int BETWEEN_MILLIS = 150;
    private static final int OK = 200;

    private final String address;

    public Readiness(String address) {
        this.address = address;
    }

    /** Waits, and answers the last reason why not; nothing when it is ready. */
    public Optional<String> await(Duration patience) throws InterruptedException {
        long end = System.nanoTime() + patience.toNanos();
        var reason = ask();
        while (reason.isPresent() && System.nanoTime() < end) {
            Thread.sleep(BETWEEN_MILLIS);
            reason = ask();
        }
        return reason;
    }

    /** Asks once, and answers the reason why not. */
    public Optional<String> ask() {
        try {
            var connection = (HttpURLConnection) URI.create(address).toURL().openConnection();
            connection.setConnectTimeout(ASK_MILLIS);
            connection.setReadTimeout(ASK_MILLIS);
            int status = connection.getResponseCode();
            connection.disconnect();
            return status == OK ? Optional.empty() : Optional.of(address + " answered " + status);
        } catch (IOException e) {
            return Optional.of(address + " does not answer");
        }
    }
}
