package se.aviso.launcher.command;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.SQLException;
import java.util.Optional;

/** What disks, nets and databases do to a command, in one sentence instead of a stack trace. */
final class Sentence {
    private Sentence() {}

    /** The sentence; none for what is our own fault. */
    static Optional<String> of(Exception failure) {
        if (failure instanceof UncheckedIOException wrapped && wrapped.getCause() != null) {
            return of(wrapped.getCause());
        }
        if (failure instanceof SQLException) {
            return Optional.of("The database did not do as asked: " + firstLine(failure) + ".");
        }
        if (failure instanceof IOException) {
            var kind = failure.getClass() == IOException.class
                    ? ""
                    : failure.getClass().getSimpleName() + ": ";
            return Optional.of(kind + firstLine(failure) + ".");
        }
        return Optional.empty();
    }

    /** The first line of what it says, without its full stop. */
    static String firstLine(Exception failure) {
        var message = Optional.ofNullable(failure.getMessage())
                .orElse(failure.getClass().getSimpleName());
        return message.lines().findFirst().orElse("").strip().replaceAll("\\.$", "");
    }
}
