package se.aviso.bank.camt;

import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.util.Optional;
import se.aviso.spi.bank.BankFile;

/**
 * The characters of a file, each tag with the byte it begins at; a byte that is no character of the declared set ends
 * the text.
 *
 * <p>What comes before a fault is handed out first: so the parser stands where the fault is when it hears of it.
 */
final class ByteExactReader extends Reader {
    private static final int SIZE = 8_192;

    private final InputStream bytes;
    private final Encoding encoding;
    private final CharsetDecoder decoder;
    private final ByteBuffer undecoded;
    private final CharBuffer decoded = CharBuffer.allocate(SIZE).limit(0);
    private final TagScanner tags = new TagScanner();
    private Optional<IOException> fault = Optional.empty();
    private long offset;
    private boolean lastBytes;
    private boolean ended;

    private ByteExactReader(InputStream bytes, byte[] head, Encoding encoding) {
        this.bytes = bytes;
        this.encoding = encoding;
        this.decoder = encoding.charset()
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        this.undecoded = ByteBuffer.allocate(SIZE).put(head).flip().position(encoding.mark());
        this.offset = encoding.mark();
    }

    /** Opens the file in the character set that it declares. */
    @SuppressWarnings("MustBeClosedChecker")
    static ByteExactReader open(BankFile file) throws IOException {
        var bytes = file.open();
        try {
            var head = bytes.readNBytes(Encoding.HEAD);
            var encoding = Encoding.of(head)
                    .orElseThrow(() -> new Refusal("BAD_ENCODING", "the declared character set is not read", 0));
            return new ByteExactReader(bytes, head, encoding);
        } catch (IOException unreadable) {
            bytes.close();
            throw unreadable;
        }
    }

    /** Where the tag begins that the parser has come to. */
    long nextTag() throws Refusal {
        return tags.next();
    }

    /** What ended the text before its time, if anything did. */
    Optional<IOException> fault() {
        return fault.filter(known -> !decoded.hasRemaining());
    }

    /** True when the bytes are at their end, and elements are still open. */
    boolean isCutOff() {
        return ended && !tags.isWhole();
    }

    /** How many bytes were decoded. */
    long offset() {
        return offset;
    }

    @Override
    public int read(char[] into, int from, int length) throws IOException {
        while (!decoded.hasRemaining()) {
            if (fault.isPresent()) {
                throw fault.get();
            } else if (ended) {
                return -1;
            }
            fill();
        }
        var some = Math.min(length, decoded.remaining());
        decoded.get(into, from, some);
        return some;
    }

    private void fill() {
        decoded.clear();
        try {
            readBytes();
            decode();
        } catch (IOException broken) {
            fault = Optional.of(broken);
        }
        decoded.flip();
        scan();
    }

    private void readBytes() throws IOException {
        undecoded.compact();
        var room = undecoded.remaining();
        var some = bytes.readNBytes(undecoded.array(), undecoded.position(), room);
        undecoded.position(undecoded.position() + some).flip();
        lastBytes = some < room;
    }

    private void decode() {
        var result = decoder.decode(undecoded, decoded, lastBytes);
        if (result.isError()) {
            refuse(result);
        } else if (result.isUnderflow() && lastBytes) {
            ended = true;
        }
    }

    private void refuse(CoderResult result) {
        var at = offset;
        for (var character = 0; character < decoded.position(); character++) {
            at += encoding.width(decoded.get(character));
        }
        var name = encoding.charset().name();
        var text = result.length() + " bytes are no character of " + name + ", which the file says it is written in";
        fault = Optional.of(new Refusal("BAD_CHARACTER", text, at));
    }

    /** Notes the tags of what was decoded; what stands behind a refused one is not handed out. */
    private void scan() {
        try {
            var characters = decoded.array();
            for (var at = 0; at < decoded.limit(); ) {
                var next = at + tags.pass(characters, at, decoded.limit());
                if (next == at) {
                    scanOne(characters[at], at);
                    next++;
                }
                offset += encoding.width(characters, at, next);
                at = next;
            }
        } catch (Refusal refused) {
            fault = Optional.of(refused);
        }
    }

    private void scanOne(char character, int at) throws Refusal {
        try {
            tags.take(character, offset);
        } catch (Refusal refused) {
            decoded.limit(at);
            throw refused;
        }
    }

    @Override
    public void close() throws IOException {
        bytes.close();
    }
}
