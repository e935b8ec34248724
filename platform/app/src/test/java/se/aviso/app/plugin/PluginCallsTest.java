package se.aviso.app.plugin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Supplier;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import se.aviso.app.plugin.PluginFailure.Kind;
import se.aviso.app.tenancy.Tenancy;
import se.aviso.kernel.TenantId;
import se.aviso.plugin.Abandoned;
import se.aviso.plugin.Circuit;
import se.aviso.plugin.WaitingTime;

class PluginCallsTest {
    /** Long enough for a thread to have begun on a machine that is busy; what hangs, hangs longer. */
    private static final Duration SHORT = Duration.ofMillis(150);

    private static final Duration LONG = Duration.ofMinutes(1);
    private static final String GOOD = "a good plugin";
    private static final TenantId ONE = new TenantId(new UUID(0, 1));
    private static final TenantId TWO = new TenantId(new UUID(0, 2));
    private static final TenantId THREE = new TenantId(new UUID(0, 3));

    /** So many places of one tenant. */
    private static final int OF_ONE = Abandoned.OF_ALL - 1;

    private final CountDownLatch never = new CountDownLatch(1);
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final Hands clock = new Hands();
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
    void aPluginThatDoesNotComeBackIsOffForItsTenantAndAllOthersAreServed() {
        hangFor(ONE, Abandoned.OF_A_TENANT);
        assertThat(failureOf(ONE, () -> "never asked")).isEqualTo(Kind.OFF);
        assertThat(answerFor(TWO, new Hostile())).as("another tenant").isEqualTo("yes");
        assertThat(answerFor(ONE, GOOD)).as("another plugin").isEqualTo("yes");
        assertThat(healthOf(ONE).state()).isEqualTo(Circuit.State.OFF);
        assertThat(healthOf(TWO).state()).isEqualTo(Circuit.State.CALLED);
    }

    @Test
    void whereManyCallsHangThePluginIsOffForAllUntilTheyEnd() throws InterruptedException {
        hangFor(ONE, Abandoned.OF_A_TENANT);
        hangFor(TWO, Abandoned.OF_A_TENANT);
        assertThat(failureOf(THREE, () -> "never asked")).isEqualTo(Kind.OFF);
        assertThat(healthOf(THREE).offForAll()).isTrue();
        never.countDown();
        awaitNoneUnderWay();
        assertThat(answerFor(THREE, new Hostile())).isEqualTo("yes");
        assertThat(healthOf(THREE).hanging()).isZero();
        assertThat(healthOf(ONE).state())
                .as("it rests, as after other failures")
                .isEqualTo(Circuit.State.RESTING);
    }

    @Test
    void afterTheRestOneCallIsLetThroughAndItsAnswerOpensTheWayForAll() throws InterruptedException {
        hangFor(ONE, Abandoned.OF_A_TENANT);
        never.countDown();
        awaitNoneUnderWay();
        assertThat(failureOf(ONE, () -> "not asked")).isEqualTo(Kind.RESTING);
        clock.forward(Circuit.REST);
        assertThat(failureOf(ONE, () -> {
                    assertThat(failureOf(ONE, () -> "one at a time")).isEqualTo(Kind.RESTING);
                    throw new IllegalStateException("still broken");
                }))
                .isEqualTo(Kind.FAILED);
        clock.forward(Circuit.REST);
        assertThat(failureOf(ONE, () -> "it rests for twice as long")).isEqualTo(Kind.RESTING);
        clock.forward(Circuit.REST);
        assertThat(answerFor(ONE, new Hostile())).isEqualTo("yes");
        assertThat(healthOf(ONE).state()).isEqualTo(Circuit.State.CALLED);
    }

    @Test
    void anOperatorSeesOfEachTenantHowItFaresAndSinceWhen() throws InterruptedException {
        var begun = clock.instant();
        assertThat(answerFor(ONE, new Hostile())).isEqualTo("yes");
        assertThat(answerFor(TWO, new Hostile())).isEqualTo("yes");
        clock.forward(Duration.ofSeconds(5));
        hangFor(ONE, Abandoned.OF_A_TENANT);
        var off = seenOf(ONE);
        assertThat(off.state()).isEqualTo(Circuit.State.OFF);
        assertThat(off.since()).isEqualTo(begun.plusSeconds(5));
        assertThat(seenOf(TWO))
                .extracting(PluginHealth.OfTenant::state, PluginHealth.OfTenant::since)
                .containsExactly(Circuit.State.CALLED, begun);

        clock.forward(Duration.ofSeconds(5));
        never.countDown();
        awaitNoneUnderWay();
        assertThat(seenOf(ONE))
                .extracting(PluginHealth.OfTenant::state, PluginHealth.OfTenant::since)
                .as("they have come back, and it rests")
                .containsExactly(Circuit.State.RESTING, begun.plusSeconds(10));
        var restsUntil = seenOf(ONE).restsUntil().orElseThrow();
        clock.forward(Circuit.REST);
        assertThat(seenOf(ONE))
                .extracting(PluginHealth.OfTenant::state, PluginHealth.OfTenant::since)
                .containsExactly(Circuit.State.TRIED, restsUntil);
        assertThat(answerFor(ONE, new Hostile())).isEqualTo("yes");
        assertThat(seenOf(ONE))
                .extracting(PluginHealth.OfTenant::state, PluginHealth.OfTenant::since)
                .containsExactly(Circuit.State.CALLED, clock.instant());
    }

    @Test
    void whatIsOffForEverybodyIsOffForEach() {
        assertThat(answerFor(THREE, new Hostile())).isEqualTo("yes");
        hangFor(ONE, Abandoned.OF_A_TENANT);
        clock.forward(Duration.ofSeconds(5));
        hangFor(TWO, Abandoned.OF_A_TENANT);
        assertThat(seenOf(THREE))
                .extracting(PluginHealth.OfTenant::state, PluginHealth.OfTenant::since)
                .containsExactly(Circuit.State.OFF, clock.instant());
    }

    @Test
    void timesAreToldByRank() {
        for (var second = 1; second <= 20; second++) {
            var seconds = second;
            calls.call(GOOD, LONG, () -> {
                clock.forward(Duration.ofSeconds(seconds));
                return "yes";
            });
        }
        var figures = calls.health(id(GOOD)).all();
        assertThat(figures.medianMillis()).isEqualTo(10_000);
        assertThat(figures.p95Millis()).isEqualTo(19_000);
        assertThat(figures.longestMillis()).isEqualTo(20_000);
    }

    private PluginHealth.OfTenant seenOf(TenantId tenant) {
        return calls.tenants(Hostile.class.getName()).stream()
                .filter(seen -> seen.tenantId().equals(tenant.value()))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void anOperatorLetsItBeCalledAgain() {
        hangFor(ONE, Abandoned.OF_A_TENANT);
        calls.again(Hostile.class.getName());
        assertThat(answerFor(ONE, new Hostile())).isEqualTo("yes");
    }

    @Test
    void aPluginThatWasExchangedBeginsAnewThoughItsFormerCallsHangOn() throws InterruptedException {
        hangFor(ONE, Abandoned.OF_A_TENANT);
        hangFor(TWO, Abandoned.OF_A_TENANT);
        calls.exchanged(Set.of("another"));
        assertThat(failureOf(THREE, () -> "off for all")).isEqualTo(Kind.OFF);

        calls.exchanged(Set.of(Hostile.class.getName()));
        assertThat(healthOf(ONE)).isEqualTo(PluginHealth.NEW);
        assertThat(answerFor(ONE, new Hostile())).isEqualTo("yes");
        assertThat(answerFor(THREE, new Hostile())).isEqualTo("yes");
        never.countDown();
        awaitNoneUnderWay();
        assertThat(healthOf(ONE).state()).isEqualTo(Circuit.State.CALLED);
        assertThat(healthOf(ONE).hanging()).isZero();
    }

    @Test
    void aPluginThatFailsRestsForTheTenantAtWhichItFails() {
        for (var call = 0; call < Circuit.FAILURES; call++) {
            assertThat(failureOf(ONE, () -> {
                        throw new IllegalStateException("broken");
                    }))
                    .isEqualTo(Kind.FAILED);
        }
        assertThat(failureOf(ONE, () -> "not asked")).isEqualTo(Kind.RESTING);
        assertThat(answerFor(TWO, new Hostile())).isEqualTo("yes");
    }

    @Test
    void whatIsTriedIsCountedAndKeepsNobodyFromWorking() {
        for (var trial = 0; trial < 2 * Circuit.FAILURES; trial++) {
            tried(ONE, () -> {
                throw new IllegalStateException("a password that is none");
            });
        }
        assertThat(tried(ONE, this::hang)).isEqualTo(Kind.HUNG);
        assertThat(tried(ONE, this::hang)).isEqualTo(Kind.HUNG);
        assertThat(tried(ONE, () -> "no thread more is lost")).isEqualTo(Kind.BUSY);
        var health = healthOf(ONE);
        assertThat(health.mine().failed()).isEqualTo(2L * Circuit.FAILURES);
        assertThat(health.mine().hung()).isEqualTo(2);
        assertThat(health.state()).isEqualTo(Circuit.State.CALLED);
        assertThat(answerFor(ONE, new Hostile())).isEqualTo("yes");
        assertThat(answerFor(TWO, new Hostile())).isEqualTo("yes");
    }

    @Test
    void settingsCanBeTriedWhileThePluginRests() {
        for (var call = 0; call < Circuit.FAILURES; call++) {
            failureOf(ONE, () -> {
                throw new IllegalStateException("broken");
            });
        }
        var said = Tenancy.within(ONE, () -> calls.callOnTrial(new Hostile(), LONG, () -> "mended"));
        assertThat(said).isEqualTo("mended");
        assertThat(healthOf(ONE).state()).isEqualTo(Circuit.State.RESTING);
    }

    @Test
    void whileOneWaitsAllCallsTogetherHaveTheTimeOfOne() {
        var kind = calls.whileOneWaits(() -> {
            assertThat(calls.callOnTrial(GOOD, LONG, () -> "yes")).isEqualTo("yes");
            assertThat(calls.mayGoOn()).isTrue();
            clock.forward(WaitingTime.WHOLE.minus(SHORT));
            assertThat(calls.mayGoOn()).as("no more is begun").isFalse();
            var cutOff = catchThrowableOfType(
                    PluginFailure.class, () -> calls.callOnTrial(new Hostile(), Duration.ofHours(1), this::hang));
            assertThat(cutOff.kind()).as("what is begun ends with it").isEqualTo(Kind.HUNG);
            clock.forward(SHORT);
            return catchThrowableOfType(PluginFailure.class, () -> calls.callOnTrial(GOOD, LONG, () -> "never asked"))
                    .kind();
        });
        assertThat(kind).isEqualTo(Kind.HUNG);
        assertThat(calls.health(id(GOOD)).all().hung()).as("it was not asked").isZero();
        assertThat(calls.mayGoOn()).as("nobody waits any more").isTrue();
        assertThat(calls.call(GOOD, LONG, () -> "yes")).isEqualTo("yes");
    }

    @Test
    void anAnswerThatIsNotWholeIsOfUseAndAFailureAllTheSame() {
        for (var call = 0; call < Circuit.FAILURES; call++) {
            assertThat(calls.call(new Hostile(), LONG, () -> List.of("half"), answer -> answer.size() == 2))
                    .containsExactly("half");
        }
        var health = calls.health(Hostile.class.getName());
        assertThat(health.all().failed()).isEqualTo(Circuit.FAILURES);
        assertThat(health.state()).isEqualTo(Circuit.State.RESTING);
    }

    @Test
    void thoseWhoRunTheInstallationSeeEachTenant() {
        hangFor(ONE, Abandoned.OF_A_TENANT);
        answerFor(TWO, new Hostile());
        assertThat(calls.tenants(Hostile.class.getName()))
                .extracting(PluginHealth.OfTenant::tenantId, PluginHealth.OfTenant::state)
                .containsExactlyInAnyOrder(
                        Tuple.tuple(ONE.value(), Circuit.State.OFF), Tuple.tuple(TWO.value(), Circuit.State.CALLED));
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
        for (var call = 0; call < OF_ONE; call++) {
            busy.add(threads.submit(() -> calls.call(GOOD, LONG, () -> waited(done))));
        }
        while (calls.health(id(GOOD)).underWay() < OF_ONE) {
            Thread.onSpinWait();
        }
        assertThatThrownBy(() -> calls.call(GOOD, LONG, () -> "at once")).isInstanceOf(PluginFailure.class);
        assertThat(answerFor(ONE, GOOD)).as("another tenant has places left").isEqualTo("yes");
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
            kinds.add(failureOf(call % 2 == 0 ? ONE : TWO, this::hang));
        }
        assertThat(kinds.subList(0, 8)).containsOnly(Kind.HUNG);
        assertThat(kinds.subList(8, 12)).containsOnly(Kind.BUSY);
    }

    @Test
    void whatHangsForOneTenantNeverTurnsItOffForAll() {
        var kinds = new ArrayList<Kind>();
        for (var call = 0; call < 8; call++) {
            kinds.add(failureOf(ONE, this::hang));
            calls.again(Hostile.class.getName());
        }
        assertThat(kinds.subList(0, OF_ONE)).containsOnly(Kind.HUNG);
        assertThat(kinds.subList(OF_ONE, 8)).containsOnly(Kind.BUSY);
        assertThat(answerFor(TWO, new Hostile())).isEqualTo("yes");
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

    private void hangFor(TenantId tenant, int times) {
        for (var call = 0; call < times; call++) {
            assertThat(failureOf(tenant, this::hang)).isEqualTo(Kind.HUNG);
        }
    }

    private void awaitNoneUnderWay() throws InterruptedException {
        var end = System.nanoTime() + LONG.toNanos();
        while (calls.health(Hostile.class.getName()).underWay() > 0) {
            assertThat(System.nanoTime()).as("calls that do not end").isLessThan(end);
            Thread.sleep(1);
        }
    }

    private String answerFor(TenantId tenant, Object extension) {
        return Tenancy.within(tenant, () -> calls.call(extension, LONG, () -> "yes"));
    }

    private PluginHealth healthOf(TenantId tenant) {
        return Tenancy.within(tenant, () -> calls.health(Hostile.class.getName()));
    }

    private Kind failureOf(TenantId tenant, Supplier<String> work) {
        return Tenancy.within(tenant, () -> failure(work));
    }

    private Kind tried(TenantId tenant, Supplier<String> work) {
        return Tenancy.within(
                tenant,
                () -> catchThrowableOfType(PluginFailure.class, () -> calls.callOnTrial(new Hostile(), SHORT, work))
                        .kind());
    }

    private Kind failure(Supplier<String> work) {
        return catchThrowableOfType(PluginFailure.class, () -> calls.call(new Hostile(), SHORT, work))
                .kind();
    }

    private static String id(Object extension) {
        return extension.getClass().getName();
    }

    @SuppressWarnings("UnnecessaryAssignment") // this test is the framework
    private PluginCalls calls() {
        var made = calls(threads);
        made.clock = clock;
        return made;
    }

    /** Stands still until it is told. */
    private static final class Hands extends Clock {
        private volatile Instant now = Instant.parse("2027-01-04T08:00:00Z");

        void forward(Duration by) {
            now = now.plus(by);
        }

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }

    @SuppressWarnings("UnnecessaryAssignment") // this test is the framework
    static PluginCalls calls(ExecutorService in) {
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
