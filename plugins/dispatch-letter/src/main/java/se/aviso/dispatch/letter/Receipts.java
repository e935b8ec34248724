package se.aviso.dispatch.letter;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import se.aviso.spi.dispatch.Delivery;

/**
 * A file of receipts: lines of {@code id,status}, the letter's id of the index and {@code PRINTED}, {@code POSTED},
 * {@code RETURNED} or {@code REJECTED}. What is none of these says nothing. A letter that is posted is on its way:
 * nobody tells when it has arrived, and some come back.
 */
final class Receipts {
    static final String TYPE = "text/csv";

    private Receipts() {}

    static List<Delivery> read(byte[] content) {
        var told = new ArrayList<Delivery>();
        new String(content, StandardCharsets.UTF_8)
                .lines()
                .map(line -> line.replace("\"", "").split("[,;]", -1))
                .filter(cells -> cells.length > 1)
                .forEach(cells -> read(cells[0].strip(), cells[1].strip()).ifPresent(told::add));
        return told;
    }

    private static Optional<Delivery> read(String id, String status) {
        return id(id).flatMap(letter -> switch (status.toUpperCase(Locale.ROOT)) {
            case "PRINTED", "POSTED" -> told(letter, Delivery.State.TAKEN, "");
            case "RETURNED" -> told(letter, Delivery.State.LOST, "The letter came back.");
            case "REJECTED" -> told(letter, Delivery.State.LOST, "The print house rejected the letter.");
            default -> Optional.empty();
        });
    }

    private static Optional<Delivery> told(UUID letter, Delivery.State state, String reason) {
        return Optional.of(new Delivery(Optional.of(letter), "", state, reason));
    }

    private static Optional<UUID> id(String text) {
        try {
            return Optional.of(UUID.fromString(text)).filter(id -> id.toString().equalsIgnoreCase(text));
        } catch (IllegalArgumentException noId) {
            return Optional.empty();
        }
    }
}
