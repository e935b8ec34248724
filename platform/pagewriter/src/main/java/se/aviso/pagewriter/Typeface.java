package se.aviso.pagewriter;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;
import org.apache.fontbox.ttf.CmapLookup;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TTFSubsetter;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.font.PDType0Font;

/**
 * A font that is cut, compressed and measured once and then stands in every document.
 *
 * <p>Bound to one press: it is not thread-safe.
 */
final class Typeface extends PDType0Font {
    private static final float UNKNOWN = -1;

    private final CmapLookup letters;
    private final float[] widths = new float[0x2300];

    private Typeface(COSDictionary font, CmapLookup letters) throws IOException {
        super(font);
        this.letters = letters;
        Arrays.fill(widths, UNKNOWN);
    }

    /** The face cut down to the repertoire; its streams live as long as the owner. */
    static Typeface cut(FontFace face, Repertoire repertoire, PDDocument owner) throws IOException {
        var whole = parse(face.trueType());
        var cut = repertoire == Repertoire.ALL ? whole : parse(subset(whole, repertoire));
        var font = PDType0Font.load(owner, cut, false);
        return new Typeface(font.getCOSObject(), cut.getUnicodeCmapLookup());
    }

    /** Which letters the face has. */
    static CmapLookup letters(FontFace face) throws IOException {
        return parse(face.trueType()).getUnicodeCmapLookup();
    }

    /** The number of the letter's glyph; 0 when there is none. */
    int glyph(int letter) {
        return letters.getGlyphId(letter);
    }

    /** The letter's width in thousandths of the size. */
    float width(char letter) {
        try {
            return getStringWidth(String.valueOf(letter));
        } catch (IOException inMemory) {
            throw new UncheckedIOException(inMemory);
        }
    }

    /** Asked for where a letter is looked for in one face after the other. */
    @Override
    public CmapLookup getCmapLookup() {
        return letters;
    }

    private static TrueTypeFont parse(byte[] trueType) throws IOException {
        return new TTFParser().parse(new RandomAccessReadBuffer(trueType));
    }

    private static byte[] subset(TrueTypeFont font, Repertoire repertoire) throws IOException {
        var tables = List.of(
                "head", "hhea", "loca", "maxp", "cvt ", "prep", "glyf", "hmtx", "fpgm", "gasp", "name", "OS/2", "post",
                "cmap");
        var subsetter = new TTFSubsetter(font, tables);
        var cmap = font.getUnicodeCmapLookup();
        for (int point : repertoire.codePoints()) {
            if (cmap.getGlyphId(point) != 0) {
                subsetter.add(point);
            }
        }
        var cut = new ByteArrayOutputStream();
        subsetter.writeToStream(cut);
        return cut.toByteArray();
    }

    /** As the library reckons it, but each letter's width is looked up once. */
    @Override
    public float getStringWidth(String text) throws IOException {
        var sum = 0f;
        for (var i = 0; i < text.length(); i++) {
            var letter = text.charAt(i);
            if (letter >= widths.length) {
                return super.getStringWidth(text);
            }
            if (widths[letter] == UNKNOWN) {
                widths[letter] = super.getStringWidth(String.valueOf(letter));
            }
            sum += widths[letter];
        }
        return sum;
    }
}
