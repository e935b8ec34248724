package se.aviso.pagewriter;

import com.openhtmltopdf.extend.FSImage;
import com.openhtmltopdf.extend.ReplacedElement;
import com.openhtmltopdf.extend.UserAgentCallback;
import com.openhtmltopdf.layout.LayoutContext;
import com.openhtmltopdf.pdfboxout.PdfBoxImageElement;
import com.openhtmltopdf.pdfboxout.PdfBoxOutputDevice;
import com.openhtmltopdf.pdfboxout.PdfBoxReplacedElementFactory;
import com.openhtmltopdf.render.BlockBox;
import com.openhtmltopdf.render.RenderingContext;
import java.awt.Rectangle;
import java.util.List;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Element;

/** Shows the pictures that came with the content, and no others. */
final class Pictures extends PdfBoxReplacedElementFactory {
    static final String SCHEME = "picture:";

    private final Press press;
    private final Content content;
    private final PDDocument document;
    private final @Nullable List<Spot> spots;

    /**
     * Pictures that are all drawn, or squares left out and told.
     *
     * @param spots where to tell where squares would have been drawn; null where they are drawn
     */
    @SuppressWarnings("NullAway") // the library takes null for what it shall not draw: SVG, objects, MathML
    Pictures(PdfBoxOutputDevice device, Press press, Content content, @Nullable List<Spot> spots) {
        super(device, null, null, null);
        this.press = press;
        this.content = content;
        this.document = device.getWriter();
        this.spots = spots;
    }

    /** The name of the picture that an element shows; empty where it shows none. */
    static String name(Element image) {
        var source = image.getAttribute("src");
        return source.startsWith(SCHEME) ? source.substring(SCHEME.length()) : "";
    }

    @Override
    public @Nullable ReplacedElement createReplacedElement(
            LayoutContext layout, BlockBox box, UserAgentCallback agent, int cssWidth, int cssHeight) {
        var element = box.getElement();
        if (element == null || !element.getNodeName().equals("img")) {
            return null;
        }
        var source = element.getAttribute("src");
        if (source.isEmpty()) {
            return null;
        }
        var picture = source.startsWith(SCHEME) ? content.pictures().get(source.substring(SCHEME.length())) : null;
        if (picture == null) {
            throw new TemplateRefused("a template shows a picture that did not come with the content");
        }
        var shared = layout.getSharedContext();
        var image = press.picture(picture, document).scaleToOutputResolution(shared.getDotsPerPixel());
        // smoothed pictures are not for keeping (ISO 19005-3, 6.2.8)
        return picture instanceof Picture.Squares && spots != null
                ? new Blank(element, image, layout, source.substring(SCHEME.length()))
                : new PdfBoxImageElement(element, image, shared, false);
    }

    /** Where squares would have been drawn: the page, from 0, and a box in dots from the page's top left. */
    record Spot(String picture, int page, Rectangle box) {}

    /** Takes the place of squares and draws nothing. */
    private final class Blank extends PdfBoxImageElement {
        private final String name;

        Blank(Element element, FSImage image, LayoutContext layout, String name) {
            super(element, image, layout.getSharedContext(), false);
            this.name = name;
        }

        @Override
        public void paint(RenderingContext rendering, PdfBoxOutputDevice device, BlockBox box) {
            var area = box.getContentAreaEdge(box.getAbsX(), box.getAbsY(), rendering);
            if (spots != null) {
                spots.add(new Spot(name, rendering.getPageNo(), area));
            }
        }
    }
}
