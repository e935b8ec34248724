package se.aviso.bench;

/**
 * Seconds and memory of one demo from nothing: start, circle, resident memory, and how durable the database was
 * meanwhile.
 */
public final class Smoke {
    private Smoke() {}

    /** Takes no arguments. */
    public static void main(String[] arguments) throws Exception {
        System.exit(new SmokeRun().run());
    }
}
