package se.aviso.pagewriter;

import com.openhtmltopdf.pdfboxout.PdfBoxImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.imageio.ImageIO;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.apache.fontbox.ttf.CmapLookup;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.graphics.color.PDDeviceGray;
import org.apache.pdfbox.pdmodel.graphics.image.PDImageXObject;
import org.w3c.dom.Document;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import se.aviso.pagewriter.file.CosParts;
import se.aviso.pagewriter.file.Deflate;
import se.aviso.pagewriter.file.Part;

/**
 * All that is prepared once and used for document after document: typefaces and pictures as they stand in a file, and a
 * parser. Used by one thread at a time; {@link PressRoom} lends it.
 */
final class Press {
    private static final int MOST_PICTURES = 16;
    private static final long MOST_PIXELS = 4_000_000;

    private final List<FontFace> faces;
    private final PDDocument keeper = new PDDocument();
    private final Map<Repertoire, List<Typeface>> typefaces = new EnumMap<>(Repertoire.class);
    private final Map<Repertoire, List<Glyphs>> glyphs = new EnumMap<>(Repertoire.class);
    private final Map<Repertoire, List<Part>> fonts = new EnumMap<>(Repertoire.class);
    private final Map<String, PDImageXObject> pictures = new LinkedHashMap<>(MOST_PICTURES, 0.75f, true);
    private final DocumentBuilder parser = parser();
    private final Legibility legibility;

    Press(List<FontFace> faces) {
        this.faces = faces;
        this.legibility = Legibility.of(faces.stream().map(Press::letters).toList());
    }

    private static CmapLookup letters(FontFace face) {
        try {
            return Typeface.letters(face);
        } catch (IOException notAFont) {
            throw new UncheckedIOException("font " + face.family() + " " + face.weight(), notAFont);
        }
    }

    /** The typefaces in the order of the faces, with at least the letters of the repertoire. */
    List<Typeface> typefaces(Repertoire repertoire) {
        return typefaces.computeIfAbsent(
                repertoire, r -> faces.stream().map(face -> cut(face, r)).toList());
    }

    /** The glyphs of those typefaces. */
    List<Glyphs> glyphs(Repertoire repertoire) {
        return glyphs.computeIfAbsent(
                repertoire, r -> typefaces(r).stream().map(Glyphs::new).toList());
    }

    /** Takes things apart for files; typefaces, which stand in every one of them, were taken apart before. */
    CosParts parts(Repertoire repertoire) {
        var parts = new CosParts();
        var known = fonts.computeIfAbsent(
                repertoire,
                r -> typefaces(r).stream()
                        .map(face -> new CosParts().of(face.getCOSObject()).shared())
                        .toList());
        for (var face = 0; face < known.size(); face++) {
            parts.with(typefaces(repertoire).get(face).getCOSObject(), known.get(face));
        }
        return parts;
    }

    /** The picture as it stands in a file, 1 pixel wide for each of its own. */
    PdfBoxImage picture(Picture picture, PDDocument document) {
        var image = picture instanceof Picture.Raster raster
                ? raster(raster)
                : squares((Picture.Squares) picture, document);
        return new PdfBoxImage(new byte[0], picture.key(), image.getWidth(), image.getHeight(), image);
    }

    /**
     * The filled template as a tree, in letters that the typefaces have; what it says of its own document type is not
     * believed.
     */
    Document parse(String xhtml) {
        var tree = tree(xhtml);
        mend(tree);
        return tree;
    }

    /** Writes what the typefaces lack in letters that they have. */
    void mend(Document tree) {
        legibility.mend(tree);
    }

    /** The filled template as a tree, in the letters that it came in. */
    Document tree(String xhtml) {
        var doctype = "<!DOCTYPE html>";
        var body = xhtml.startsWith(doctype) ? xhtml.substring(doctype.length()) : xhtml;
        try {
            return parser.parse(new InputSource(new StringReader(body)));
        } catch (SAXException notXml) {
            throw new TemplateRefused("the filled template is not XHTML: " + notXml.getMessage(), notXml);
        } catch (IOException fromMemory) {
            throw new UncheckedIOException(fromMemory);
        }
    }

    private Typeface cut(FontFace face, Repertoire repertoire) {
        try {
            return Typeface.cut(face, repertoire, keeper);
        } catch (IOException notAFont) {
            throw new UncheckedIOException("font " + face.family() + " " + face.weight(), notAFont);
        }
    }

    private PDImageXObject raster(Picture.Raster raster) {
        var known = pictures.get(raster.key());
        if (known != null) {
            return known;
        }
        if (pictures.size() >= MOST_PICTURES) {
            pictures.remove(pictures.keySet().iterator().next());
        }
        var decoded = decode(raster);
        pictures.put(raster.key(), decoded);
        return decoded;
    }

    /** Each picture has a keeper of its own, so that one that falls out of the cache is forgotten whole. */
    private static PDImageXObject decode(Picture.Raster raster) {
        try {
            requireModestSize(raster.content());
            var keeper = new PDDocument();
            return plain(PDImageXObject.createFromByteArray(keeper, raster.content(), raster.key()), keeper);
        } catch (IOException | IllegalArgumentException notAPicture) {
            throw new TemplateRefused("a picture is neither PNG nor JPEG", notAPicture);
        }
    }

    /** Without the filter's parameters: where the layout draws a picture it copies the bytes and leaves those out. */
    private static PDImageXObject plain(PDImageXObject picture, PDDocument document) throws IOException {
        var cos = picture.getCOSObject();
        if (!cos.containsKey(COSName.DECODE_PARMS)) {
            return picture;
        }
        byte[] pixels;
        try (var decoded = cos.createInputStream()) {
            pixels = decoded.readAllBytes();
        }
        var plain = new PDImageXObject(
                document,
                new ByteArrayInputStream(Deflate.of(pixels)),
                COSName.FLATE_DECODE,
                picture.getWidth(),
                picture.getHeight(),
                picture.getBitsPerComponent(),
                picture.getColorSpace());
        plain.getCOSObject().setItem(COSName.SMASK, picture.getSoftMask());
        return plain;
    }

    private static void requireModestSize(byte[] content) throws IOException {
        try (var input = ImageIO.createImageInputStream(new ByteArrayInputStream(content))) {
            var readers = ImageIO.getImageReaders(input);
            if (!readers.hasNext()) {
                throw new IOException("unknown kind of picture");
            }
            var reader = readers.next();
            try {
                reader.setInput(input);
                if ((long) reader.getWidth(0) * reader.getHeight(0) > MOST_PIXELS) {
                    throw new TemplateRefused("a picture has at most " + MOST_PIXELS + " pixels");
                }
            } finally {
                reader.dispose();
            }
        }
    }

    /** One pixel for each square; the viewer enlarges without smoothing. */
    private static PDImageXObject squares(Picture.Squares squares, PDDocument document) {
        var inverted = squares.rows().clone();
        for (var i = 0; i < inverted.length; i++) {
            inverted[i] = (byte) ~inverted[i];
        }
        try {
            var size = squares.size();
            var raw = new ByteArrayInputStream(Deflate.of(inverted));
            return new PDImageXObject(document, raw, COSName.FLATE_DECODE, size, size, 1, PDDeviceGray.INSTANCE);
        } catch (IOException inMemory) {
            throw new UncheckedIOException(inMemory);
        }
    }

    static DocumentBuilder parser() {
        try {
            var factory = DocumentBuilderFactory.newDefaultInstance();
            factory.setNamespaceAware(false);
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            factory.setFeature("http://apache.org/xml/features/dom/defer-node-expansion", false);
            factory.setXIncludeAware(false);
            factory.setExpandEntityReferences(false);
            var builder = factory.newDocumentBuilder();
            builder.setErrorHandler(null);
            return builder;
        } catch (ParserConfigurationException everyJavaHasIt) {
            throw new IllegalStateException(everyJavaHasIt);
        }
    }
}
