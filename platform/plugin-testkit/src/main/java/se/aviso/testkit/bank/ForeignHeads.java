package se.aviso.testkit.bank;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.LinkedHashMap;
import java.util.Map;

/** The first bytes of files of many formats, by format name, none of them whole. */
final class ForeignHeads {
    private static final String XML = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n";

    private ForeignHeads() {}

    static Map<String, byte[]> all() {
        var heads = new LinkedHashMap<String, byte[]>();
        heads.put("BGMAX", line("01BGMAX               0120260302083000000000P"));
        heads.put("AUTOGIRO", line("01AUTOGIRO              20260302            AUTOGIRO9912346"));
        heads.put("LB", line("110009912346260302LEVERANTORSBETALNINGAR"));
        heads.put("TOTALIN", line("00TI123456    2026030208300000000001TL1TOTALIN"));
        heads.put("OCRGIRO", line("NY000010000080800170031000102030"));
        heads.put("CAMT053", document("camt.053.001.02"));
        heads.put("CAMT054", document("camt.054.001.08"));
        heads.put("PAIN001", document("pain.001.001.03"));
        heads.put("MT940", ":20:STARTUMSE\r\n:25:50000000/1234567\r\n:28C:1/1\r\n".getBytes(ISO_8859_1));
        heads.put("SIE4", "#FLAGGA 0\r\n#PROGRAM \"Test\" 1\r\n#FORMAT PC8\r\n".getBytes(ISO_8859_1));
        heads.put("SWISH", "01;2026-03-03;2026-03-02;\n02;5500001234;123456789;".getBytes(UTF_8));
        heads.put("CSV", "Datum;Belopp;OCR\n2026-03-02;300,00;1230\n".getBytes(UTF_8));
        heads.put("HTML", "<!DOCTYPE html><html><head><title>Logga in</title>".getBytes(UTF_8));
        heads.put("PDF", "%PDF-1.7\n%\u00e2\u00e3\n1 0 obj\n".getBytes(ISO_8859_1));
        heads.put("ZIP", "PK\u0003\u0004\u0014\u0000\u0000\u0000\b\u0000".getBytes(ISO_8859_1));
        heads.put("DIGITS", line("01" + "0".repeat(78)));
        heads.put("BLANKS", " \r\n \r\n\t\t".getBytes(ISO_8859_1));
        return heads;
    }

    private static byte[] line(String text) {
        return (text + " ".repeat(80 - text.length()) + "\r\n").getBytes(ISO_8859_1);
    }

    private static byte[] document(String message) {
        return (XML + "<Document xmlns=\"urn:iso:std:iso:20022:tech:xsd:" + message + "\">\n").getBytes(UTF_8);
    }
}
