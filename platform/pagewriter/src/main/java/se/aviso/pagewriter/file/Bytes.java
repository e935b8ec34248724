package se.aviso.pagewriter.file;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Bytes in the making, used for one document after another; not thread-safe. */
public final class Bytes {
    private static final int HUNDREDTHS = 100;

    private static final int ONE_BYTE = 0x80;
    private static final byte[] HEX = "0123456789abcdef".getBytes(StandardCharsets.US_ASCII);

    private byte[] bytes;
    private int length;

    public Bytes() {
        this(16 * 1024);
    }

    /** @param usual how many there will be, or a few more */
    public Bytes(int usual) {
        bytes = new byte[usual];
    }

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
        reserve(ascii.length());
        for (var i = 0; i < ascii.length(); i++) {
            bytes[length++] = (byte) ascii.charAt(i);
        }
        return this;
    }

    /** Any letters, in UTF-8. */
    public Bytes utf8(String text) {
        for (var i = 0; i < text.length(); i++) {
            if (text.charAt(i) >= ONE_BYTE) {
                return put(text.getBytes(StandardCharsets.UTF_8));
            }
        }
        return text(text);
    }

    /** The lowest eight bits as two digits. */
    public Bytes hex(int number) {
        reserve(2);
        bytes[length++] = HEX[(number >> 4) & 0xf];
        bytes[length++] = HEX[number & 0xf];
        return this;
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
