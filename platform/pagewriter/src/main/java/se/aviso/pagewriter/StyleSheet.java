package se.aviso.pagewriter;

import com.openhtmltopdf.css.parser.CSSParser;
import com.openhtmltopdf.css.sheet.StylesheetInfo;
import com.openhtmltopdf.simple.extend.XhtmlNamespaceHandler;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/** A style sheet parsed once; sheets that a document names or carries itself are not looked at, nor are links. */
final class StyleSheet extends XhtmlNamespaceHandler {
    private final StylesheetInfo info = new StylesheetInfo();

    private StyleSheet() {}

    /**
     * Parses a sheet.
     *
     * @throws TemplateRefused when something in it is not understood
     */
    static StyleSheet parse(String css) {
        List<String> complaints = new ArrayList<>();
        var sheet = new StyleSheet();
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

    @Override
    public StylesheetInfo[] getStylesheets(Document document) {
        return new StylesheetInfo[] {info};
    }

    @Override
    public @Nullable String getLinkUri(Element element) {
        return null;
    }
}
