package se.aviso.pagewriter;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import se.aviso.pagewriter.file.CosParts;
import se.aviso.pagewriter.file.Deflate;
import se.aviso.pagewriter.file.Part;

/**
 * A box of a page, drawn and ready to be laid over pages.
 *
 * @param drawing as PDF has it: a form
 * @param weight in bytes, typefaces apart
 */
record Layer(Part drawing, long weight) {
    private static final long OF_ITSELF = 4_000;

    /** What makes one layer another. */
    record Key(
            Shapes of,
            String markup,
            List<String> texts,
            Map<String, String> pictures,
            Map<String, String> inks,
            Repertoire least) {}

    /** Draws it. */
    static Layer drawn(Sheet sheet, CosParts parts) {
        var page = sheet.painted().getPage(0);
        var drawn = new ByteArrayOutputStream();
        try (var contents = page.getContents()) {
            contents.transferTo(drawn);
        } catch (IOException inMemory) {
            throw new UncheckedIOException(inMemory);
        }
        var packed = Deflate.of(drawn.toByteArray());
        var box = page.getMediaBox();
        var resources = parts.of(page.getResources().getCOSObject());
        var form = new Part.Draft()
                .text("<</Type/XObject/Subtype/Form/BBox[0 0 " + box.getWidth() + " " + box.getHeight()
                        + "]/Resources ")
                .reference(resources)
                .text("/Filter/FlateDecode/Length " + packed.length + ">>stream\n")
                .bytes(packed)
                .text("\nendstream")
                .done();
        return new Layer(form, form.weight() + OF_ITSELF);
    }
}
