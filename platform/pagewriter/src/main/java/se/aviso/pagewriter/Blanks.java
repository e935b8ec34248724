package se.aviso.pagewriter;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.w3c.dom.Attr;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/**
 * A filled template in which each sign of a leaf has become a blank: an element of its own that can be given any text.
 *
 * <p>A leaf that stands in an attribute, as in {@code id="row-{{n}}"}, is fixed: the page depends on what it says.
 */
final class Blanks {
    static final String LEAF = "data-leaf";
    static final String NARROW = "0";

    private static final Set<String> NOT_SEEN = Set.of("alt", "title");
    private static final Set<String> NOT_PRINTED = Set.of("title", "style", "script");

    private final Leaves leaves;
    private final Map<String, Object> model;
    private final Map<Path, Integer> lines;
    private final Set<Integer> fixed = new HashSet<>();
    private final Map<String, Said> meta = new HashMap<>();
    private final List<Element> blanks = new ArrayList<>();
    private String language = "";

    private Blanks(Leaves leaves, Map<String, Object> model, Map<Path, Integer> lines) {
        this.leaves = leaves;
        this.model = model;
        this.lines = lines;
    }

    /**
     * Changes the tree that was filled with signs; the model says what fixed leaves say.
     *
     * @param lines how many a text takes that takes more than one
     */
    static Blanks in(Document tree, Leaves leaves, Map<String, Object> model, Map<Path, Integer> lines) {
        var blanks = new Blanks(leaves, model, lines);
        blanks.attributes(tree.getDocumentElement());
        blanks.texts(tree.getDocumentElement());
        blanks.language = tree.getDocumentElement().getAttribute("lang");
        return blanks;
    }

    /** The elements; each says in {@link #LEAF} which leaf it is. */
    List<Element> elements() {
        return blanks;
    }

    /** The texts that many have alike and that have their block to themselves, so that they may take several lines. */
    Map<Path, Element> flowing() {
        var flowing = new HashMap<Path, Element>();
        var often = new HashSet<Path>();
        for (var blank : blanks) {
            var leaf = Integer.parseInt(blank.getAttribute(LEAF));
            var path = leaves.paths().get(leaf);
            if (leaves.isOfMany(leaf) && flowing.put(path, blank) != null) {
                often.add(path);
            }
        }
        flowing.values().removeIf(blank -> !isAlone(blank));
        flowing.keySet().removeAll(often);
        return flowing;
    }

    private static boolean isAlone(Element blank) {
        for (var child = blank.getParentNode().getFirstChild(); child != null; child = child.getNextSibling()) {
            if (child != blank
                    && !(child.getNodeType() == Node.TEXT_NODE
                            && child.getNodeValue().isBlank())) {
                return false;
            }
        }
        return true;
    }

    /** Leaves on which the page depends, and what they say. */
    Map<Path, String> fixed() {
        var said = new HashMap<Path, String>();
        fixed.forEach(leaf ->
                said.put(leaves.paths().get(leaf), leaves.paths().get(leaf).in(model)));
        return said;
    }

    PageProgram.Sayings sayings() {
        return new PageProgram.Sayings(said("title"), said("author"), said("description"), language);
    }

    private Said said(String name) {
        return meta.getOrDefault(name, Said.NOTHING);
    }

    private void attributes(Element element) {
        var attributes = element.getAttributes();
        for (var i = 0; i < attributes.getLength(); i++) {
            attribute(element, (Attr) attributes.item(i));
        }
        for (var child = element.getFirstChild(); child != null; child = child.getNextSibling()) {
            if (child instanceof Element below) {
                attributes(below);
            }
        }
    }

    private void attribute(Element element, Attr attribute) {
        var value = attribute.getValue();
        if (element.getNodeName().equals("meta") && attribute.getName().equals("content")) {
            meta.put(element.getAttribute("name"), Said.of(value, leaves));
        } else if (Leaves.hasSigns(value)) {
            var isSeen = !NOT_SEEN.contains(attribute.getName())
                    && !attribute.getName().startsWith("data-");
            attribute.setValue(isSeen ? saying(value) : "");
        }
    }

    private String saying(String masked) {
        for (var i = 0; i < masked.length(); i++) {
            var leaf = leaves.leaf(masked.charAt(i));
            if (leaf >= 0) {
                fixed.add(leaf);
            }
        }
        return Said.of(masked, leaves).with(texts());
    }

    private String[] texts() {
        return leaves.paths().stream().map(path -> path.in(model)).toArray(String[]::new);
    }

    private void texts(Node node) {
        if (node.getNodeName().equals("title")) {
            meta.put("title", Said.of(node.getTextContent(), leaves));
        }
        if (NOT_PRINTED.contains(node.getNodeName())) {
            return;
        }
        for (var child = node.getFirstChild(); child != null; ) {
            var next = child.getNextSibling();
            if (child.getNodeType() == Node.TEXT_NODE && Leaves.hasSigns(child.getNodeValue())) {
                split(node, child);
            } else {
                texts(child);
            }
            child = next;
        }
    }

    private void split(Node parent, Node text) {
        var document = text.getOwnerDocument();
        for (var piece : Said.of(text.getNodeValue(), leaves).pieces()) {
            if (piece.words() != null) {
                parent.insertBefore(document.createTextNode(piece.words()), text);
            } else if (fixed.contains(piece.leaf())) {
                var said = leaves.paths().get(piece.leaf()).in(model);
                parent.insertBefore(document.createTextNode(said), text);
            } else {
                blanks(parent, text, piece.leaf());
            }
        }
        parent.removeChild(text);
    }

    private void blanks(Node parent, Node before, int leaf) {
        int count = lines.getOrDefault(leaves.paths().get(leaf), 1);
        if (count == 1) {
            parent.insertBefore(blank(parent, leaf), before);
            return;
        }
        for (var line = 0; line < count; line++) {
            var block = parent.getOwnerDocument().createElement("span");
            block.setAttribute("style", "display: block");
            block.appendChild(blank(parent, leaves.line(leaf, line)));
            parent.insertBefore(block, before);
        }
    }

    private Element blank(Node parent, int leaf) {
        var blank = parent.getOwnerDocument().createElement("span");
        blank.setAttribute(LEAF, Integer.toString(leaf));
        blank.appendChild(parent.getOwnerDocument().createTextNode(NARROW));
        blanks.add(blank);
        return blank;
    }
}
