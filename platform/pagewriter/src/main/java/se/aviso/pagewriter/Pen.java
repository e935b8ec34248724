package se.aviso.pagewriter;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import se.aviso.pagewriter.file.Bytes;
import se.aviso.pagewriter.file.QuickDeflate;

/** Writes what differs on a compiled page; used by one thread at a time, for document after document. */
final class Pen {
    private static final int HUNDREDTHS = 100;
    private static final byte[] SHOW = {')', 'T', 'j', '\n'};
    private static final byte[] MOVE = {' ', 'T', 'd', ' '};

    private final Bytes ink = new Bytes();
    private final Bytes differing = new Bytes();
    private final Bytes places = new Bytes();
    private final QuickDeflate deflate = new QuickDeflate();
    private final MessageDigest digest = sha256();
    private int x;
    private int y;
    private int refused;

    /** Takes the texts of the leaves and draws a page; null, or why it cannot. */
    @Nullable
    Cause draw(Ink page, String[] texts, PageProgram program, Content content) {
        ink.clear().text("BT\n");
        x = 0;
        y = 0;
        byte @Nullable [] look = null;
        for (var line : page.lines()) {
            var width = 0f;
            for (var segment : line.segments()) {
                if (segment.leaf() >= 0) {
                    var refusal = segment.glyphs().refusal(texts[segment.leaf()], line.keepsSpaces());
                    if (refusal != null) {
                        return cause(refusal, program, segment);
                    }
                }
                width += width(segment, texts) + segment.gap();
            }
            if (width > line.limit()) {
                return cause(Fallback.OVERFLOW, program, widest(line, texts));
            }
            look = write(line, width, texts, look);
        }
        ink.text("ET\n");
        for (var spot : page.squares()) {
            squares(spot, (Picture.Squares)
                    Objects.requireNonNull(content.pictures().get(spot.picture())));
        }
        return null;
    }

    /** Compresses what was drawn last; the bytes are in {@link #packed} until the next time. */
    int pack() {
        return deflate.pack(ink.array(), ink.length());
    }

    byte[] packed() {
        return deflate.packed();
    }

    /** Room for what differs in a file. */
    Bytes differing() {
        return differing;
    }

    /** Room for where that stands. */
    Bytes places() {
        return places;
    }

    /** For what a file is recognised by. */
    MessageDigest digest() {
        digest.reset();
        return digest;
    }

    private byte[] write(Ink.Line line, float width, String[] texts, byte @Nullable [] lookBefore) {
        var look = lookBefore;
        var at = line.x()
                - width
                        * switch (line.anchor()) {
                            case LEFT -> 0f;
                            case MIDDLE -> 0.5f;
                            case RIGHT -> 1f;
                        };
        var isBegun = false;
        for (var segment : line.segments()) {
            at += segment.gap();
            if (!isBegun || segment.gap() != 0 || segment.y() != y) {
                move(Math.round(at * HUNDREDTHS), segment.y());
                isBegun = true;
            }
            if (look == null || look != segment.look()) {
                look = segment.look();
                ink.put(look);
            }
            show(segment.glyphs(), words(segment, texts));
            at += width(segment, texts);
        }
        return look == null ? new byte[0] : look;
    }

    private void move(int toX, int toY) {
        ink.hundredths(toX - x).put(' ').hundredths(toY - y).put(MOVE);
        x = toX;
        y = toY;
    }

    private void show(Glyphs glyphs, String words) {
        ink.reserve(words.length() * 4 + 8);
        ink.put('(');
        for (var i = 0; i < words.length(); i++) {
            var number = glyphs.number(words.charAt(i));
            half(number >> 8);
            half(number & 0xff);
        }
        ink.put(SHOW);
    }

    private void half(int number) {
        switch (number) {
            case '(', ')', '\\' -> ink.put('\\').put(number);
            case '\r' -> ink.put('\\').put('r');
            default -> ink.put(number);
        }
    }

    /** One bit a square; ink where the bit is set. */
    private void squares(Ink.Spot spot, Picture.Squares squares) {
        ink.text("q 0 g ").hundredths(Math.round(spot.width() * HUNDREDTHS)).text(" 0 0 ");
        ink.hundredths(Math.round(spot.height() * HUNDREDTHS)).put(' ');
        ink.hundredths(Math.round(spot.x() * HUNDREDTHS)).put(' ');
        ink.hundredths(Math.round(spot.y() * HUNDREDTHS));
        ink.text(" cm BI/W ").number(squares.size()).text("/H ").number(squares.size());
        ink.text("/IM true/D[1 0]");
        if (endsTooEarly(squares.rows())) {
            ink.text("/F/AHx ID ")
                    .text(HexFormat.of().formatHex(squares.rows()))
                    .put('>');
        } else {
            ink.text(" ID ").put(squares.rows());
        }
        ink.text("\nEI Q\n");
    }

    /** Readers find the end of a picture by the letters EI; squares that spell them are written in digits. */
    private static boolean endsTooEarly(byte[] rows) {
        for (var i = 1; i < rows.length; i++) {
            if (rows[i - 1] == 'E' && rows[i] == 'I') {
                return true;
            }
        }
        return false;
    }

    private static float width(Ink.Segment segment, String[] texts) {
        return segment.glyphs().width(words(segment, texts)) * segment.size() / 1000;
    }

    private static String words(Ink.Segment segment, String[] texts) {
        return segment.leaf() < 0 ? segment.words() : texts[segment.leaf()];
    }

    private static Ink.Segment widest(Ink.Line line, String[] texts) {
        var widest = line.segments().get(0);
        for (var segment : line.segments()) {
            if (segment.leaf() >= 0 && (widest.leaf() < 0 || width(segment, texts) > width(widest, texts))) {
                widest = segment;
            }
        }
        return widest;
    }

    /** The leaf for which nothing was drawn, where there was a cause. */
    int refused() {
        return refused;
    }

    private Cause cause(Fallback why, PageProgram program, Ink.Segment segment) {
        refused = segment.leaf();
        return new Cause(why, program.leaves().get(segment.leaf()).told());
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException everyJavaHasIt) {
            throw new IllegalStateException(everyJavaHasIt);
        }
    }
}
