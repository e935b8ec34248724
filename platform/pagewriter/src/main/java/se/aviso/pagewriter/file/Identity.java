package se.aviso.pagewriter.file;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;

/**
 * What a file says of itself, once in the old way and once as XMP; an archive refuses it when the two differ.
 *
 * @param day becomes the time of creation, at midnight UTC
 */
public record Identity(String title, String author, String subject, LocalDate day) {
    public static final String PRODUCER = "Aviso";
    private static final int USUAL_XMP = 1_500;
    private static final byte[] XMP_HEAD = ("<?xpacket begin=\"\ufeff\" id=\"W5M0MpCehiHzreSzNTczkc9d\"?>"
                    + "<x:xmpmeta xmlns:x=\"adobe:ns:meta/\"><rdf:RDF xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\">"
                    + "<rdf:Description rdf:about=\"\" xmlns:pdfaid=\"http://www.aiim.org/pdfa/ns/id/\""
                    + " xmlns:dc=\"http://purl.org/dc/elements/1.1/\" xmlns:xmp=\"http://ns.adobe.com/xap/1.0/\""
                    + " xmlns:pdf=\"http://ns.adobe.com/pdf/1.3/\">"
                    + "<pdfaid:part>3</pdfaid:part><pdfaid:conformance>U</pdfaid:conformance>"
                    + "<pdf:Producer>" + PRODUCER + "</pdf:Producer><xmp:CreateDate>")
            .getBytes(StandardCharsets.UTF_8);
    private static final byte[] XMP_END =
            "</rdf:Description></rdf:RDF></x:xmpmeta><?xpacket end=\"r\"?>".getBytes(StandardCharsets.UTF_8);

    /** The old way, as a dictionary. */
    public void info(Bytes into) {
        into.text("<<");
        entry(into, "/Title", title);
        entry(into, "/Author", author);
        entry(into, "/Subject", subject);
        into.text("/Producer(" + PRODUCER + ")/CreationDate(D:");
        day(into, "").text("000000Z)>>");
    }

    /** The XMP as a stream; never compressed, so that programs find it. */
    public void metadata(Bytes into) {
        var xmp = described();
        into.text("<</Type/Metadata/Subtype/XML/Length ")
                .number(xmp.length())
                .text(">>stream\n")
                .put(xmp.array(), xmp.length())
                .text("\nendstream");
    }

    /** The XMP. */
    public byte[] xmp() {
        return described().copy();
    }

    private Bytes described() {
        var xmp = new Bytes(USUAL_XMP).put(XMP_HEAD);
        day(xmp, "-").text("T00:00:00Z</xmp:CreateDate>");
        element(xmp, "title", "Alt", title);
        element(xmp, "creator", "Seq", author);
        element(xmp, "description", "Alt", subject);
        return xmp.put(XMP_END);
    }

    private static void element(Bytes xmp, String name, String kind, String text) {
        if (text.isEmpty()) {
            return;
        }
        xmp.text("<dc:").text(name).text("><rdf:").text(kind).text("><rdf:li");
        if (kind.equals("Alt")) {
            xmp.text(" xml:lang=\"x-default\"");
        }
        xmp.put('>').utf8(escaped(text));
        xmp.text("</rdf:li></rdf:").text(kind).text("></dc:").text(name).put('>');
    }

    private static String escaped(String text) {
        return text.indexOf('<') < 0 && text.indexOf('>') < 0 && text.indexOf('&') < 0
                ? text
                : text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }

    private static void entry(Bytes into, String name, String text) {
        if (text.isEmpty()) {
            return;
        }
        into.text(name).text("<feff");
        for (var i = 0; i < text.length(); i++) {
            into.hex(text.charAt(i) >> 8).hex(text.charAt(i));
        }
        into.put('>');
    }

    private Bytes day(Bytes into, String between) {
        return into.padded(day.getYear(), 4)
                .text(between)
                .padded(day.getMonthValue(), 2)
                .text(between)
                .padded(day.getDayOfMonth(), 2);
    }
}
