package se.aviso.pagewriter;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;

/** What was used lately, as much as has room in so many bytes. Thread-safe; what two make at once is kept once. */
final class Shelf<K, V> {
    private final Map<K, V> kept = new LinkedHashMap<>(16, 0.75f, true);
    private final long room;
    private final ToLongFunction<V> weight;
    private long used;

    Shelf(long room, ToLongFunction<V> weight) {
        this.room = room;
        this.weight = weight;
    }

    synchronized @Nullable V find(K key) {
        return kept.get(key);
    }

    /** Keeps a value, and lets go of those that were not asked for longest. */
    synchronized void keep(K key, V value) {
        var before = kept.put(key, value);
        used += weight.applyAsLong(value) - (before == null ? 0 : weight.applyAsLong(before));
        var oldest = kept.entrySet().iterator();
        while (used > room && oldest.hasNext()) {
            used -= weight.applyAsLong(oldest.next().getValue());
            oldest.remove();
        }
    }

    /** The value, made now where it is not here. */
    V get(K key, Supplier<V> made) {
        var known = find(key);
        if (known != null) {
            return known;
        }
        var value = made.get();
        keep(key, value);
        return value;
    }
}
