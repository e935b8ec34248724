package se.aviso.pagewriter;

import com.github.jknack.handlebars.Template;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/**
 * Compiles a template for documents of one outline.
 *
 * <p>The template is laid out twice: once with the shortest texts, once with texts that just fit their lines. Where
 * nothing moved between the two, nothing moves for any text that fits, and the page can be stamped.
 */
final class Compiler {
    /** Attributes by which we know elements again; an author's are none. */
    private static final List<String> OURS = List.of(Blanks.LEAF, Layers.SLOTS);

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
     * What a program is made for, beside the outline.
     *
     * @param onePage the model with all rows on one page
     * @param kept texts that many have alike and that are compiled into the page all the same
     * @param lines how many lines a text takes that takes more than one
     */
    record Order(
            Content content,
            Map<String, Object> onePage,
            @Nullable Rows rows,
            Kin kin,
            Set<Path> kept,
            Map<Path, Integer> lines) {}

    /**
     * What documents of one outline have in common, whatever they say.
     *
     * @param paths leaves on which the page itself depends
     * @param ofMany texts that many have alike
     * @param flowing those of them that may break into lines, with what decides where
     * @param pictures those drawn on the page itself
     * @param hasLayers whether the boxes marked as layers can be cut out
     */
    record Kin(
            Outline outline,
            Set<Path> paths,
            Set<Path> ofMany,
            Map<Path, String> flowing,
            Set<String> pictures,
            boolean hasLayers) {
        String measure(Path path) {
            return Objects.requireNonNull(flowing.get(path));
        }
    }

    /** Finds that out. */
    Kin kin(Shapes.Asked asked) {
        var content = asked.content();
        var model = asked.model();
        var leaves = Leaves.of(content, model, Set.of());
        var tree = tree(leaves);
        var marked = Layers.marked(tree, leaves);
        var alone = marked.stream().map(Layers::alone).toList();
        var blanks = Blanks.in(tree, leaves, model, Map.of());
        var flowing = new HashMap<Path, String>();
        boolean hasLayers;
        press.mend(tree);
        try (var sheet = lay(content, tree, null)) {
            var found = InkFinder.in(sheet, faces(tree), leaves);
            var measures = found.measures();
            blanks.flowing().forEach((path, blank) -> {
                var measure = measures.get(blank);
                if (measure != null && !Layers.isWithin(blank, marked)) {
                    flowing.put(path, measure);
                }
            });
            hasLayers = !style.sheet().isOfPlaces()
                    && !leaves.areTooMany()
                    && areWhereTheyAre(content, model, leaves, alone, found.marked());
        }
        return new Kin(
                asked.outline().kept(),
                blanks.fixed().keySet(),
                leaves.ofMany(),
                flowing,
                pictures(tree, hasLayers ? marked : List.of()),
                hasLayers);
    }

    /** Whether the boxes stand alone where they stand with all else. */
    private boolean areWhereTheyAre(
            Content content, Map<String, Object> model, Leaves leaves, List<Document> alone, List<String> marked) {
        var places = new ArrayList<String>();
        for (var tree : alone) {
            Blanks.in(tree, leaves, model, Map.of());
            press.mend(tree);
            try (var sheet = lay(content, tree, null)) {
                places.addAll(InkFinder.in(sheet, faces(tree), leaves).marked());
            }
        }
        return marked.size() == alone.size()
                && marked.stream().allMatch(place -> place.startsWith("true"))
                && marked.stream()
                        .sorted()
                        .toList()
                        .equals(places.stream().sorted().toList());
    }

    private static Set<String> pictures(Document tree, List<Element> layers) {
        var pictures = new HashSet<String>();
        var images = tree.getElementsByTagName("img");
        for (var i = 0; i < images.getLength(); i++) {
            var image = (Element) images.item(i);
            if (!Layers.isWithin(image, layers)) {
                pictures.add(Pictures.name(image));
            }
        }
        return pictures;
    }

    /** How texts of this document break into lines. */
    Map<Path, List<String>> broken(Shapes.Asked asked, Kin kin, Set<Path> paths) {
        var leaves = Leaves.of(asked.content(), asked.model(), Set.of());
        var tree = tree(leaves);
        if (kin.hasLayers()) {
            Layers.cut(tree, leaves);
        }
        var flowing = Blanks.in(tree, leaves, asked.model(), Map.of()).flowing();
        paths.forEach(path -> Objects.requireNonNull(flowing.get(path)).setTextContent(path.in(asked.model())));
        press.mend(tree);
        try (var sheet = lay(asked.content(), tree, null)) {
            var lines = InkFinder.in(sheet, faces(tree), leaves).brokenLines();
            return paths.stream()
                    .collect(Collectors.toMap(path -> path, path -> lines.getOrDefault(flowing.get(path), List.of())));
        }
    }

    /** A layer in a document's own words and colours, which are those of the style. */
    Layer layer(Content content, Layers.Plan plan, Map<String, Object> model) {
        var tree = plan.filled(model);
        press.mend(tree);
        try (var sheet = lay(content, tree, null)) {
            return Layer.drawn(sheet, press.parts(repertoire(tree)));
        }
    }

    /** The program, which is the same whichever document of the outline it is compiled from. */
    PageProgram compile(Order order) {
        var rows = order.rows();
        if (rows == null) {
            return compiled(order, order.onePage(), List.of());
        }
        var dealt = dealt(order, rows);
        var model = dealt.equals(List.of(rows.count())) ? order.onePage() : rows.on(order.content(), dealt);
        return compiled(order, model, dealt);
    }

    private List<Integer> dealt(Order order, Rows rows) {
        var leaves = Leaves.of(order.content(), order.onePage(), order.kept());
        var tree = tree(leaves);
        if (order.kin().hasLayers()) {
            Layers.cut(tree, leaves);
        }
        Blanks.in(tree, leaves, order.onePage(), order.lines());
        press.mend(tree);
        try (var sheet = lay(order.content(), tree, null)) {
            return sheet.deal(rows);
        }
    }

    private PageProgram compiled(Order order, Map<String, Object> model, List<Integer> dealt) {
        var content = order.content();
        var leaves = Leaves.of(content, model, order.kept());
        if (leaves.areTooMany()) {
            return PageProgram.refused(new Cause(Fallback.STYLE, ""));
        }
        var tree = tree(leaves);
        var layers = order.kin().hasLayers() ? Layers.cut(tree, leaves) : List.<Layers.Plan>of();
        var blanks = Blanks.in(tree, leaves, model, order.lines());
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
            if (found.refusal(blanks.elements()).isPresent()
                    || !found.places().equals(places)
                    || found.slots().size() != layers.size()) {
                return PageProgram.refused(new Cause(Fallback.MOVING, ""));
            }
            var pages = new PageParts(wide, found, faces, press.parts(repertoire(tree))).pages(spots);
            var file = SingleFile.of(pages, layers.size(), blanks.sayings().language());
            return new PageProgram(
                    null, dealt, leaves.paths(), blanks.fixed(), pages, blanks.sayings(), layers, style.inks(), file);
        }
    }

    private Document tree(Leaves leaves) {
        var tree = press.tree(Sandbox.fill(template, leaves.masked(), PageTemplate.MOST_HTML_CHARS));
        var all = tree.getElementsByTagName("*");
        for (var i = 0; i < all.getLength(); i++) {
            var element = (Element) all.item(i);
            OURS.forEach(element::removeAttribute);
        }
        return tree;
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
