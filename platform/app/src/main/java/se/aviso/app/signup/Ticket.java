package se.aviso.app.signup;

import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Optional;

/**
 * What a form that we handed out carries: when, and a number that makes its sending harmless to repeat.
 *
 * @param form the slug of the group; a ticket of one form does not fit another
 */
record Ticket(String form, Instant madeAt, String nonce) {
    /** Faster than anybody types a name and a date. */
    private static final Duration SHORTEST = Duration.ofSeconds(3);

    private static final Duration LONGEST = Duration.ofHours(12);
    private static final String PURPOSE = "form";

    /** How a ticket stands at a point in time. */
    enum Age {
        TOO_NEW,
        GOOD,
        TOO_OLD
    }

    /** The ticket as the form has it. */
    String sealed(Seal seal) {
        return seal.close(String.join(" ", PURPOSE, form, madeAt.toString(), nonce));
    }

    /** Reads a ticket of that form that we have made; empty for any other text. */
    static Optional<Ticket> read(String sealed, String form, Seal seal) {
        return seal.open(sealed)
                .map(text -> text.split(" "))
                .filter(parts -> parts.length == 4 && parts[0].equals(PURPOSE) && parts[1].equals(form))
                .flatMap(parts -> at(parts[2]).map(madeAt -> new Ticket(form, madeAt, parts[3])));
    }

    /** Whether a person can have filled in the form meanwhile. */
    Age age(Instant now) {
        var age = Duration.between(madeAt, now);
        if (age.compareTo(SHORTEST) < 0) {
            return Age.TOO_NEW;
        }
        return age.compareTo(LONGEST) > 0 ? Age.TOO_OLD : Age.GOOD;
    }

    private static Optional<Instant> at(String text) {
        try {
            return Optional.of(Instant.parse(text));
        } catch (DateTimeParseException notATime) {
            return Optional.empty();
        }
    }
}
