package se.aviso.bank.camt;

import se.aviso.spi.bank.BankFileSink;
import se.aviso.spi.bank.Place;
import se.aviso.spi.bank.Problem;

/**
 * Says what is wrong with a file, within limits, and where: the record of a place is the number of the entry
 * ({@code Ntry}) in the file, counted from 1; what stands before the first entry counts to it.
 */
final class Report {
    private static final int MOST_FATAL = 100;
    private static final int MOST_NOTES = 1_000;

    private final BankFileSink sink;
    private long entries;
    private int fatal;
    private int notes;

    Report(BankFileSink sink) {
        this.sink = sink;
    }

    /** The next entry begins. */
    void beginEntry() {
        entries++;
    }

    /** A byte of the entry that was begun last. */
    Place place(long offset) {
        return new Place(Math.max(1, entries), offset);
    }

    /** Worth knowing; after a thousand notes one last note says that there are more. */
    void note(String code, String text, Place place) {
        notes++;
        if (notes <= MOST_NOTES) {
            sink.problem(Problem.note(code, text, place));
        } else if (notes == MOST_NOTES + 1) {
            sink.problem(Problem.note("MORE_NOTES", "there are more notes than are told", place));
        }
    }

    /** The file cannot be trusted, but what follows can still be checked; the hundredth such problem ends that. */
    void fatal(String code, String text, Place place) throws Refusal {
        fatal++;
        sink.problem(Problem.fatal(code, text, place));
        if (fatal >= MOST_FATAL) {
            throw new Refusal("TOO_MANY_PROBLEMS", "there are too many problems to go on", place.byteOffset());
        }
    }

    /** The file cannot be trusted, and what follows was not read. */
    void refused(Refusal refusal) {
        sink.problem(Problem.fatal(refusal.code(), refusal.text(), place(refusal.offset())));
    }

    boolean isClean() {
        return fatal == 0;
    }
}
