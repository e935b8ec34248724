package se.aviso.pagewriter;

import com.github.jknack.handlebars.Template;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Document;

/**
 * Compiles a template for documents of one outline.
 *
 * <p>The template is laid out twice: once with the shortest texts, once with texts that just fit their lines. Where
 * nothing moved between the two, nothing moves for any text that fits, and the page can be stamped.
 */
final class Compiler {
    private final Press press;
    private final Template template;
    private final PressRoom.Style style;
    private final Repertoire least;

    /** @param least the letters that texts may have beside those of the template itself */
    Compiler(Press press, Template template, PressRoom.Style style, Repertoire least) {
        this.press = press;
        this.template = template;
        this.style = style;
        this.least = least;
    }

    /**
     * The program, which is the same whichever document of the outline it is compiled from.
     *
     * @param onePage the model with all rows on one page
     */
    PageProgram compile(Content content, Map<String, Object> onePage, @Nullable Rows rows) {
        if (rows == null) {
            return compiled(content, onePage, List.of());
        }
        var dealt = dealt(content, onePage, rows);
        var model = dealt.equals(List.of(rows.count())) ? onePage : rows.on(content, dealt);
        return compiled(content, model, dealt);
    }

    /** Which leaves the page itself depends on. */
    Set<Path> fixed(Content content, Map<String, Object> model) {
        var leaves = Leaves.of(content, model);
        return Blanks.in(tree(leaves), leaves, model).fixed().keySet();
    }

    private List<Integer> dealt(Content content, Map<String, Object> onePage, Rows rows) {
        var leaves = Leaves.of(content, onePage);
        var tree = tree(leaves);
        Blanks.in(tree, leaves, onePage);
        press.mend(tree);
        try (var sheet = lay(content, tree, null)) {
            return sheet.deal(rows);
        }
    }

    private PageProgram compiled(Content content, Map<String, Object> model, List<Integer> dealt) {
        var leaves = Leaves.of(content, model);
        if (leaves.areTooMany()) {
            return PageProgram.refused(new Cause(Fallback.STYLE, ""));
        }
        var tree = tree(leaves);
        var blanks = Blanks.in(tree, leaves, model);
        press.mend(tree);
        var faces = faces(tree);
        List<String> places;
        try (var narrow = lay(content, tree, null)) {
            var found = InkFinder.in(narrow, faces, leaves);
            var refusal = found.refusal(blanks.elements());
            if (refusal.isPresent()) {
                return PageProgram.refused(refusal.get());
            }
            places = found.places();
            found.widen();
        }
        var spots = new ArrayList<Pictures.Spot>();
        try (var wide = lay(content, tree, spots)) {
            var found = InkFinder.in(wide, faces, leaves);
            if (found.refusal(blanks.elements()).isPresent() || !found.places().equals(places)) {
                return PageProgram.refused(new Cause(Fallback.MOVING, ""));
            }
            var pages = new PageParts(wide, found, faces).pages(spots);
            var file = SingleFile.of(pages, blanks.sayings().language());
            return new PageProgram(null, dealt, leaves.paths(), blanks.fixed(), pages, blanks.sayings(), file);
        }
    }

    private Document tree(Leaves leaves) {
        return press.tree(Sandbox.fill(template, leaves.masked(), PageTemplate.MOST_HTML_CHARS));
    }

    private Sheet lay(Content content, Document tree, @Nullable List<Pictures.Spot> spots) {
        return Sheet.lay(press, new Sheet.Order(tree, "", repertoire(tree), style, content, spots));
    }

    private InkFinder.Faces faces(Document tree) {
        var repertoire = repertoire(tree);
        return new InkFinder.Faces(press.typefaces(repertoire), press.glyphs(repertoire));
    }

    private Repertoire repertoire(Document tree) {
        var needed = Repertoire.of(tree);
        return needed.compareTo(least) > 0 ? needed : least;
    }
}
