package se.aviso.pagewriter.file;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.zip.Adler32;

/**
 * The compression of a stream of a few thousand bytes, such as stands in each of many documents: what was there before
 * is referred to, and all is written in the codes that every reader knows (RFC 1950, RFC 1951 with fixed codes).
 *
 * <p>The library's way reckons codes of its own for each stream, which takes most of the time that a short one takes.
 * Used by one thread at a time, for stream after stream; the same bytes in give the same bytes out.
 */
public final class QuickDeflate {
    private static final VarHandle INT = MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.LITTLE_ENDIAN);
    private static final int LEAST = 4;
    private static final int MOST = 258;
    private static final int FARTHEST = 32 * 1024;
    private static final int SLOT_BITS = 11;
    private static final int SPREAD = 0x9e3779b1;
    private static final int FRAME = 16;

    private final int[] slots = new int[1 << SLOT_BITS];
    private final Adler32 check = new Adler32();
    private byte[] out = new byte[16 * 1024];
    private int length;
    private long held;
    private int count;
    private int offset = 1;

    /** Compresses so many bytes; the result is in {@link #packed} until the next time. */
    public int pack(byte[] plain, int size) {
        begin(size);
        var at = 0;
        while (at + LEAST <= size) {
            var match = match(plain, at, size);
            if (match == 0) {
                put(FixedCodes.literal(plain[at]));
                at++;
            } else {
                at += match;
            }
        }
        while (at < size) {
            put(FixedCodes.literal(plain[at++]));
        }
        offset += size;
        return end(plain, size);
    }

    /** What was compressed last. */
    public byte[] packed() {
        return out;
    }

    private void begin(int size) {
        if (offset > Integer.MAX_VALUE - size) {
            Arrays.fill(slots, 0);
            offset = 1;
        }
        var most = size + size / 8 + FRAME;
        if (out.length < most) {
            out = new byte[most];
        }
        out[0] = 0x78; // deflate with a window of 32 kB
        out[1] = 0x01; // the quickest way; both together are a multiple of 31
        length = 2;
        held = 0b011; // the last block, and fixed codes
        count = 3;
    }

    private int end(byte[] plain, int size) {
        put(FixedCodes.END);
        for (; count > 0; count -= 8) {
            out[length++] = (byte) held;
            held >>>= 8;
        }
        check.reset();
        check.update(plain, 0, size);
        var sum = (int) check.getValue();
        for (var shift = 24; shift >= 0; shift -= 8) {
            out[length++] = (byte) (sum >> shift);
        }
        return length;
    }

    /** Writes what stands here as a reference to where it stood before, and says how long it is; 0 if it did not. */
    private int match(byte[] plain, int at, int size) {
        var here = (int) INT.get(plain, at);
        var slot = (here * SPREAD) >>> (Integer.SIZE - SLOT_BITS);
        var before = slots[slot] - offset;
        slots[slot] = at + offset;
        if (before < 0 || at - before > FARTHEST || (int) INT.get(plain, before) != here) {
            return 0;
        }
        var end = Math.min(size, at + MOST);
        var to = at + LEAST;
        for (var from = before + LEAST; to < end && plain[from] == plain[to]; from++) {
            to++;
        }
        put(FixedCodes.length(to - at));
        put(FixedCodes.distance(at - before));
        for (var inside = at + 1; inside < to && inside + LEAST <= size; inside++) {
            slots[((int) INT.get(plain, inside) * SPREAD) >>> (Integer.SIZE - SLOT_BITS)] = inside + offset;
        }
        return to - at;
    }

    private void put(int code) {
        held |= (long) FixedCodes.bits(code) << count;
        count += FixedCodes.width(code);
        if (count >= Integer.SIZE) {
            INT.set(out, length, (int) held);
            length += Integer.BYTES;
            held >>>= Integer.SIZE;
            count -= Integer.SIZE;
        }
    }
}
