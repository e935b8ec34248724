package se.aviso.banktext;

/**
 * Numbers what bears the same name: 1, 2, 3; for banks give several payments one reference.
 *
 * <p>It remembers of each name 64 bits, mixed alike in each reading, so that both passes and every later file number
 * alike; two names that share them would count on together, and still be told apart by themselves.
 */
public final class Occurrences {
    private final Counts counts = new Counts();

    /** How many times the name has come, this one counted. */
    public int next(String name) {
        return counts.next(hash(name));
    }

    /** Never nought, which is no number. */
    private static long hash(String name) {
        var hash = 1_125_899_906_842_597L;
        for (var at = 0; at < name.length(); at++) {
            hash = (hash ^ name.charAt(at)) * 0x9E37_79B9_7F4A_7C15L;
            hash ^= hash >>> 29;
        }
        return hash == 0 ? 1 : hash;
    }
}
