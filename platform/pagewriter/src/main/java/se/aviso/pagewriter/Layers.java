package se.aviso.pagewriter;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/**
 * Boxes of a page that say nothing but what many documents have alike, as a letterhead does. A template marks them with
 * {@code data-layer}; they are drawn for each seller once and laid over whatever page is at hand.
 */
final class Layers {
    static final String MARK = "data-layer";
    static final String SLOTS = "data-slots";
    private static final String ID = "id";

    private final Leaves leaves;
    private final List<Plan> plans = new ArrayList<>();

    private Layers(Leaves leaves) {
        this.leaves = leaves;
    }

    /**
     * How a layer is made.
     *
     * @param alone the page with nothing else on it, signs where texts stand
     * @param markup by which the layer is known from others
     * @param paths the texts on it, in their order
     * @param leaves which signs are whose
     */
    record Plan(Document alone, String markup, List<Path> paths, Leaves leaves) {
        Plan {
            paths = List.copyOf(paths);
        }

        /** What a document says on it. */
        List<String> texts(Map<String, Object> model) {
            var texts = new ArrayList<String>(paths.size());
            for (var path : paths) {
                texts.add(path.in(model));
            }
            return texts;
        }

        /** Whether a picture of this name is on it. */
        boolean shows(String picture, List<String> texts) {
            var source = Pictures.SCHEME + picture;
            return texts.contains(source)
                    || markup.contains("src=" + source + " ")
                    || markup.contains("src=" + source + ">");
        }

        /** The page with a document's texts. */
        synchronized Document filled(Map<String, Object> model) {
            var copy = (Document) alone.cloneNode(true);
            fill(
                    copy,
                    leaves.paths().stream()
                            .map(path -> path.isLine() ? "" : path.in(model))
                            .toArray(String[]::new));
            return copy;
        }

        private void fill(Node node, String[] texts) {
            if (node.getNodeType() == Node.TEXT_NODE && Leaves.hasSigns(node.getNodeValue())) {
                node.setNodeValue(Said.of(node.getNodeValue(), leaves).with(texts));
            }
            if (node instanceof Element element) {
                var attributes = element.getAttributes();
                for (var i = 0; i < attributes.getLength(); i++) {
                    fill(attributes.item(i), texts);
                }
            }
            if (node.getNodeType() == Node.ATTRIBUTE_NODE) {
                node.setNodeValue(Said.of(node.getNodeValue(), leaves).with(texts));
                return;
            }
            for (var child = node.getFirstChild(); child != null; child = child.getNextSibling()) {
                fill(child, texts);
            }
        }
    }

    /** Takes the layers out of a filled tree; the element in which one stood tells its number. */
    static List<Plan> cut(Document tree, Leaves leaves) {
        var layers = new Layers(leaves);
        for (var element : marked(tree, leaves)) {
            layers.take(element);
        }
        return layers.plans;
    }

    /** The boxes that can be layers, from the top. */
    static List<Element> marked(Document tree, Leaves leaves) {
        var marked = new ArrayList<Element>();
        var all = tree.getElementsByTagName("*");
        for (var i = 0; i < all.getLength(); i++) {
            if (all.item(i) instanceof Element element
                    && element.hasAttribute(MARK)
                    && !isWithin(element.getParentNode(), marked)
                    && isOfMany(element, leaves)) {
                marked.add(element);
            }
        }
        return marked;
    }

    /** True where some text is another in other documents, and each such text is one that many have alike. */
    private static boolean isOfMany(Element element, Leaves leaves) {
        var signs = new StringBuilder();
        written(element, signs);
        return signs.chars()
                .map(letter -> leaves.leaf((char) letter))
                .filter(leaf -> leaf >= 0)
                .allMatch(leaves::isOfMany);
    }

    /** Whether a node stands in one of the elements or is one. */
    static boolean isWithin(@Nullable Node node, List<Element> elements) {
        for (var at = node; at != null; at = at.getParentNode()) {
            if (at instanceof Element element && elements.contains(element)) {
                return true;
            }
        }
        return false;
    }

    /** A page on which this box stands alone. */
    static Document alone(Element marked) {
        var whole = marked.getOwnerDocument();
        var steps = new ArrayList<Integer>();
        for (Node at = marked; at.getParentNode() != null; at = at.getParentNode()) {
            steps.add(0, place(at));
        }
        var copy = (Document) whole.cloneNode(true);
        Node at = copy;
        for (var step : steps) {
            var child = at.getFirstChild();
            for (var i = 0; i < step; i++) {
                child = child.getNextSibling();
            }
            if (!(at instanceof Document) && !at.getNodeName().equals("html")) {
                leaveOnly(at, child);
            }
            at = child;
        }
        return copy;
    }

    private static int place(Node node) {
        var place = 0;
        for (var before = node.getPreviousSibling(); before != null; before = before.getPreviousSibling()) {
            place++;
        }
        return place;
    }

    private static void leaveOnly(Node parent, Node kept) {
        for (var child = parent.getFirstChild(); child != null; ) {
            var next = child.getNextSibling();
            if (child != kept) {
                parent.removeChild(child);
            }
            child = next;
        }
    }

    private void take(Element element) {
        element.removeAttribute(ID);
        var alone = alone(element);
        var signs = new StringBuilder();
        written(element, signs);
        var numbers = signs.chars()
                .map(letter -> leaves.leaf((char) letter))
                .filter(leaf -> leaf >= 0)
                .distinct()
                .boxed()
                .toList();
        var markup = new StringBuilder();
        for (var i = 0; i < signs.length(); i++) {
            var leaf = leaves.leaf(signs.charAt(i));
            markup.append(leaf < 0 ? signs.charAt(i) : "\u0000" + numbers.indexOf(leaf));
        }
        var around = around(element);
        var parent = (Element) element.getParentNode();
        parent.setAttribute(SLOTS, (parent.getAttribute(SLOTS) + " " + plans.size()).strip());
        parent.removeChild(element);
        var paths = numbers.stream().map(leaves.paths()::get).toList();
        plans.add(new Plan(alone, around + markup, paths, leaves));
    }

    /** Which elements there are around it, since the style may ask for them. */
    private static String around(Element marked) {
        var around = new StringBuilder();
        for (var at = marked.getParentNode(); at instanceof Element element; at = at.getParentNode()) {
            around.append(element.getNodeName())
                    .append('.')
                    .append(element.getAttribute("class"))
                    .append(' ');
        }
        return around.toString();
    }

    private static void written(Node node, StringBuilder into) {
        if (node.getNodeType() == Node.TEXT_NODE) {
            into.append(node.getNodeValue());
            return;
        }
        into.append('<').append(node.getNodeName());
        var attributes = node.getAttributes();
        for (var i = 0; attributes != null && i < attributes.getLength(); i++) {
            var attribute = attributes.item(i);
            if (!attribute.getNodeName().equals(ID)) {
                into.append(' ').append(attribute.getNodeName()).append('=').append(attribute.getNodeValue());
            }
        }
        into.append('>');
        for (var child = node.getFirstChild(); child != null; child = child.getNextSibling()) {
            written(child, into);
        }
        into.append("</>");
    }
}
