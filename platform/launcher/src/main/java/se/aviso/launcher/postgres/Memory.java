package se.aviso.launcher.postgres;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;

/**
 * How much of the machine's memory PostgreSQL gets, in megabytes; the server and Keycloak live beside it.
 *
 * @param sharedMegabytes its own pages: an eighth, where PostgreSQL's manual has a quarter for a machine of its own
 * @param cacheMegabytes what it may take the operating system to keep of its files: a half
 */
record Memory(long sharedMegabytes, long cacheMegabytes) {
    private static final long LEAST_SHARED = 96;
    private static final long MOST_SHARED = 1024;
    private static final long SHARED_PART = 8;
    private static final long CACHE_PART = 2;
    private static final long MEGA = 1024 * 1024;

    /** Of the machine, or of the container that the product lives in. */
    static Memory ofMachine() {
        var system = ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
        return of(system.getTotalMemorySize() / MEGA);
    }

    static Memory of(long megabytes) {
        var shared = Math.min(MOST_SHARED, Math.max(LEAST_SHARED, megabytes / SHARED_PART));
        return new Memory(shared, Math.max(shared, megabytes / CACHE_PART));
    }
}
