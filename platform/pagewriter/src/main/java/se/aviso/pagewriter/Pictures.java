package se.aviso.pagewriter;

import com.openhtmltopdf.extend.ReplacedElement;
import com.openhtmltopdf.extend.UserAgentCallback;
import com.openhtmltopdf.layout.LayoutContext;
import com.openhtmltopdf.pdfboxout.PdfBoxImageElement;
import com.openhtmltopdf.pdfboxout.PdfBoxOutputDevice;
import com.openhtmltopdf.pdfboxout.PdfBoxReplacedElementFactory;
import com.openhtmltopdf.render.BlockBox;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.jspecify.annotations.Nullable;

/** Shows the pictures that came with the content, and no others. */
final class Pictures extends PdfBoxReplacedElementFactory {
    private static final String SCHEME = "picture:";

    private final Press press;
    private final Content content;
    private final PDDocument document;

    @SuppressWarnings("NullAway") // the library takes null for what it shall not draw: SVG, objects, MathML
    Pictures(PdfBoxOutputDevice device, Press press, Content content) {
        super(device, null, null, null);
        this.press = press;
        this.content = content;
        this.document = device.getWriter();
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
        return new PdfBoxImageElement(element, image, shared, picture instanceof Picture.Raster);
    }
}
