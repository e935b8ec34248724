package se.aviso.bank.camt;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * Walks the tags of a file from one to the next, by the JDK's own StAX parser: no other is asked for, whatever the
 * server brings, so that the same bytes always give the same answer.
 */
final class Cursor {
    /** More elements than any entry's detail or header has; a bound for the memory. */
    private static final int MOST_ELEMENTS = 50_000;

    private static final int MOST_LETTERS = 2_000_000;

    private static final Pattern BLANKS = Pattern.compile("\\s+");

    private final ByteExactReader characters;
    private final XMLStreamReader xml;
    private String namespace = "";
    private long offset;
    private int elements;
    private int letters;

    Cursor(ByteExactReader characters) throws IOException {
        this.characters = characters;
        try {
            this.xml = factory().createXMLStreamReader(characters);
        } catch (XMLStreamException broken) {
            throw reason(broken);
        }
    }

    private static XMLInputFactory factory() {
        var factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_NAMESPACE_AWARE, true);
        factory.setProperty(XMLInputFactory.IS_COALESCING, false);
        return factory;
    }

    /** The namespace of the document element, which its parts must share. */
    void within(String documentNamespace) {
        namespace = documentNamespace;
    }

    /** Goes to the next tag; false at the end of the file. */
    boolean next() throws IOException {
        for (var event = advance(); event != XMLStreamConstants.END_DOCUMENT; event = advance()) {
            if (isTag(event)) {
                return true;
            }
        }
        return false;
    }

    private int advance() throws IOException {
        try {
            var event = xml.next();
            if (isTag(event)) {
                offset = characters.nextTag();
            }
            return event;
        } catch (XMLStreamException broken) {
            throw reason(broken);
        }
    }

    private static boolean isTag(int event) {
        return event == XMLStreamConstants.START_ELEMENT || event == XMLStreamConstants.END_ELEMENT;
    }

    private IOException reason(XMLStreamException broken) {
        var fault = characters.fault();
        if (fault.isPresent()) {
            return fault.get();
        } else if (characters.isCutOff()) {
            return new Refusal("TRUNCATED", "the file ends before its last tag", characters.offset());
        }
        var location = broken.getLocation();
        var where = location == null ? "" : ", line " + location.getLineNumber();
        return new Refusal("MALFORMED", "this is not well-formed XML, behind this tag" + where, offset);
    }

    boolean isStart() {
        return xml.isStartElement();
    }

    /** The name of the tag without its prefix; empty when it is of another namespace. */
    String name() {
        return namespace().equals(namespace) ? xml.getLocalName() : "";
    }

    String namespace() {
        return xml.getNamespaceURI() == null ? "" : xml.getNamespaceURI();
    }

    /** Where the tag begins. */
    long offset() {
        return offset;
    }

    /** Passes over the element that begins here, with all that is in it. */
    void skip() throws IOException {
        for (var depth = 1; depth > 0; ) {
            next();
            depth += isStart() ? 1 : -1;
        }
    }

    /** Reads the element that begins here, with all that is in it. */
    Element element() throws IOException {
        elements = 0;
        letters = 0;
        return whole();
    }

    private Element whole() throws IOException {
        if (++elements > MOST_ELEMENTS) {
            throw new Refusal("LARGE_PART", "one detail has more than " + MOST_ELEMENTS + " elements", offset);
        }
        var name = name();
        var begin = offset;
        var currency = xml.getAttributeValue(null, "Ccy");
        var text = new StringBuilder();
        List<Element> children = List.of();
        for (var event = advance(); event != XMLStreamConstants.END_ELEMENT; event = advance()) {
            if (event == XMLStreamConstants.START_ELEMENT) {
                children = children.isEmpty() ? new ArrayList<>() : children;
                children.add(whole());
            } else if (event == XMLStreamConstants.CHARACTERS || event == XMLStreamConstants.CDATA) {
                append(text);
            }
        }
        return new Element(name, begin, currency == null ? "" : currency, plain(text), children);
    }

    /** Blanks around the text taken away, and runs of them within made one. */
    private static String plain(StringBuilder text) {
        var stripped = text.toString().strip();
        for (var at = 0; at < stripped.length(); at++) {
            if (stripped.charAt(at) <= ' ' && (stripped.charAt(at) != ' ' || stripped.charAt(at + 1) == ' ')) {
                return BLANKS.matcher(stripped).replaceAll(" ");
            }
        }
        return stripped;
    }

    private void append(StringBuilder text) throws Refusal {
        letters += xml.getTextLength();
        if (letters > MOST_LETTERS) {
            throw new Refusal("LARGE_PART", "one detail has more than " + MOST_LETTERS + " letters", offset);
        }
        text.append(xml.getTextCharacters(), xml.getTextStart(), xml.getTextLength());
    }
}
