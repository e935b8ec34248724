package se.aviso.app.signup;

import jakarta.enterprise.context.SessionScoped;
import java.io.Serializable;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The tickets of the forms that a visitor has open: who goes back to a form and sends it again has the same ticket, and
 * joins once.
 */
@SessionScoped
public class HandedOut implements Serializable {
    /** Forms of one visitor; whoever opens more gets a fresh ticket for the first again. */
    private static final int MOST = 8;

    private final LinkedHashMap<String, String> tickets = new LinkedHashMap<>();

    /** The sealed ticket for a form, if one was handed out. */
    synchronized Optional<String> ticket(String slug) {
        return Optional.ofNullable(tickets.get(slug));
    }

    /** Notes what was handed out, instead of an earlier one. */
    synchronized void note(String slug, String sealed) {
        tickets.remove(slug);
        tickets.put(slug, sealed);
        if (tickets.size() > MOST) {
            tickets.remove(tickets.entrySet().stream()
                    .findFirst()
                    .map(Map.Entry::getKey)
                    .orElseThrow());
        }
    }
}
