package se.aviso.pagewriter;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.rendering.ImageType;
import org.apache.pdfbox.rendering.PDFRenderer;

/** What a document looks like: a picture of its first page, for screens that show no PDF, as telephones do. */
public final class Preview {
    /** A screen of 360 px with three dots a pixel, and half a desk of 1 280 px with two, get sharp letters. */
    private static final int WIDTH = 1_080;

    private Preview() {}

    /**
     * The first page as PNG, 1 080 pixels wide.
     *
     * @param pdf one of our own documents
     * @throws UncheckedIOException when it is no PDF
     */
    public static byte[] png(byte[] pdf) {
        try (var document = Loader.loadPDF(pdf)) {
            var scale = WIDTH / document.getPage(0).getMediaBox().getWidth();
            return written(new PDFRenderer(document).renderImage(0, scale, ImageType.RGB));
        } catch (IOException noPdf) {
            throw new UncheckedIOException(noPdf);
        }
    }

    private static byte[] written(BufferedImage page) throws IOException {
        var bytes = new ByteArrayOutputStream();
        ImageIO.write(page, "png", bytes);
        return bytes.toByteArray();
    }
}
