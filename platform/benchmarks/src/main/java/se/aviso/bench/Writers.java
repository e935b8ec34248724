package se.aviso.bench;

import java.util.ArrayList;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;

/** As many writers at once as the limit of a benchmark has connections. */
final class Writers {
    static final int CONNECTIONS = 2;

    private Writers() {}

    /** What a writer does: it takes the chunks from its own offset on, each {@link #CONNECTIONS} apart. */
    @FunctionalInterface
    interface Work {
        void from(int offset) throws Exception;
    }

    /** Ends when all have ended; what one of them throws is thrown. */
    static void each(Work work) throws Exception {
        var writers = Executors.newFixedThreadPool(CONNECTIONS);
        try {
            var jobs = new ArrayList<Callable<Integer>>();
            for (var writer = 0; writer < CONNECTIONS; writer++) {
                var offset = writer;
                jobs.add(() -> {
                    work.from(offset);
                    return offset;
                });
            }
            for (var ended : writers.invokeAll(jobs)) {
                ended.get();
            }
        } finally {
            writers.shutdown();
        }
    }
}
