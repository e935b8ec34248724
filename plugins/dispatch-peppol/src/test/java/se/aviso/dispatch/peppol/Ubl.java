package se.aviso.dispatch.peppol;

import java.io.ByteArrayInputStream;
import java.util.List;
import java.util.stream.IntStream;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.xpath.XPathConstants;
import javax.xml.xpath.XPathFactory;
import org.w3c.dom.Document;
import org.w3c.dom.NodeList;
import se.aviso.spi.dispatch.InvoiceFacts;
import se.aviso.spi.dispatch.Message;

/** A document as it was written, read by a parser that knows nothing of UBL; the names are those of its elements. */
@SuppressWarnings("ArrayRecordComponent") // nobody compares two
record Ubl(byte[] bytes, Document document) {
    static Ubl of(InvoiceFacts facts, Message.Attachment... attachments) throws UnwritableException {
        return read(UblDocument.write(facts, SomeFacts.BUYER, List.of(attachments)));
    }

    static Ubl read(byte[] bytes) {
        try {
            var builder = DocumentBuilderFactory.newInstance().newDocumentBuilder();
            return new Ubl(bytes, builder.parse(new ByteArrayInputStream(bytes)));
        } catch (Exception unreadable) {
            throw new AssertionError(unreadable);
        }
    }

    /** The texts at a path of element names: {@code TaxTotal/TaxAmount}. */
    List<String> all(String path) {
        var named = "//" + path.replaceAll("(^|/)([A-Z][A-Za-z]+)", "$1*[local-name()='$2']");
        try {
            var nodes =
                    (NodeList) XPathFactory.newInstance().newXPath().evaluate(named, document, XPathConstants.NODESET);
            return IntStream.range(0, nodes.getLength())
                    .mapToObj(nodes::item)
                    .map(node -> node.getTextContent().strip())
                    .toList();
        } catch (Exception noPath) {
            throw new AssertionError(noPath);
        }
    }

    String one(String path) {
        var all = all(path);
        if (all.size() != 1) {
            throw new AssertionError(path + " is there " + all.size() + " times");
        }
        return all.get(0);
    }
}
