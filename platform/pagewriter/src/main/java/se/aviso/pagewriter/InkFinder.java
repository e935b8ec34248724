package se.aviso.pagewriter;

import com.openhtmltopdf.css.constants.CSSName;
import com.openhtmltopdf.css.constants.IdentValue;
import com.openhtmltopdf.layout.LayoutContext;
import com.openhtmltopdf.pdfboxout.PdfBoxFSFont;
import com.openhtmltopdf.render.BlockBox;
import com.openhtmltopdf.render.InlineText;
import com.openhtmltopdf.render.LineBox;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.w3c.dom.Element;

/** Finds in a layout where the blanks stand, and what is written there: typeface, size, colour, base line, end. */
final class InkFinder {
    /** Less than a pen's stroke; keeps the rounding of dots from breaking a line that just fits. */
    private static final float SLACK = 0.4f;

    private final Sheet sheet;
    private final Faces faces;
    private final LayoutContext context;
    private final PageSpace space;
    private final Boxes boxes;
    private final Leaves leaves;

    private InkFinder(Sheet sheet, Faces faces, Leaves leaves) {
        var layout = sheet.layout();
        this.sheet = sheet;
        this.faces = faces;
        this.leaves = leaves;
        this.context = layout.getSharedContext().newLayoutContextInstance();
        var root = layout.getRootBox().getLayer();
        this.space = new PageSpace(root.getPages(), context, layout.getDotsPerPoint());
        this.boxes = Boxes.of(root);
    }

    /** The typefaces of a sheet and their glyphs, in the same order. */
    record Faces(List<? extends PDFont> fonts, List<Glyphs> glyphs) {
        /** The place of a font among them; -1 when it is none of ours. */
        int place(PDFont font) {
            return fonts.indexOf(font);
        }

        /** The name of a typeface on a page. */
        static String name(int place) {
            return "Ink" + place;
        }
    }

    static InkFinder in(Sheet sheet, Faces faces, Leaves leaves) {
        return new InkFinder(sheet, faces, leaves);
    }

    /** Where all stands that must not move, and how many pages there are. */
    List<String> places() {
        var places = new ArrayList<>(boxes.places());
        places.add(space.pageCount() + " pages");
        return places;
    }

    /** Why this layout cannot be stamped; empty when it can. */
    Optional<Cause> refusal(List<Element> blanks) {
        Set<Element> found = Collections.newSetFromMap(new IdentityHashMap<>());
        for (var line : boxes.blankLines()) {
            for (var text : Boxes.texts(line)) {
                var leaf = Boxes.leaf(text);
                if (!Boxes.isPlain(text) || faces.place(font(text)) < 0) {
                    return Optional.of(new Cause(Fallback.STYLE, told(line)));
                }
                if (leaf >= 0 && !found.add(text.getParent().getElement())) {
                    return Optional.of(new Cause(Fallback.PARAGRAPH, told(leaf)));
                }
            }
            if (!isOnItsPage(line)) {
                return Optional.of(new Cause(Fallback.STYLE, told(line)));
            }
            if (!standsAlone(line)) {
                return Optional.of(new Cause(Fallback.PARAGRAPH, told(line)));
            }
        }
        return blanks.stream()
                .filter(blank -> !found.contains(blank))
                .findFirst()
                .map(lost -> new Cause(Fallback.STYLE, told(Integer.parseInt(lost.getAttribute(Blanks.LEAF)))));
    }

    /** True of a line that no other flows into, nor it into another: it is all of its block, or ends where it must. */
    private static boolean standsAlone(LineBox line) {
        var block = line.getParent();
        for (var i = 0; i < block.getChildCount(); i++) {
            var isBefore = i + 1 < block.getChildCount() && block.getChild(i + 1) == line;
            var isLast = i + 1 == block.getChildCount();
            if (block.getChild(i) instanceof LineBox other
                    && (isBefore || (other == line && !isLast))
                    && !other.isEndsOnNL()) {
                return false;
            }
        }
        return true;
    }

    /** False of a line that a page's edge goes through: the layout paints it on both sides. */
    private boolean isOnItsPage(LineBox line) {
        var page = space.page(line);
        var height = space.height(page);
        return Boxes.texts(line).stream()
                .map(InlineText::getParent)
                .map(parent -> space.fromFoot(page, parent.getAbsY() + parent.getBaseline()))
                .allMatch(y -> y > 0 && y < height);
    }

    /** Gives the blanks texts that just fit their lines. */
    void widen() {
        for (var line : boxes.blankLines()) {
            var blanks = Boxes.texts(line).stream()
                    .filter(text -> Boxes.leaf(text) >= 0)
                    .toList();
            var free = space.points(line.getParent().getContentWidth()) - width(line) - SLACK;
            for (var blank : blanks) {
                blank.getParent().getElement().setTextContent(wide(blank, free / blanks.size()));
            }
        }
    }

    /** Figures, and then full stops, which fit the rest of the place more closely. */
    private String wide(InlineText blank, float free) {
        var glyphs = faces.glyphs().get(faces.place(font(blank)));
        var room = Math.max(0, free) * 1000 / size(blank);
        var figures = (int) (room / glyphs.width('0'));
        var stops = (int) ((room - figures * glyphs.width('0')) / glyphs.width('.'));
        return Blanks.NARROW.repeat(1 + figures) + ".".repeat(stops);
    }

    /** What is written on a page, once the widest texts stand in the blanks. */
    List<Ink.Line> lines(int page) {
        var lines = new ArrayList<Ink.Line>();
        for (var line : boxes.blankLines()) {
            if (space.page(line) == page) {
                lines.add(ink(line));
            }
        }
        return lines;
    }

    /** Leaves the lines with blanks white, for what is written there is written later. */
    void blank() {
        for (var line : boxes.blankLines()) {
            Boxes.texts(line).forEach(text -> text.setSubstring(0, 0));
        }
    }

    /** Where things stand on the pages. */
    PageSpace space() {
        return space;
    }

    /** On which page the elements stand from which layers were cut, by the layers' numbers. */
    Map<Integer, Integer> slots() {
        return space.slots(boxes);
    }

    /** Where the boxes that are marked as layers stand. */
    List<String> marked() {
        return space.marked(boxes);
    }

    int pageCount() {
        return space.pageCount();
    }

    /** How a text that has its block to itself is broken: the block's width and the typeface. */
    Map<Element, String> measures() {
        var measures = new IdentityHashMap<Element, String>();
        for (var line : boxes.blankLines()) {
            for (var text : Boxes.texts(line)) {
                var width = line.getParent().getContentWidth();
                measures.put(text.getParent().getElement(), width + " " + faces.place(font(text)) + " " + size(text));
            }
        }
        return measures;
    }

    /** The lines of the texts, by the elements that they stand in. */
    Map<Element, List<String>> brokenLines() {
        var lines = new IdentityHashMap<Element, List<String>>();
        for (var line : boxes.blankLines()) {
            for (var text : Boxes.texts(line)) {
                lines.computeIfAbsent(text.getParent().getElement(), any -> new ArrayList<>())
                        .add(text.getSubstring().strip());
            }
        }
        return lines;
    }

    private Ink.Line ink(LineBox line) {
        var page = space.page(line);
        var segments = new ArrayList<Ink.Segment>();
        var texts = Boxes.texts(line);
        var at = absoluteX(texts.get(0));
        for (var text : texts) {
            var gap = space.points(absoluteX(text) - at);
            segments.add(segment(text, page, segments.isEmpty() || Math.abs(gap) < 0.1f ? 0 : gap));
            at = absoluteX(text) + text.getWidth();
        }
        var left = space.fromLeft(page, absoluteX(texts.get(0)));
        var right = space.fromLeft(page, at);
        var block = line.getParent();
        var anchor = anchor(block);
        var x = switch (anchor) {
            case LEFT -> left;
            case MIDDLE -> (left + right) / 2;
            case RIGHT -> right;
        };
        var keepsSpaces = block.getStyle().getWhitespace() == IdentValue.PRE;
        var isBroken = segments.stream().anyMatch(this::isLine);
        // a line that the layout itself has broken is no wider than it may be
        var limit = isBroken ? Float.MAX_VALUE : right - left + SLACK / 2;
        return new Ink.Line(anchor, x, limit, keepsSpaces, segments);
    }

    private Ink.Segment segment(InlineText text, int page, float gap) {
        var parent = text.getParent();
        var place = faces.place(font(text));
        var size = size(text);
        var y = Math.round(space.fromFoot(page, parent.getAbsY() + parent.getBaseline()) * 100);
        var look = Looks.operators(Faces.name(place), size, parent.getStyle().getColor(), sheet.inks());
        var leaf = Boxes.leaf(text);
        return new Ink.Segment(
                leaf, leaf < 0 ? text.getSubstring() : "", faces.glyphs().get(place), size, look, y, gap);
    }

    private boolean isLine(Ink.Segment segment) {
        return segment.leaf() >= 0 && leaves.paths().get(segment.leaf()).isLine();
    }

    private static Ink.Anchor anchor(BlockBox block) {
        var align = block.getStyle().getIdent(CSSName.TEXT_ALIGN);
        if (align == IdentValue.RIGHT) {
            return Ink.Anchor.RIGHT;
        }
        return align == IdentValue.CENTER ? Ink.Anchor.MIDDLE : Ink.Anchor.LEFT;
    }

    private float width(LineBox line) {
        var texts = Boxes.texts(line);
        var last = texts.get(texts.size() - 1);
        return space.points(absoluteX(last) + last.getWidth() - absoluteX(texts.get(0)));
    }

    private static int absoluteX(InlineText text) {
        return text.getParent().getAbsX() + text.getX();
    }

    private PDFont font(InlineText text) {
        return ((PdfBoxFSFont) text.getParent().getStyle().getFSFont(context))
                .getFontDescriptions()
                .get(0)
                .getFont();
    }

    private float size(InlineText text) {
        var font = (PdfBoxFSFont) text.getParent().getStyle().getFSFont(context);
        return font.getSize2D() / sheet.layout().getDotsPerPoint();
    }

    private String told(LineBox line) {
        return Boxes.texts(line).stream()
                .map(Boxes::leaf)
                .filter(leaf -> leaf >= 0)
                .map(this::told)
                .findFirst()
                .orElse("");
    }

    private String told(int leaf) {
        return leaves.paths().get(leaf).told();
    }
}
