package se.aviso.testkit.bank;

import java.util.Arrays;
import java.util.Random;

/** Damages the bytes of a file as wires, editors and people do; the same seed does the same damage. */
final class Mutation {
    private static final byte[] TELLING = {0, 9, 10, 13, 26, ' ', '-', '0', '1', '9', '<', '&', (byte) 0xC3, (byte) 0xFF
    };

    private final Random random;
    private byte[] bytes;

    private Mutation(long seed, byte[] bytes) {
        this.random = new Random(seed);
        this.bytes = bytes.clone();
    }

    static byte[] of(byte[] bytes, long seed) {
        var mutation = new Mutation(seed, bytes);
        for (var wounds = 1 + mutation.random.nextInt(4); wounds > 0; wounds--) {
            mutation.wound();
        }
        return mutation.bytes;
    }

    private void wound() {
        var from = random.nextInt(bytes.length + 1);
        var to = Math.min(bytes.length, from + 1 + random.nextInt(100));
        switch (random.nextInt(7)) {
            case 0 -> overwrite(from, (byte) random.nextInt(256));
            case 1 -> overwrite(from, TELLING[random.nextInt(TELLING.length)]);
            case 2 -> overwrite(from, (byte) ('0' + random.nextInt(10)));
            case 3 -> splice(from, to, new byte[0]);
            case 4 -> splice(to, to, Arrays.copyOfRange(bytes, from, to));
            case 5 -> splice(from, from, noise());
            default -> splice(from, bytes.length, new byte[0]);
        }
    }

    private void overwrite(int at, byte with) {
        if (at < bytes.length) {
            bytes[at] = with;
        }
    }

    private byte[] noise() {
        var noise = new byte[1 + random.nextInt(200)];
        random.nextBytes(noise);
        return noise;
    }

    private void splice(int from, int to, byte[] with) {
        var spliced = new byte[from + with.length + bytes.length - to];
        System.arraycopy(bytes, 0, spliced, 0, from);
        System.arraycopy(with, 0, spliced, from, with.length);
        System.arraycopy(bytes, to, spliced, from + with.length, bytes.length - to);
        bytes = spliced;
    }
}
