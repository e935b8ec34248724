package se.aviso.pagewriter;

import com.openhtmltopdf.css.constants.CSSName;
import com.openhtmltopdf.css.constants.IdentValue;
import com.openhtmltopdf.css.style.CalculatedStyle;
import com.openhtmltopdf.layout.Layer;
import com.openhtmltopdf.render.Box;
import com.openhtmltopdf.render.InlineLayoutBox;
import com.openhtmltopdf.render.InlineText;
import com.openhtmltopdf.render.LineBox;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;

/** A layout walked through once: the lines with blanks in them, and where all else stands. */
final class Boxes {
    private static final List<CSSName> BORDERS = List.of(
            CSSName.BORDER_TOP_STYLE,
            CSSName.BORDER_RIGHT_STYLE,
            CSSName.BORDER_BOTTOM_STYLE,
            CSSName.BORDER_LEFT_STYLE);

    private final Set<Box> seen = Collections.newSetFromMap(new IdentityHashMap<>());
    private final List<LineBox> blankLines = new ArrayList<>();
    private final List<String> places = new ArrayList<>();
    private final List<Box> withSlots = new ArrayList<>();
    private final List<Box> marked = new ArrayList<>();

    private Boxes() {}

    /** All that stands in a layer and those above it. */
    static Boxes of(Layer root) {
        var boxes = new Boxes();
        boxes.layer(root);
        return boxes;
    }

    /** The lines with blanks in them, in the order of the layout. */
    List<LineBox> blankLines() {
        return blankLines;
    }

    /** Where all stands that must not move, whatever stands in the blanks. */
    List<String> places() {
        return places;
    }

    /** The boxes out of which layers were cut. */
    List<Box> withSlots() {
        return withSlots;
    }

    /** The boxes that a template marks as layers. */
    List<Box> marked() {
        return marked;
    }

    /** The texts of a line from left to right. */
    static List<InlineText> texts(LineBox line) {
        var texts = new ArrayList<InlineText>();
        texts(line, texts);
        return texts;
    }

    /** The leaf of a text; -1 when it is none. */
    static int leaf(InlineText text) {
        for (Box box = text.getParent(); box != null && !(box instanceof LineBox); box = box.getParent()) {
            if (box.getElement() != null && box.getElement().hasAttribute(Blanks.LEAF)) {
                return Integer.parseInt(box.getElement().getAttribute(Blanks.LEAF));
            }
        }
        return -1;
    }

    /** True when a text is drawn as nothing but letters in a colour. */
    static boolean isPlain(InlineText text) {
        for (Box box = text.getParent(); box != null; box = box.getParent()) {
            var style = box.getStyle();
            var isInline = box instanceof InlineLayoutBox;
            if (!style.isIdent(CSSName.TRANSFORM, IdentValue.NONE)
                    || style.isFixed()
                    || (isInline && (style.isHasBackground() || hasBorder(style)))
                    || !style.isIdent(CSSName.TEXT_DECORATION, IdentValue.NONE)) {
                return false;
            }
        }
        var style = text.getParent().getStyle();
        return style.isIdent(CSSName.TEXT_TRANSFORM, IdentValue.NONE)
                && style.isIdent(CSSName.VISIBILITY, IdentValue.VISIBLE)
                && !style.hasLetterSpacing();
    }

    private static boolean hasBorder(CalculatedStyle style) {
        return BORDERS.stream().anyMatch(border -> !style.isIdent(border, IdentValue.NONE));
    }

    private static void texts(Box box, List<InlineText> into) {
        if (box instanceof InlineLayoutBox inline) {
            for (var child : inline.getInlineChildren()) {
                if (child instanceof InlineText text) {
                    if (!text.isEmpty()) {
                        into.add(text);
                    }
                } else if (child instanceof InlineLayoutBox below) {
                    texts(below, into);
                }
            }
        } else {
            for (var i = 0; i < box.getChildCount(); i++) {
                if (box.getChild(i) instanceof InlineLayoutBox below) {
                    texts(below, into);
                }
            }
        }
    }

    private void layer(Layer layer) {
        walk(layer.getMaster());
        for (var above : layer.getChildren()) {
            layer(above);
        }
    }

    private void walk(Box box) {
        if (!seen.add(box)) {
            return;
        }
        var element = box.getElement();
        if (element != null && !(box instanceof LineBox)) {
            if (element.hasAttribute(Layers.SLOTS)) {
                withSlots.add(box);
            }
            if (element.hasAttribute(Layers.MARK)) {
                marked.add(box);
            }
        }
        if (box instanceof LineBox line) {
            line(line);
            line.getNonFlowContent().forEach(this::walk);
        } else if (!(box instanceof InlineLayoutBox)) {
            places.add(box.getAbsX() + "," + box.getAbsY() + "," + box.getWidth() + "," + box.getHeight());
        }
        if (box instanceof InlineLayoutBox inline) {
            for (var child : inline.getInlineChildren()) {
                if (child instanceof Box below) {
                    walk(below);
                }
            }
        }
        for (var i = 0; i < box.getChildCount(); i++) {
            walk(box.getChild(i));
        }
    }

    private void line(LineBox line) {
        var texts = texts(line);
        if (texts.stream().anyMatch(text -> leaf(text) >= 0)) {
            blankLines.add(line);
            places.add("line " + line.getAbsY());
        } else {
            for (var text : texts) {
                var x = text.getParent().getAbsX() + text.getX();
                places.add(x + "," + text.getParent().getAbsY() + "," + text.getWidth() + text.getSubstring());
            }
        }
    }
}
