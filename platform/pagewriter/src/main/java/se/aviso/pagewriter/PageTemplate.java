package se.aviso.pagewriter;

import com.github.jknack.handlebars.Template;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A template that is read and checked, ready to make documents. Thread-safe; the same content makes the same bytes.
 *
 * <p>A life: an author's {@link TemplateSource} is compiled once, when it is saved or at start; from then on each
 * {@link Content} becomes a document. Rows are first laid out on one page; only where they do not fit are they dealt
 * out and laid out again.
 */
public final class PageTemplate {
    private static final int MOST_HTML_CHARS = 4 * 1024 * 1024;

    private final Template template;
    private final StyleSheet style;
    private final PressRoom room;

    private PageTemplate(Template template, StyleSheet style, PressRoom room) {
        this.template = template;
        this.style = style;
        this.room = room;
    }

    /**
     * Reads and checks a template.
     *
     * @throws TemplateRefused when it asks for what a template may not do
     */
    public static PageTemplate compile(TemplateSource source, PressRoom room) {
        return new PageTemplate(
                Sandbox.compile(source.html()), StyleSheet.parse(Sandbox.checkedCss(source.css())), room);
    }

    /**
     * Makes a document whose pages break where the style sheet breaks them.
     *
     * @throws TemplateRefused when what the template makes of the content cannot be printed
     */
    public byte[] render(Content content) {
        return room.lend(press -> {
            try (var sheet = lay(press, content, content.model())) {
                return sheet.print();
            }
        });
    }

    /**
     * Makes a document whose rows are dealt out to as many pages as they need.
     *
     * @throws TemplateRefused when what the template makes of the content cannot be printed
     */
    public byte[] render(Content content, Rows rows) {
        return room.lend(press -> {
            var onePage = List.of(rows.count());
            List<Integer> dealt;
            try (var sheet = lay(press, content, paged(content, rows, onePage))) {
                dealt = sheet.deal(rows);
                if (dealt.equals(onePage)) {
                    return sheet.print();
                }
            }
            try (var sheet = lay(press, content, paged(content, rows, dealt))) {
                return sheet.print();
            }
        });
    }

    private static Map<String, Object> paged(Content content, Rows rows, List<Integer> dealt) {
        var model = new HashMap<>(content.model());
        model.put("pages", rows.pages().apply(dealt));
        return model;
    }

    private Sheet lay(Press press, Content content, Map<String, Object> model) {
        var html = Sandbox.fill(template, model, MOST_HTML_CHARS);
        return Sheet.lay(press, new Sheet.Order(html, style, content, room.faces()));
    }
}
