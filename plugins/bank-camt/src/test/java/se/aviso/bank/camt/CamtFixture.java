package se.aviso.bank.camt;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Locale;
import se.aviso.spi.bank.BankFormat;
import se.aviso.testkit.bank.EventLog;

/** The files made by hand, and smaller ones made on the spot. */
final class CamtFixture {
    static final String HEAD = """
            <?xml version="1.0" encoding="UTF-8"?>
            <Document xmlns="urn:iso:std:iso:20022:tech:xsd:camt.054.001.08"><BkToCstmrDbtCdtNtfctn>
            <GrpHdr><MsgId>M1</MsgId><CreDtTm>2027-01-05T06:00:00+01:00</CreDtTm></GrpHdr>
            <Ntfctn><Id>N1</Id><Acct><Id><IBAN>SE4550000000058398257466</IBAN></Id></Acct>
            """;
    static final String TAIL = "</Ntfctn></BkToCstmrDbtCdtNtfctn></Document>\n";

    private CamtFixture() {}

    /** A file made by hand. */
    static byte[] bytes(String name) {
        try (var file = CamtFixture.class.getResourceAsStream("/camt/" + name)) {
            if (file == null) {
                throw new IllegalArgumentException("no file " + name);
            }
            return file.readAllBytes();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    static String text(String name) {
        return new String(bytes(name), UTF_8);
    }

    /** What is read from a file made by hand: a statement, when that is what its document says. */
    static EventLog read(String name) {
        return read(bytes(name));
    }

    static EventLog read(byte[] bytes) {
        var statement = new String(bytes, UTF_8).contains("camt.053");
        BankFormat format = statement ? new Camt053Format() : new Camt054Format();
        return EventLog.of(format, bytes);
    }

    /** A notification with these entries. */
    static byte[] notification(String... entries) {
        return (HEAD + String.join("\n", entries) + TAIL).getBytes(UTF_8);
    }

    /** The same words as an account statement says them. */
    static String asStatement(String text) {
        return text.replace("camt.054", "camt.053")
                .replace("BkToCstmrDbtCdtNtfctn", "BkToCstmrStmt")
                .replace("Ntfctn>", "Stmt>");
    }

    /** An entry of so much with these details. */
    static String entry(String amount, String reference, String... details) {
        return """
                <Ntry><Amt Ccy="SEK">%s</Amt><CdtDbtInd>CRDT</CdtDbtInd><Sts><Cd>BOOK</Cd></Sts>
                <BookgDt><Dt>2027-01-04</Dt></BookgDt><AcctSvcrRef>%s</AcctSvcrRef><NtryDtls>%s</NtryDtls></Ntry>\
                """.formatted(amount, reference, String.join("\n", details));
    }

    /** A payment to 991-2346. */
    static String detail(String amount, String reference, String remittance) {
        return """
                <TxDtls><Refs><AcctSvcrRef>%s</AcctSvcrRef></Refs><Amt Ccy="SEK">%s</Amt><RltdPties><CdtrAcct><Id>\
                <Othr><Id>9912346</Id><SchmeNm><Prtry>BGNR</Prtry></SchmeNm></Othr></Id></CdtrAcct></RltdPties>\
                <RmtInf>%s</RmtInf></TxDtls>\
                """.formatted(reference, amount, remittance);
    }

    static String ocr(String digits) {
        return "<Strd><CdtrRefInf><Tp><CdOrPrtry><Cd>SCOR</Cd></CdOrPrtry></Tp><Ref>" + digits
                + "</Ref></CdtrRefInf></Strd>";
    }

    static String kronor(long ore) {
        return String.format(Locale.ROOT, "%d.%02d", ore / 100, ore % 100);
    }
}
