package se.aviso.testkit.bank;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Assertions;
import se.aviso.spi.bank.BankFormat;

/** Reads thousands of damaged samples: {@code fuzz.executions} says how many, {@code fuzz.seed} repeats a run. */
final class Fuzz {
    private static final System.Logger LOG = System.getLogger(Fuzz.class.getName());

    private final BankFormat format;
    private final List<Sample> samples;
    private final long seed = Long.getLong("fuzz.seed", System.nanoTime());
    private final long executions = Long.getLong("fuzz.executions", 20_000L);
    private final AtomicLong current = new AtomicLong();

    Fuzz(BankFormat format, List<Sample> samples) {
        this.format = format;
        this.samples = List.copyOf(samples);
    }

    void run() {
        LOG.log(System.Logger.Level.INFO, "{0}: {1} executions, -Dfuzz.seed={2}", format.name(), executions, "" + seed);
        Assertions.assertTimeoutPreemptively(
                Duration.ofSeconds(300 + executions / 100), this::executeAll, () -> where() + " does not end");
    }

    private void executeAll() {
        while (current.get() < executions) {
            execute(current.get());
            current.incrementAndGet();
        }
    }

    private void execute(long number) {
        var sample = samples.get((int) (number % samples.size()));
        var damaged = Mutation.of(sample.bytes(), seed + number);
        try {
            EventLaws.assertHold(EventLog.of(format, damaged), damaged.length);
        } catch (RuntimeException | StackOverflowError | AssertionError broken) {
            throw new AssertionError(where() + " of " + sample.name() + ": " + broken.getMessage(), broken);
        }
    }

    private String where() {
        return "execution " + current + " with -Dfuzz.seed=" + seed;
    }
}
