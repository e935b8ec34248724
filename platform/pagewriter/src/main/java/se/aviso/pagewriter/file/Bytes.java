package se.aviso.pagewriter.file;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Bytes in the making, used for one document after another; not thread-safe. */
public final class Bytes {
    private static final int HUNDREDTHS = 100;

    private byte[] bytes = new byte[16 * 1024];
    private int length;

    /** Begins anew. */
    public Bytes clear() {
        length = 0;
        return this;
    }

    public int length() {
        return length;
    }

    /** Where they lie; valid until the next one is put. */
    public byte[] array() {
        return bytes;
    }

    public byte[] copy() {
        return Arrays.copyOf(bytes, length);
    }

    /** Makes room for so many more. */
    public void reserve(int more) {
        if (length + more > bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.max(bytes.length * 2, length + more));
        }
    }

    public Bytes put(int one) {
        reserve(1);
        bytes[length++] = (byte) one;
        return this;
    }

    public Bytes put(byte[] more) {
        return put(more, more.length);
    }

    public Bytes put(byte[] more, int count) {
        reserve(count);
        System.arraycopy(more, 0, bytes, length, count);
        length += count;
        return this;
    }

    /** Letters of ASCII. */
    public Bytes text(String ascii) {
        return put(ascii.getBytes(StandardCharsets.ISO_8859_1));
    }

    /** A whole number. */
    public Bytes number(int number) {
        reserve(11);
        if (number < 0) {
            bytes[length++] = '-';
            digits(-(long) number);
        } else {
            digits(number);
        }
        return this;
    }

    /** A number of hundredths as PDF writes it: {@code 1250} is {@code 12.5}. */
    public Bytes hundredths(int hundredths) {
        reserve(14);
        if (hundredths < 0) {
            bytes[length++] = '-';
        }
        var whole = Math.abs(hundredths);
        digits(whole / HUNDREDTHS);
        var rest = whole % HUNDREDTHS;
        if (rest != 0) {
            bytes[length++] = '.';
            bytes[length++] = (byte) ('0' + rest / 10);
            if (rest % 10 != 0) {
                bytes[length++] = (byte) ('0' + rest % 10);
            }
        }
        return this;
    }

    /** A number of so many digits, zeros before it. */
    public Bytes padded(long number, int digits) {
        reserve(digits);
        var rest = number;
        for (var i = length + digits - 1; i >= length; i--) {
            bytes[i] = (byte) ('0' + rest % 10);
            rest /= 10;
        }
        length += digits;
        return this;
    }

    private void digits(long number) {
        var end = length + 1;
        for (var rest = number / 10; rest > 0; rest /= 10) {
            end++;
        }
        length = end;
        var rest = number;
        for (var i = end - 1; ; i--) {
            bytes[i] = (byte) ('0' + rest % 10);
            rest /= 10;
            if (rest == 0) {
                return;
            }
        }
    }
}
