package se.aviso.pagewriter;

import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.outputdevice.helper.ExternalResourceControlPriority;
import com.openhtmltopdf.pdfboxout.PDFontSupplier;
import com.openhtmltopdf.pdfboxout.PdfBoxRenderer;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.render.Box;
import com.openhtmltopdf.util.XRLog;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.ZoneOffset;
import java.util.Calendar;
import java.util.GregorianCalendar;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TimeZone;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSString;
import org.apache.pdfbox.pdfwriter.compress.CompressParameters;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.common.PDMetadata;
import org.apache.pdfbox.pdmodel.graphics.color.PDOutputIntent;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Document;
import se.aviso.pagewriter.file.Identity;
import se.aviso.pagewriter.file.Srgb;

/** One document on a press: laid out, measured, and printed if it fits. */
final class Sheet implements AutoCloseable {
    private static final int MOST_BYTES = 16 * 1024 * 1024;
    private static final double PAGE_MM = 297;
    private static final double MM_PER_POINT = 25.4 / 72;

    static {
        XRLog.setLoggingEnabled(false);
    }

    private final Order order;
    private final PDDocument pdf;
    private final PdfBoxRenderer renderer;

    private Sheet(Order order, PDDocument pdf, PdfBoxRenderer renderer) {
        this.order = order;
        this.pdf = pdf;
        this.renderer = renderer;
    }

    /**
     * What is to be laid out.
     *
     * @param said the filled template, by which the document is recognised
     * @param spots told where squares would stand, which are then not drawn; null where they are drawn
     */
    record Order(
            Document tree,
            String said,
            Repertoire repertoire,
            PressRoom.Style style,
            Content content,
            @Nullable List<Pictures.Spot> spots) {}

    /** Lays the document out; nothing is written yet. */
    static Sheet lay(Press press, Order order) {
        var typefaces = press.typefaces(order.repertoire());
        var pdf = new PDDocument();
        var builder = new PdfRendererBuilder()
                .usePDDocument(pdf)
                .withProducer(Identity.PRODUCER)
                .useNamespaceHandler(order.style().sheet())
                .useUriResolver((base, uri) -> null)
                .useExternalResourceAccessControl(
                        (uri, type) -> false, ExternalResourceControlPriority.RUN_BEFORE_RESOLVING_URI)
                .withW3cDocument(order.tree(), "")
                .toStream(OutputStream.nullOutputStream());
        for (var i = 0; i < typefaces.size(); i++) {
            var face = order.style().faces().get(i);
            builder.useFont(
                    new PDFontSupplier(typefaces.get(i)), face.family(), face.weight(), FontStyle.NORMAL, false);
        }
        var renderer = builder.buildPdfRenderer();
        renderer.getSharedContext()
                .setReplacedElementFactory(
                        new Pictures(renderer.getOutputDevice(), press, order.content(), order.spots()));
        renderer.layout();
        return new Sheet(order, pdf, renderer);
    }

    /** The layout itself. */
    PdfBoxRenderer layout() {
        return renderer;
    }

    /** The colours in its style that stand for others. */
    Inks inks() {
        return order.style().inks();
    }

    /** Draws what was laid out. */
    PDDocument painted() {
        try {
            renderer.createPDFWithoutClosing();
            return pdf;
        } catch (IOException inMemory) {
            throw new UncheckedIOException(inMemory);
        }
    }

    /** Deals the rows out, as measured on this sheet that holds them all on its first page. */
    List<Integer> deal(Rows rows) {
        var measured = measured(rows);
        return measured == null ? List.of(rows.count()) : measured.breaks.deal(measured.heights);
    }

    /** True when what follows the rows has no room above the foot of its page. */
    boolean isCrowded(Rows rows) {
        var measured = measured(rows);
        return measured != null && measured.breaks.crowds(measured.heights);
    }

    @SuppressWarnings("ArrayRecordComponent") // never compared
    private record Measured(PageBreaks breaks, double[] heights) {}

    private @Nullable Measured measured(Rows rows) {
        var first = box("row-1");
        var tail = box("tail");
        if (first == null || tail == null) {
            return null;
        }
        var heights = new double[rows.count()];
        for (var row = 0; row < heights.length; row++) {
            heights[row] = height("row-" + (row + 1));
        }
        var frame = rows.frame();
        var last = box("row-" + rows.count());
        var lastRowEnd = absoluteTop(last == null ? first : last) + height("row-" + rows.count());
        var tailHeight = absoluteTop(tail) + mm(tail.getHeight()) - lastRowEnd;
        var limit = box(frame.limitId());
        var end = limit == null ? frame.end() : top(limit) - frame.limitGap();
        return new Measured(new PageBreaks(frame, top(first), height("linehead-p1"), tailHeight, end), heights);
    }

    /** The finished bytes. */
    byte[] print() {
        try {
            painted();
            stampIdentity();
            var bytes = new BoundedStream(MOST_BYTES);
            pdf.save(bytes, CompressParameters.NO_COMPRESSION);
            return bytes.toByteArray();
        } catch (IOException inMemory) {
            throw new UncheckedIOException(inMemory);
        }
    }

    private void stampIdentity() throws IOException {
        var created = new GregorianCalendar(TimeZone.getTimeZone(ZoneOffset.UTC));
        created.setTimeInMillis(
                order.content().day().atStartOfDay(ZoneOffset.UTC).toInstant().toEpochMilli());
        created.set(Calendar.MILLISECOND, 0);
        var info = pdf.getDocumentInformation();
        info.setCreationDate(created);
        var identity = new Identity(
                Objects.requireNonNullElse(info.getTitle(), ""),
                Objects.requireNonNullElse(info.getAuthor(), ""),
                Objects.requireNonNullElse(info.getSubject(), ""),
                order.content().day());
        var catalogue = pdf.getDocumentCatalog();
        catalogue.setMetadata(new PDMetadata(pdf, new ByteArrayInputStream(identity.xmp())));
        var colours = new PDOutputIntent(pdf, new ByteArrayInputStream(Srgb.profile()));
        colours.setInfo("sRGB");
        colours.setOutputConditionIdentifier("sRGB");
        catalogue.setOutputIntents(List.of(colours));
        var said = new StringBuilder(order.said());
        order.content().inks().entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .forEach(ink -> said.append(ink.getValue()));
        order.content().pictures().values().stream().map(Picture::key).sorted().forEach(said::append);
        var id = new COSString(Digest.of(said.toString().getBytes(StandardCharsets.UTF_8)));
        var ids = new COSArray();
        ids.add(id);
        ids.add(id);
        pdf.getDocument().getTrailer().setItem(COSName.ID, ids);
    }

    private @Nullable Box box(String id) {
        return renderer.getSharedContext().getBoxById(id);
    }

    private double height(String id) {
        var box = box(id);
        return box == null ? 0 : mm(box.getHeight());
    }

    private double absoluteTop(Box box) {
        return mm(box.getAbsY());
    }

    private double top(Box box) {
        return absoluteTop(box) % PAGE_MM;
    }

    private double mm(int dots) {
        return dots / (double) renderer.getDotsPerPoint() * MM_PER_POINT;
    }

    @Override
    public void close() {
        renderer.close();
        try {
            pdf.close();
        } catch (IOException inMemory) {
            throw new UncheckedIOException(inMemory);
        }
    }
}
