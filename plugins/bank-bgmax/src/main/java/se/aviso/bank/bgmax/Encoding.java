package se.aviso.bank.bgmax;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Writer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.util.Arrays;
import se.aviso.spi.bank.BankFile;

/**
 * How the bytes of a file are meant: ISO-8859-1 as Bankgirot writes it, or UTF-8 where somebody has saved it anew.
 *
 * <p>Decided on all bytes before the first record is read: Swedish names in ISO-8859-1 are not valid UTF-8.
 *
 * @param markLength the number of bytes of a byte order mark before the first record
 */
record Encoding(Charset charset, int markLength) {
    private static final byte[] MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};

    static Encoding of(BankFile file) throws IOException {
        return new Encoding(isUtf8(file) ? UTF_8 : ISO_8859_1, hasMark(file) ? MARK.length : 0);
    }

    Characters open(BankFile file) throws IOException {
        var bytes = file.open();
        bytes.skipNBytes(markLength);
        return new Characters(new InputStreamReader(bytes, charset), this);
    }

    /** How many bytes the character takes in the file; half of a pair takes half of its four bytes. */
    int bytesOf(char character) {
        if (charset.equals(ISO_8859_1) || character < 0x80) {
            return 1;
        }
        return character < 0x800 || Character.isSurrogate(character) ? 2 : 3;
    }

    private static boolean isUtf8(BankFile file) throws IOException {
        try (var reader = new InputStreamReader(file.open(), UTF_8.newDecoder())) {
            reader.transferTo(Writer.nullWriter());
            return true;
        } catch (CharacterCodingException otherwise) {
            return false;
        }
    }

    private static boolean hasMark(BankFile file) throws IOException {
        try (var bytes = file.open()) {
            return Arrays.equals(bytes.readNBytes(MARK.length), MARK);
        }
    }
}
