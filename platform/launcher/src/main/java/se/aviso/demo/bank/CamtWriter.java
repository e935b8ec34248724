package se.aviso.demo.bank;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Notifications (camt.054) and statements (camt.053) of the payments that a BgMax file tells of, in one entry. */
public final class CamtWriter {
    private final String bankgiro;

    /** @param bankgiro the digits of the number that is paid to */
    public CamtWriter(String bankgiro) {
        this.bankgiro = bankgiro;
    }

    /** A notification; the bank's references begin with the entry's. */
    public byte[] notification(String entry, LocalDate day, List<OutgoingPayment> payments) {
        return bytes(write(entry, day, payments));
    }

    /** A notification that the bank takes such payments back. */
    public byte[] takenBack(String entry, LocalDate day, List<OutgoingPayment> payments) {
        return bytes(write(entry, day, payments)
                .replace("<CdtDbtInd>CRDT</CdtDbtInd>", "<CdtDbtInd>DBIT</CdtDbtInd><RvslInd>true</RvslInd>"));
    }

    /** The account statement on which the same entry stands. */
    public byte[] statement(String entry, LocalDate day, List<OutgoingPayment> payments) {
        return bytes(write(entry, day, payments)
                .replace("camt.054", "camt.053")
                .replace("BkToCstmrDbtCdtNtfctn", "BkToCstmrStmt")
                .replace("Ntfctn>", "Stmt>"));
    }

    private String write(String entry, LocalDate day, List<OutgoingPayment> payments) {
        var sum = payments.stream().mapToLong(OutgoingPayment::ore).sum();
        var details = IntStream.range(0, payments.size())
                .mapToObj(at -> detail(entry + "-" + at, payments.get(at)))
                .collect(Collectors.joining("\n"));
        return """
                <?xml version="1.0" encoding="UTF-8"?>
                <Document xmlns="urn:iso:std:iso:20022:tech:xsd:camt.054.001.08"><BkToCstmrDbtCdtNtfctn>
                <GrpHdr><MsgId>%1$s</MsgId><CreDtTm>%2$sT06:00:00+01:00</CreDtTm></GrpHdr>
                <Ntfctn><Id>%1$s</Id><Acct><Id><IBAN>SE4550000000058398257466</IBAN></Id></Acct>
                <Ntry><Amt Ccy="SEK">%3$s</Amt><CdtDbtInd>CRDT</CdtDbtInd><Sts><Cd>BOOK</Cd></Sts>
                <BookgDt><Dt>%2$s</Dt></BookgDt><AcctSvcrRef>%1$s</AcctSvcrRef>
                <NtryDtls><Btch><NbOfTxs>%4$d</NbOfTxs></Btch>
                %5$s
                </NtryDtls></Ntry></Ntfctn></BkToCstmrDbtCdtNtfctn></Document>
                """.formatted(entry, day, kronor(sum), payments.size(), details);
    }

    private String detail(String reference, OutgoingPayment payment) {
        var free = payment.freeText().isEmpty() ? "" : "<Ustrd>" + payment.freeText() + "</Ustrd>";
        var structured = payment.references().stream()
                .map(digits -> "<Strd><CdtrRefInf><Tp><CdOrPrtry><Cd>SCOR</Cd></CdOrPrtry></Tp><Ref>" + digits
                        + "</Ref></CdtrRefInf></Strd>")
                .collect(Collectors.joining());
        return """
                <TxDtls><Refs><AcctSvcrRef>%s</AcctSvcrRef></Refs><Amt Ccy="SEK">%s</Amt>
                <RltdPties><Dbtr><Pty><Nm>%s</Nm></Pty></Dbtr><CdtrAcct><Id><Othr><Id>%s</Id>
                <SchmeNm><Prtry>BGNR</Prtry></SchmeNm></Othr></Id></CdtrAcct></RltdPties>
                <RmtInf>%s%s</RmtInf></TxDtls>""".formatted(reference, kronor(payment.ore()), payment.payerName(), bankgiro, free, structured);
    }

    private static String kronor(long ore) {
        return String.format(Locale.ROOT, "%d.%02d", ore / 100, ore % 100);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
