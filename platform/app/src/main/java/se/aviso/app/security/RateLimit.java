package se.aviso.app.security;

import io.github.bucket4j.Bucket;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.IntUnaryOperator;
import se.aviso.app.server.LimitConfig;

/** Counts calls, in the memory of this node, of as many callers as it has room for; the longest silent are dropped. */
@ApplicationScoped
public class RateLimit {
    private static final int ROOM = 20_000;
    private static final double NANOS = 1e9;

    private final Map<String, Bucket> buckets = new Recent();
    private final IntUnaryOperator scale;

    @Inject
    RateLimit(LimitConfig config) {
        scale = config::scaled;
    }

    /** With the limits as they are written; also for the proxy that the container puts before the bean. */
    RateLimit() {
        scale = perMinute -> perMinute;
    }

    /** Counts a call; answers 0 when it may pass, else the seconds after which the next may. */
    public long secondsUntilFree(String key, int perMinute) {
        return secondsUntilFree(key, perMinute, Duration.ofMinutes(1));
    }

    /** The same with another span of time than a minute. */
    public long secondsUntilFree(String key, int many, Duration span) {
        var probe = bucket(key, scale.applyAsInt(many), span).tryConsumeAndReturnRemaining(1);
        return probe.isConsumed() ? 0 : (long) Math.ceil(probe.getNanosToWaitForRefill() / NANOS);
    }

    private Bucket bucket(String key, int many, Duration span) {
        synchronized (buckets) {
            return buckets.computeIfAbsent(
                    key,
                    fresh -> Bucket.builder()
                            .addLimit(limit -> limit.capacity(many).refillGreedy(many, span))
                            .build());
        }
    }

    /** Forgets whom it has not seen for longest. */
    private static final class Recent extends LinkedHashMap<String, Bucket> {
        Recent() {
            super(1024, 0.75f, true);
        }

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Bucket> eldest) {
            return size() > ROOM;
        }
    }
}
