package se.aviso.testkit.bank;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import se.aviso.spi.bank.Place;

/** The laws that the events of every file obey, however damaged its bytes are. */
final class EventLaws {
    private enum State {
        BEFORE_FILE,
        IN_FILE,
        IN_SECTION,
        AFTER_FILE
    }

    private EventLaws() {}

    static void assertHold(EventLog log, long size) {
        assertLegalOrder(log.content());
        assertPlacesIncrease(log.content(), size);
        log.problems().forEach(problem -> assertInside(problem.place(), size));
        if (log.isAccepted()) {
            log.sections().forEach(EventLaws::assertTotalsAgree);
        } else if (!log.isClosed()) {
            assertThat(log.fatalCodes())
                    .as("a file that is not whole has a reason")
                    .isNotEmpty();
        }
    }

    static void assertTotalsAgree(ReadSection section) {
        var totals = section.totals().orElseThrow(() -> new AssertionError("no totals: " + section.start()));
        assertThat(totals.net()).isEqualTo(section.net());
        assertThat(totals.records()).isEqualTo(section.records());
    }

    private static void assertLegalOrder(List<FileEvent> events) {
        var state = State.BEFORE_FILE;
        for (var event : events) {
            assertThat(state).as("when %s comes", event).isEqualTo(before(event));
            state = after(event);
        }
    }

    private static State before(FileEvent event) {
        if (event instanceof FileEvent.FileOpened) {
            return State.BEFORE_FILE;
        }
        return event instanceof FileEvent.SectionOpened || event instanceof FileEvent.FileClosed
                ? State.IN_FILE
                : State.IN_SECTION;
    }

    private static State after(FileEvent event) {
        if (event instanceof FileEvent.FileClosed) {
            return State.AFTER_FILE;
        }
        return event instanceof FileEvent.FileOpened || event instanceof FileEvent.SectionClosed
                ? State.IN_FILE
                : State.IN_SECTION;
    }

    /**
     * A record may hold several payments, and the account of its section too; yet no two payments begin at one byte.
     */
    private static void assertPlacesIncrease(List<FileEvent> events, long size) {
        var last = new Place(0, -1);
        var lastPayment = -1L;
        for (var event : events) {
            var place = place(event).orElse(null);
            if (place != null) {
                assertInside(place, size);
                assertThat(place.record()).as("record of %s", event).isGreaterThanOrEqualTo(last.record());
                assertThat(place.byteOffset()).as("offset of %s", event).isGreaterThanOrEqualTo(last.byteOffset());
                last = place;
                if (isPayment(event)) {
                    assertThat(place.byteOffset()).as("offset of %s", event).isGreaterThan(lastPayment);
                    lastPayment = place.byteOffset();
                }
            }
        }
    }

    private static boolean isPayment(FileEvent event) {
        return event instanceof FileEvent.Paid || event instanceof FileEvent.Deducted;
    }

    private static Optional<Place> place(FileEvent event) {
        if (event instanceof FileEvent.SectionOpened opened) {
            return Optional.of(opened.start().place());
        } else if (event instanceof FileEvent.Paid paid) {
            return Optional.of(paid.payment().place());
        } else if (event instanceof FileEvent.Deducted deducted) {
            return Optional.of(deducted.deduction().place());
        } else if (event instanceof FileEvent.SectionClosed closed) {
            return Optional.of(closed.totals().place());
        }
        return Optional.empty();
    }

    private static void assertInside(Place place, long size) {
        assertThat(place.record()).as("record of %s", place).isPositive();
        assertThat(place.byteOffset()).as("offset of %s", place).isBetween(0L, size);
    }
}
