package se.aviso.app.template;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import se.aviso.kernel.RuleViolation;
import se.aviso.kernel.RuleViolation.Fault;

/** Who tries a page has an answer in time, whatever the page. */
class TrialsTest {
    private static final Duration LIMIT = Duration.ofMillis(500);
    private final ExecutorService pool = Executors.newCachedThreadPool();
    private final CountDownLatch end = new CountDownLatch(1);
    private final Trials trials = trials(pool, LIMIT);

    @AfterEach
    void letAllEnd() throws InterruptedException {
        end.countDown();
        pool.shutdown();
        assertThat(pool.awaitTermination(10, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void whatEndsInTimeIsAnswered() {
        assertThat(trials.<String>within(() -> "laid out")).isEqualTo("laid out");
        assertThatThrownBy(() -> trials.within(() -> {
                    throw RuleViolation.of("template-raw", Map.of());
                }))
                .isInstanceOf(RuleViolation.class)
                .hasMessageContaining("template-raw");
    }

    @Test
    void whatDoesNotEndIsGivenUpAndKeepsItsPlaceUntilItDoes() {
        assertThat(codeOf(this::withoutEnd)).isEqualTo("template-slow");
        assertThat(trials.<String>within(() -> "another")).isEqualTo("another");
        assertThat(codeOf(this::withoutEnd)).isEqualTo("template-slow");
        assertThat(codeOf(() -> {})).as("no place is left").isEqualTo("template-slow");
        end.countDown();
        assertThat(trials.<String>within(() -> "at last")).isEqualTo("at last");
    }

    private String codeOf(Runnable work) {
        var violation = catchThrowableOfType(
                RuleViolation.class,
                () -> trials.<String>within(() -> {
                    work.run();
                    return "";
                }));
        assertThat(violation).as("given up").isNotNull();
        return violation.faults().stream().map(Fault::code).findFirst().orElseThrow();
    }

    /** A layout does not look whether it was given up. */
    private void withoutEnd() {
        while (end.getCount() > 0) {
            LockSupport.parkNanos(1_000_000);
        }
    }

    /** In threads of a server that is not there. */
    static Trials trials(ExecutorService pool, Duration limit) {
        return new Trials() {
            @Override
            ExecutorService threads() {
                return pool;
            }

            @Override
            Duration limit() {
                return limit;
            }
        };
    }
}
