package se.aviso.spi.bank;

/** The first bytes of a file, at most {@value #LENGTH}, and the name it came under. */
@SuppressWarnings("ArrayRecordComponent") // bytes pass through; nobody compares two heads
public record Head(byte[] bytes, String fileName) {
    /** How many bytes a format may look at before it says how sure it is. */
    public static final int LENGTH = 4096;
}
