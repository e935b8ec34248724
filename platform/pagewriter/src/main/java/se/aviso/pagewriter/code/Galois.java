package se.aviso.pagewriter.code;

/** Correction by Reed and Solomon, over the field of 256 elements of x^8 + x^4 + x^3 + x^2 + 1. */
final class Galois {
    private static final int FIELD = 0x11d;

    private final byte[][] products;

    /** @param degree words of correction */
    Galois(int degree) {
        var generator = generator(degree);
        products = new byte[256][degree];
        for (var factor = 0; factor < 256; factor++) {
            for (var i = 0; i < degree; i++) {
                products[factor][i] = (byte) product(generator[i], factor);
            }
        }
    }

    /** One step of the division by the generator: the remainder takes in a word. */
    void divide(byte[] remainder, byte word) {
        var product = products[(word ^ remainder[0]) & 0xff];
        var last = remainder.length - 1;
        for (var i = 0; i < last; i++) {
            remainder[i] = (byte) (remainder[i + 1] ^ product[i]);
        }
        remainder[last] = product[last];
    }

    /** The product of (x - 2^i), its leading 1 left out. */
    private static int[] generator(int degree) {
        var generator = new int[degree];
        generator[degree - 1] = 1;
        var root = 1;
        for (var i = 0; i < degree; i++) {
            for (var j = 0; j < degree; j++) {
                generator[j] = product(generator[j], root) ^ (j + 1 < degree ? generator[j + 1] : 0);
            }
            root = product(root, 2);
        }
        return generator;
    }

    private static int product(int a, int b) {
        var product = 0;
        for (var bit = 7; bit >= 0; bit--) {
            product = (product << 1) ^ ((product >>> 7) * FIELD);
            product ^= ((b >>> bit) & 1) * a;
        }
        return product;
    }
}
