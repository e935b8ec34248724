package se.aviso.bench;

import java.io.IOException;
import java.util.Collection;
import java.util.stream.IntStream;
import se.aviso.launcher.keycloak.DemoUsers;

/**
 * Weighs what the server keeps of a user who has seen every page.
 *
 * <p>Other objects of the server come and go by more than a session weighs: so the heap is read after each of several
 * rounds of new users, and the figure is the median slope between any two readings (Theil and Sen), which one odd
 * reading does not move.
 */
final class SessionRun {
    private static final int ROUNDS = 7;
    private static final int USERS = 30;

    private final LiveHeap heap;
    private final String address;
    private final Collection<String> pages;

    SessionRun(LiveHeap heap, String address, Collection<String> pages) {
        this.heap = heap;
        this.address = address;
        this.pages = pages;
    }

    /** Bytes kept alive per session. */
    double bytes() throws IOException, InterruptedException {
        var readings = new long[ROUNDS];
        for (int round = 0; round < ROUNDS; round++) {
            for (int user = 0; user < USERS; user++) {
                visitEveryPage();
            }
            readings[round] = heap.bytes();
        }
        return slope(readings) / USERS;
    }

    private void visitEveryPage() throws IOException, InterruptedException {
        var browser = new Browsing(address);
        browser.logIn(DemoUsers.NAMES.get(0), DemoUsers.PASSWORD);
        for (var page : pages) {
            browser.get(page);
        }
    }

    private static double slope(long[] readings) {
        var slopes = IntStream.range(0, readings.length)
                .boxed()
                .flatMap(one -> IntStream.range(one + 1, readings.length)
                        .mapToObj(two -> (readings[two] - readings[one]) / (double) (two - one)))
                .mapToDouble(Double::doubleValue)
                .sorted()
                .toArray();
        return slopes[slopes.length / 2];
    }
}
