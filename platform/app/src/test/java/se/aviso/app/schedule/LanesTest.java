package se.aviso.app.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import se.aviso.app.schedule.Lanes.Lane;
import se.aviso.dispatch.Channel;
import se.aviso.kernel.TenantId;

class LanesTest {
    private static final TenantId SLOW = new TenantId(UUID.fromString("00000000-0000-7000-8000-000000000001"));
    private static final TenantId QUICK = new TenantId(UUID.fromString("00000000-0000-7000-8000-000000000002"));
    private static final int LONG = 30;

    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final Lanes lanes = new Lanes(threads);
    private final CountDownLatch answered = new CountDownLatch(1);
    private final AtomicInteger hanging = new AtomicInteger();

    @AfterEach
    void stop() {
        answered.countDown();
        threads.shutdownNow();
    }

    @Test
    void aSlowProviderHoldsUpNeitherOtherTenantsNorOtherChannels() throws InterruptedException {
        var begun = new CountDownLatch(Lanes.OF_TENANT);
        for (var i = 0; i < 20; i++) {
            lanes.begin(new Lane(SLOW, Channel.EMAIL), () -> hang(begun));
        }
        assertThat(begun.await(LONG, TimeUnit.SECONDS)).isTrue();

        var ofOther = new CountDownLatch(3);
        var byOther = new CountDownLatch(3);
        lanes.begin(new Lane(QUICK, Channel.EMAIL), () -> more(ofOther));
        lanes.begin(new Lane(SLOW, Channel.LETTER), () -> more(byOther));

        assertThat(ofOther.await(LONG, TimeUnit.SECONDS)).isTrue();
        assertThat(byOther.await(LONG, TimeUnit.SECONDS)).isTrue();
        assertThat(hanging).hasValue(Lanes.OF_TENANT);
    }

    @Test
    void manyTenantsThatWaitForOneChannelLeaveRoomForTheOthers() throws InterruptedException {
        var begun = new CountDownLatch(Lanes.OF_CHANNEL);
        for (var tenant = 0; tenant < 200; tenant++) {
            lanes.begin(new Lane(new TenantId(new UUID(1, tenant)), Channel.EMAIL), () -> hang(begun));
        }
        assertThat(begun.await(LONG, TimeUnit.SECONDS)).isTrue();

        var byOther = new CountDownLatch(3);
        lanes.begin(new Lane(QUICK, Channel.SMS), () -> more(byOther));
        assertThat(byOther.await(LONG, TimeUnit.SECONDS)).isTrue();
        assertThat(hanging).hasValue(Lanes.OF_CHANNEL);
    }

    /** What a share said is gone with its worker: the next one begins. */
    @Test
    void aWorkerThatFailsLeavesItsPlace() throws InterruptedException {
        var begun = new CountDownLatch(Lanes.OF_TENANT + 1);
        while (begun.getCount() > 0) {
            lanes.begin(new Lane(QUICK, Channel.SMS), () -> {
                begun.countDown();
                throw new IllegalStateException("as it happens");
            });
            Thread.onSpinWait();
        }

        assertThat(lanes.close(Duration.ofSeconds(LONG))).isTrue();
    }

    @Test
    void whoClosesWaitsForThoseAtHandAndLetsNobodyBegin() throws InterruptedException {
        var begun = new CountDownLatch(1);
        lanes.begin(new Lane(SLOW, Channel.EMAIL), () -> hang(begun));
        assertThat(begun.await(LONG, TimeUnit.SECONDS)).isTrue();

        assertThat(lanes.close(Duration.ofMillis(50))).isFalse();
        var late = new AtomicInteger();
        lanes.begin(new Lane(QUICK, Channel.SMS), () -> late.incrementAndGet() == 0);
        answered.countDown();

        assertThat(lanes.close(Duration.ofSeconds(LONG))).isTrue();
        assertThat(late).hasValue(0);
    }

    private boolean hang(CountDownLatch begun) {
        hanging.incrementAndGet();
        begun.countDown();
        try {
            answered.await();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
        return false;
    }

    private static boolean more(CountDownLatch shares) {
        shares.countDown();
        return shares.getCount() > 0;
    }
}
