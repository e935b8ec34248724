package se.aviso.bank.camt;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static se.aviso.bank.camt.CamtFixture.detail;
import static se.aviso.bank.camt.CamtFixture.entry;
import static se.aviso.bank.camt.CamtFixture.notification;
import static se.aviso.bank.camt.CamtFixture.ocr;
import static se.aviso.bank.camt.CamtFixture.read;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import se.aviso.spi.bank.Problem;
import se.aviso.testkit.bank.EventLog;

/** What is wrong is told with the number of the entry and the byte. */
class DamagedFileTest {
    private static final String GOOD = new String(
            notification(
                    entry("300.00", "E1", detail("300.00", "T1", ocr("1230"))),
                    entry(
                            "500.00",
                            "E2",
                            "<Btch><NbOfTxs>2</NbOfTxs><TtlAmt Ccy=\"SEK\">500.00</TtlAmt></Btch>",
                            detail("200.00", "T2", ocr("12351")),
                            detail("300.00", "T3", "<Ustrd>åäö</Ustrd>"))),
            UTF_8);

    @Test
    void theFileAsItIsIsRight() {
        assertThat(read(GOOD.getBytes(UTF_8)).isAccepted()).isTrue();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            <NbOfTxs>2</NbOfTxs>               | <NbOfTxs>3</NbOfTxs>               | BATCH_COUNT   | <Btch>
            <NbOfTxs>2</NbOfTxs>               | <NbOfTxs>two</NbOfTxs>             | BATCH_COUNT   | <Btch>
            <TtlAmt Ccy="SEK">500.00           | <TtlAmt Ccy="SEK">501.00           | BATCH_SUM     | <Btch>
            <Amt Ccy="SEK">500.00</Amt><CdtDb  | <Amt Ccy="SEK">500,00</Amt><CdtDb  | BAD_AMOUNT    | <Ntry>
            <Amt Ccy="SEK">500.00</Amt><CdtDb  | <Amt Ccy="SEK">-500.00</Amt><CdtDb | BAD_AMOUNT    | <Ntry>
            <Amt Ccy="SEK">500.00</Amt><CdtDb  | <Amt Ccy="SEK">5E2</Amt><CdtDb     | BAD_AMOUNT    | <Ntry>
            <Amt Ccy="SEK">500.00</Amt><CdtDb  | <Amt Ccy="KRO">500.00</Amt><CdtDb  | BAD_AMOUNT    | <Ntry>
            <Amt Ccy="SEK">500.00</Amt><CdtDb  | <Amt Ccy="XAU">500</Amt><CdtDb     | BAD_AMOUNT    | <Ntry>
            <Amt Ccy="SEK">200.00</Amt>        | <Amt Ccy="SEK">200.00000</Amt>     | BAD_AMOUNT    | <TxDtls>
            <Amt Ccy="SEK">200.00</Amt>        | <Amt Ccy="EUR">200.00</Amt>        | BAD_AMOUNT    | <TxDtls>
            >12351<                            | >12360<                            | NONE          | <TxDtls>
            """)
    void ofTheSecondEntry(String right, String wrong, String code, String tag) {
        var from = GOOD.lastIndexOf("<Ntry>");
        var damaged = GOOD.substring(0, from) + GOOD.substring(from).replace(right, wrong);
        assertThat(damaged).isNotEqualTo(GOOD);
        var log = read(damaged.getBytes(UTF_8));
        if (code.equals("NONE")) {
            assertThat(log.isAccepted()).isTrue();
            return;
        }
        assertPlace(log, code, 2, damaged.indexOf(tag, from));
    }

    @Test
    void detailsThatDoNotAmountToTheirEntryAreRefused() {
        var damaged = GOOD.replaceFirst("(<Ntry>.*?)>300.00<", "$1>299.00<");
        assertPlace(read(damaged.getBytes(UTF_8)), "ENTRY_SUM", 1, damaged.indexOf("<Ntry>"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            CRDT        | CRED        | BAD_INDICATOR
            BOOK        | BOKD        | BAD_STATUS
            2027-01-04  | 2027-02-30  | BAD_DATE
            2027-01-04  | 1010-01-04  | BAD_DATE
            9912346     | 9912345     | BAD_BANKGIRO
            """)
    void ofTheFirstEntry(String right, String wrong, String code) {
        var damaged = GOOD.replaceFirst(right, wrong);
        var tag = code.equals("BAD_BANKGIRO") ? "<TxDtls>" : "<Ntry>";
        assertPlace(read(damaged.getBytes(UTF_8)), code, 1, damaged.indexOf(tag));
    }

    @Test
    void aPaymentToNobodyIsRefused() {
        var nobody = GOOD.replaceAll("<Acct>.*</Acct>", "").replaceAll("<RltdPties>.*?</RltdPties>", "");
        assertThat(read(nobody.getBytes(UTF_8)).fatalCodes()).containsOnly("NO_ACCOUNT");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            <Sum>380.00</Sum>       | <Sum>380.01</Sum>     | STATEMENT_SUM
            <Amt>320.00</Amt>       | <Amt>-320.00</Amt>    | STATEMENT_SUM
            <Sum>350.00</Sum>       | <Sum></Sum><Sum>1</Sum> | STATEMENT_SUM
            <NbOfNtries>1<          | <NbOfNtries>2<        | STATEMENT_COUNT
            >1270.00<               | >1320.00<             | BALANCE
            >1000.00<               | >1000,00<             | BALANCE
            """)
    void whatAStatementDeclaresIsHeldAgainstItsEntries(String right, String wrong, String code) {
        var text = CamtFixture.text("balances-08.xml");
        var log = read(text.replace(right, wrong).getBytes(UTF_8));
        assertThat(text).contains(right);
        assertThat(log.fatalCodes()).containsExactly(code);
        assertThat(log.isClosed()).isTrue();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            <?xml version="1.0" encoding="UTF-8"?> | <!DOCTYPE a [<!ENTITY x "ha"><!ENTITY y "&x;&x;&x;">]>
            <?xml version="1.0" encoding="UTF-8"?> | <!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]>
            <?xml version="1.0" encoding="UTF-8"?> | <!DOCTYPE a SYSTEM "http://127.0.0.1:9/none.dtd">
            """)
    void aDocumentTypeIsRefusedBeforeAnythingOfItIsRead(String declaration, String type) {
        var log = read(GOOD.replace(declaration, declaration + type)
                .replace("åäö", "&y;")
                .getBytes(UTF_8));
        assertPlace(log, "DOCUMENT_TYPE", 1, declaration.length());
    }

    @Test
    void anEntityThatNobodyDeclaredIsMalformed() {
        var log = read(GOOD.replace("åäö", "&x;").getBytes(UTF_8));
        assertPlace(log, "MALFORMED", 2, GOOD.indexOf("<Ustrd>"));
    }

    @Test
    void deepNestingIsRefused() {
        var deep = GOOD.replace("<Ustrd>åäö</Ustrd>", "<a>".repeat(100_000));
        var problem = read(deep.getBytes(UTF_8)).problems().get(0);
        assertThat(problem.code()).isEqualTo("TOO_DEEP");
        assertThat(problem.place().record()).isEqualTo(2);
    }

    @Test
    void aTextWithoutEndIsRefused() {
        var log = read(GOOD.replace("åäö", "x".repeat(10_000_000)).getBytes(UTF_8));
        assertThat(log.fatalCodes()).containsExactly("LONG_PART");
    }

    @Test
    void aFileCutInsideATagIsTruncatedAtItsLastByte() {
        var bytes = Arrays.copyOf(GOOD.getBytes(UTF_8), GOOD.getBytes(UTF_8).length / 2);
        assertPlace(read(bytes), "TRUNCATED", 2, bytes.length);
    }

    @Test
    void tagsThatDoNotMatchAreMalformed() {
        assertPlace(read(GOOD.replace("</Ustrd>", "</Ustr>").getBytes(UTF_8)), "MALFORMED", 2, GOOD.indexOf("<Ustrd>"));
    }

    @Test
    void somethingBehindTheEndIsMalformed() {
        assertThat(read((GOOD + GOOD.substring(GOOD.indexOf("<Document"))).getBytes(UTF_8))
                        .fatalCodes())
                .containsExactly("MALFORMED");
    }

    @Test
    void anotherCharacterSetThanDeclaredIsRefusedAtItsByte() {
        var bytes = GOOD.getBytes(ISO_8859_1);
        assertPlace(read(bytes), "BAD_CHARACTER", 2, GOOD.indexOf("åäö"));
    }

    @Test
    void aCharacterSetThatIsNotReadIsNamed() {
        assertPlace(read(GOOD.replace("\"UTF-8\"", "\"IBM-278\"").getBytes(UTF_8)), "BAD_ENCODING", 1, 0);
    }

    @Test
    void twoBytesALetterAreReadByTheirMark() {
        assertThat(EventLog.of(new Camt054Format(), GOOD.getBytes(UTF_16)).isAccepted())
                .isTrue();
    }

    @Test
    void offsetsCountTheBytesOfLongLettersAndOfTheMark() {
        var damaged =
                ("\uFEFF" + GOOD).replace("M1", "åŁ€\uD83D\uDE00").replace(">500.00</Amt><Cdt", ">5O0.00</Amt><Cdt");
        var at = damaged.substring(0, damaged.lastIndexOf("<Ntry>")).getBytes(UTF_8).length;
        assertPlace(read(damaged.getBytes(UTF_8)), "BAD_AMOUNT", 2, at);
    }

    @Test
    void aStatementReadAsANotificationIsRefused() {
        var log = EventLog.of(new Camt054Format(), CamtFixture.bytes("balances-08.xml"));
        assertThat(log.fatalCodes()).containsExactly("NOT_CAMT054");
    }

    private static void assertPlace(EventLog log, String code, int record, long offset) {
        var fatal = log.problems().stream()
                .filter(problem -> problem.severity() == Problem.Severity.FATAL)
                .toList();
        assertThat(fatal).extracting(Problem::code).containsExactly(code);
        assertThat(fatal.get(0).place().record()).as("record").isEqualTo(record);
        assertThat(fatal.get(0).place().byteOffset()).as("offset").isEqualTo(offset);
    }
}
