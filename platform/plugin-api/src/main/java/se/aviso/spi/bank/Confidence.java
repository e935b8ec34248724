package se.aviso.spi.bank;

/** How sure a format is that a file is its own: 0 not at all, 100 beyond doubt. */
public record Confidence(int percent) implements Comparable<Confidence> {
    /** Not this format. */
    public static final Confidence NONE = new Confidence(0);

    /** This format beyond doubt. */
    public static final Confidence SURE = new Confidence(100);

    public Confidence {
        if (percent < 0 || percent > 100) {
            throw new IllegalArgumentException("not a confidence: " + percent);
        }
    }

    @Override
    public int compareTo(Confidence other) {
        return Integer.compare(percent, other.percent);
    }
}
