package se.aviso.pagewriter.file;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.HexFormat;

/**
 * What a file says of itself, once in the old way and once as XMP; an archive refuses it when the two differ.
 *
 * @param day becomes the time of creation, at midnight UTC
 */
public record Identity(String title, String author, String subject, LocalDate day) {
    public static final String PRODUCER = "Aviso";
    private static final String XMP_HEAD = "<?xpacket begin=\"\ufeff\" id=\"W5M0MpCehiHzreSzNTczkc9d\"?>"
            + "<x:xmpmeta xmlns:x=\"adobe:ns:meta/\"><rdf:RDF xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\">"
            + "<rdf:Description rdf:about=\"\" xmlns:pdfaid=\"http://www.aiim.org/pdfa/ns/id/\""
            + " xmlns:dc=\"http://purl.org/dc/elements/1.1/\" xmlns:xmp=\"http://ns.adobe.com/xap/1.0/\""
            + " xmlns:pdf=\"http://ns.adobe.com/pdf/1.3/\">"
            + "<pdfaid:part>3</pdfaid:part><pdfaid:conformance>U</pdfaid:conformance>"
            + "<pdf:Producer>" + PRODUCER + "</pdf:Producer><xmp:CreateDate>";
    private static final String XMP_END = "</rdf:Description></rdf:RDF></x:xmpmeta><?xpacket end=\"r\"?>";

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
        var xmp = xmp();
        into.text("<</Type/Metadata/Subtype/XML/Length ")
                .number(xmp.length)
                .text(">>stream\n")
                .put(xmp)
                .text("\nendstream");
    }

    /** The XMP. */
    public byte[] xmp() {
        var xmp = new StringBuilder(1_200).append(XMP_HEAD);
        xmp.append(DateTimeFormatter.ISO_LOCAL_DATE.format(day)).append("T00:00:00Z</xmp:CreateDate>");
        element(xmp, "title", "Alt", title);
        element(xmp, "creator", "Seq", author);
        element(xmp, "description", "Alt", subject);
        return xmp.append(XMP_END).toString().getBytes(StandardCharsets.UTF_8);
    }

    private static void element(StringBuilder xmp, String name, String kind, String text) {
        if (text.isEmpty()) {
            return;
        }
        xmp.append("<dc:").append(name).append("><rdf:").append(kind).append("><rdf:li");
        if (kind.equals("Alt")) {
            xmp.append(" xml:lang=\"x-default\"");
        }
        xmp.append('>');
        for (var i = 0; i < text.length(); i++) {
            var letter = text.charAt(i);
            switch (letter) {
                case '<' -> xmp.append("&lt;");
                case '>' -> xmp.append("&gt;");
                case '&' -> xmp.append("&amp;");
                default -> xmp.append(letter);
            }
        }
        xmp.append("</rdf:li></rdf:").append(kind).append("></dc:").append(name).append('>');
    }

    private static void entry(Bytes into, String name, String text) {
        if (!text.isEmpty()) {
            into.text(name).text("<feff");
            into.text(HexFormat.of().formatHex(text.getBytes(StandardCharsets.UTF_16BE)));
            into.text(">");
        }
    }

    private Bytes day(Bytes into, String between) {
        return into.padded(day.getYear(), 4)
                .text(between)
                .padded(day.getMonthValue(), 2)
                .text(between)
                .padded(day.getDayOfMonth(), 2);
    }
}
