package se.aviso.pagewriter;

import com.openhtmltopdf.css.parser.CSSParser;
import com.openhtmltopdf.css.sheet.StylesheetInfo;
import com.openhtmltopdf.simple.extend.XhtmlNamespaceHandler;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/** A style sheet parsed once; sheets that a document names or carries itself are not looked at, nor are links. */
final class StyleSheet extends XhtmlNamespaceHandler {
    private static final Pattern COMMENT = Pattern.compile("/\\*.*?\\*/", Pattern.DOTALL);
    private static final Pattern OF_PLACE = Pattern.compile("counters?\\(|:(nth|first|last|only|empty)|[+~]");

    private final StylesheetInfo info = new StylesheetInfo();
    private final boolean isOfPlaces;

    private StyleSheet(boolean isOfPlaces) {
        this.isOfPlaces = isOfPlaces;
    }

    /**
     * Parses a sheet.
     *
     * @throws TemplateRefused when something in it is not understood
     */
    static StyleSheet parse(String css) {
        List<String> complaints = new ArrayList<>();
        var sheet = new StyleSheet(
                OF_PLACE.matcher(COMMENT.matcher(css).replaceAll("")).find());
        try {
            var parsed = new CSSParser((uri, message) -> complaints.add(message))
                    .parseStylesheet("style", StylesheetInfo.AUTHOR, new StringReader(css));
            sheet.info.setStylesheet(parsed);
        } catch (IOException fromMemory) {
            throw new UncheckedIOException(fromMemory);
        }
        if (!complaints.isEmpty()) {
            throw new TemplateRefused("the style sheet: " + complaints.get(0));
        }
        sheet.info.setOrigin(StylesheetInfo.AUTHOR);
        sheet.info.setMedia("all");
        sheet.info.setType("text/css");
        return sheet;
    }

    /** True where it looks at what stands around a box, or counts: alone, a box would look otherwise. */
    boolean isOfPlaces() {
        return isOfPlaces;
    }

    @Override
    public StylesheetInfo[] getStylesheets(Document document) {
        return new StylesheetInfo[] {info};
    }

    @Override
    public @Nullable String getLinkUri(Element element) {
        return null;
    }
}
