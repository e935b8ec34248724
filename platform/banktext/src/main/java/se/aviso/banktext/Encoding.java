package se.aviso.banktext;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Writer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.util.Arrays;
import se.aviso.spi.bank.BankFile;

/**
 * How the bytes of a file are meant: in the character set of one byte a letter that the bank writes, or UTF-8 where
 * somebody has saved it anew.
 *
 * <p>Decided on all bytes before the first record is read: Swedish names in ISO-8859-1 are not valid UTF-8.
 *
 * @param markLength the number of bytes of a byte order mark before the first record
 */
public record Encoding(Charset charset, int markLength) {
    private static final byte[] MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};

    /** Of the file; what is no UTF-8 is of the other character set, of one byte a letter. */
    public static Encoding of(BankFile file, Charset otherwise) throws IOException {
        return new Encoding(isUtf8(file) ? UTF_8 : otherwise, hasMark(file) ? MARK.length : 0);
    }

    /** The characters from the first record on; the caller closes them. */
    public Characters open(BankFile file) throws IOException {
        var bytes = file.open();
        bytes.skipNBytes(markLength);
        return new Characters(new InputStreamReader(bytes, charset), this);
    }

    /** How many bytes the character takes in the file; half of a pair takes half of its four bytes. */
    int bytesOf(char character) {
        if (!charset.equals(UTF_8) || character < 0x80) {
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
