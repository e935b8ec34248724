package se.aviso.banktext;

import se.aviso.spi.bank.BankFileSink;
import se.aviso.spi.bank.Place;
import se.aviso.spi.bank.Problem;

/** Reports what is wrong with a file, within limits, and remembers when reading on has lost its point. */
public final class Problems {
    private static final int MOST_FATAL = 100;
    private static final int MOST_NOTES = 1_000;

    private final BankFileSink sink;
    private int fatal;
    private int notes;
    private boolean stopped;

    /** Nothing is wrong yet. */
    public Problems(BankFileSink sink) {
        this.sink = sink;
    }

    /** Worth knowing; after a thousand notes one last note says that there are more. */
    public void note(String code, String text, Place place) {
        notes++;
        if (notes <= MOST_NOTES) {
            sink.problem(Problem.note(code, text, place));
        } else if (notes == MOST_NOTES + 1) {
            sink.problem(Problem.note("MORE_NOTES", "there are more notes than are told", place));
        }
    }

    /**
     * The file cannot be trusted, but what follows can still be checked; the hundredth such problem ends the reading.
     */
    public void fatal(String code, String text, Place place) {
        fatal++;
        sink.problem(Problem.fatal(code, text, place));
        if (fatal >= MOST_FATAL) {
            stop("TOO_MANY_PROBLEMS", "there are too many problems to go on", place);
        }
    }

    /** The file cannot be trusted, and what follows can no longer be understood. */
    public void stop(String code, String text, Place place) {
        if (!stopped) {
            stopped = true;
            sink.problem(Problem.fatal(code, text, place));
        }
    }

    /** True when reading on has lost its point. */
    public boolean stopped() {
        return stopped;
    }
}
