package se.aviso.app.plugin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import se.aviso.app.plugin.PluginFailure.Kind;
import se.aviso.plugin.Circuit;

class PluginCallsTest {
    private static final Duration SHORT = Duration.ofMillis(30);
    private static final Duration LONG = Duration.ofMinutes(1);
    private static final String GOOD = "a good plugin";

    private final CountDownLatch never = new CountDownLatch(1);
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final PluginCalls calls = calls();

    @AfterEach
    void end() {
        never.countDown();
        threads.shutdownNow();
    }

    @Test
    void anAnswerComesThrough() {
        assertThat(calls.call(GOOD, LONG, () -> "yes")).isEqualTo("yes");
        assertThat(calls.health(id(GOOD)).all().calls()).isEqualTo(1);
    }

    @Test
    void aCallThatDoesNotComeBackIsAbandonedAndCounted() {
        assertThat(failure(this::hang)).isEqualTo(Kind.HUNG);
        var health = calls.health(Hostile.class.getName());
        assertThat(health.all().hung()).isEqualTo(1);
        assertThat(health.underWay()).as("its thread is still held").isEqualTo(1);
    }

    @Test
    void aPluginThatDoesNotComeBackIsTurnedOffAndAllOthersAreServed() {
        for (var call = 0; call < Circuit.HANGING; call++) {
            assertThat(failure(this::hang)).isEqualTo(Kind.HUNG);
        }
        assertThat(failure(() -> "never asked")).isEqualTo(Kind.OFF);
        assertThat(calls.call(GOOD, LONG, () -> "yes")).isEqualTo("yes");
    }

    @Test
    void anOperatorLetsItBeCalledAgain() {
        for (var call = 0; call < Circuit.HANGING; call++) {
            failure(this::hang);
        }
        calls.again(Hostile.class.getName());
        assertThat(calls.call(new Hostile(), LONG, () -> "mended")).isEqualTo("mended");
    }

    @Test
    void aPluginThatFailsInARowRests() {
        for (var call = 0; call < Circuit.FAILURES; call++) {
            assertThat(failure(() -> {
                        throw new IllegalStateException("broken");
                    }))
                    .isEqualTo(Kind.FAILED);
        }
        assertThat(failure(() -> "not asked")).isEqualTo(Kind.RESTING);
    }

    @Test
    void anErrorOfAPluginIsAFailureLikeAnother() {
        assertThat(failure(() -> {
                    throw new StackOverflowError();
                }))
                .isEqualTo(Kind.FAILED);
    }

    @Test
    void whoComesInTurnWaitsForAPlace() throws Exception {
        var done = new CountDownLatch(1);
        var busy = new ArrayList<Future<String>>();
        for (var call = 0; call < 8; call++) {
            busy.add(threads.submit(() -> calls.call(GOOD, LONG, () -> waited(done))));
        }
        while (calls.health(id(GOOD)).underWay() < 8) {
            Thread.onSpinWait();
        }
        assertThatThrownBy(() -> calls.call(GOOD, LONG, () -> "at once")).isInstanceOf(PluginFailure.class);
        var patient = threads.submit(() -> calls.callInTurn(GOOD, LONG, () -> "in turn"));
        done.countDown();
        assertThat(patient.get()).isEqualTo("in turn");
        for (var each : busy) {
            assertThat(each.get()).isEqualTo("done");
        }
    }

    private static String waited(CountDownLatch done) {
        try {
            done.await();
            return "done";
        } catch (InterruptedException stopped) {
            throw new IllegalStateException(stopped);
        }
    }

    @Test
    void whatHangsNeverTakesMoreThanItsPlaces() {
        var kinds = new ArrayList<Kind>();
        for (var call = 0; call < 12; call++) {
            calls.again(Hostile.class.getName());
            kinds.add(failure(this::hang));
        }
        assertThat(kinds.subList(0, 8)).containsOnly(Kind.HUNG);
        assertThat(kinds.subList(8, 12)).containsOnly(Kind.BUSY);
    }

    @Test
    void aPlaceIsFreeAgainWhenTheThreadHasEnded() {
        for (var call = 0; call < 50; call++) {
            calls.call(new Hostile(), LONG, () -> "quick");
        }
        assertThat(calls.health(Hostile.class.getName()).underWay()).isZero();
    }

    @Test
    void aCallThatNoThreadTookIsNotThePluginsFault() {
        var one = Executors.newSingleThreadExecutor();
        try {
            var narrow = calls(one);
            one.execute(this::hang);
            var thrown = catchThrowableOfType(
                    PluginFailure.class, () -> narrow.call(new Hostile(), SHORT, () -> "not begun"));
            assertThat(thrown.kind()).isEqualTo(Kind.BUSY);
            assertThat(narrow.health(Hostile.class.getName()).underWay()).isZero();
            assertThat(narrow.health(Hostile.class.getName()).all().hung()).isZero();
        } finally {
            one.shutdownNow();
        }
    }

    /** Hangs and does not listen to an interrupt, as a loop in a plugin would. */
    private String hang() {
        var waits = true;
        while (waits) {
            try {
                never.await();
                waits = false;
            } catch (InterruptedException deaf) {
                waits = true;
            }
        }
        return "late";
    }

    private Kind failure(Supplier<String> work) {
        return catchThrowableOfType(PluginFailure.class, () -> calls.call(new Hostile(), SHORT, work))
                .kind();
    }

    private static String id(Object extension) {
        return extension.getClass().getName();
    }

    private PluginCalls calls() {
        return calls(threads);
    }

    @SuppressWarnings("UnnecessaryAssignment") // this test is the framework
    private static PluginCalls calls(ExecutorService in) {
        var made = new PluginCalls() {
            @Override
            ExecutorService threads() {
                return in;
            }
        };
        made.clock = Clock.systemUTC();
        made.host = new PluginHost();
        return made;
    }

    /** An extension of another plugin. */
    private static final class Hostile {}
}
