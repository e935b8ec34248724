package se.aviso.it.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

/** Money that waits, decided by keys and by reasons. */
@OnRunningDemo
class SuspenseIT {
    private static final String AMOUNT = "[id$=allocations-0-amount]";

    private final Demo demo;

    SuspenseIT(Demo demo) {
        this.demo = demo;
    }

    @Test
    void theAccountThatPaidBeforeSpeaksForTheInvoiceAndTheScoreSaysHowMuch() {
        try (var window = demo.as(User.OFFICE)) {
            openPaymentFromAKnownAccount(window);
            var first = window.page().locator(".suggestion").first();
            assertThat(first.locator(".reasons")).containsText("Samma konto som");
            assertThat(first.locator(".score")).containsText("40");
            Usable.assertUsableNow(window, "a payment with a score");
        }
    }

    @Test
    void theKeysDoWhatTheirHelpSays() {
        try (var window = demo.as(User.OFFICE)) {
            openPaymentFromAKnownAccount(window);
            var page = window.page();
            choose(page, "1");
            page.keyboard().press("Escape");
            page.waitForURL("**with=none**");
            assertThat(page.locator("#settle")).hasCount(0);
            choose(page, "1");
            page.keyboard().press("Enter");
            assertThat(page.locator(".message.ok")).containsText("avprickat");
            DeskIT.press(page, "Ångra");
            assertThat(page.locator(".message.ok").first()).containsText("ångrad");
        }
    }

    @Test
    void whatIsNoAmountIsSaidOnceAtItsField() {
        try (var window = demo.as(User.OFFICE)) {
            openPaymentFromAKnownAccount(window);
            var page = window.page();
            choose(page, "1");
            page.locator(AMOUNT).fill("1e3");
            page.locator(AMOUNT).press("Enter");
            assertThat(page.locator(".ui-message-error")).hasCount(1);
            assertThat(page.locator(".message.bad")).hasCount(0);
            assertThat(page.locator(AMOUNT)).hasAttribute("aria-invalid", "true");
            Usable.assertUsableNow(window, "an amount that is none");
            page.locator(AMOUNT).focus();
            page.keyboard().press("Escape");
            assertThat(page.locator(AMOUNT)).isVisible();
            page.keyboard().press("Escape");
            page.waitForURL("**with=none**");
        }
    }

    @Test
    void theKeyHelpStandsOnOneLineAndNoRingIsDrawnOnArrival() {
        try (var window = demo.as(User.OFFICE)) {
            window.open("/payment/suspense.xhtml");
            var page = window.wide().page();
            var height = page.locator(".keys").boundingBox().height;
            assertThat(height).isLessThan(2 * page.locator(".keys kbd").first().boundingBox().height);
            page.keyboard().press("j");
            page.waitForURL("**payment=**");
            assertThat(page.evaluate("getComputedStyle(document.getElementById('opened')).boxShadow"))
                    .isEqualTo("none");
        }
    }

    /** Keys are heard once the page is whole, and its fields stand there before. */
    private static void choose(Page page, String suggestion) {
        page.keyboard().press(suggestion);
        assertThat(page.locator(AMOUNT)).isVisible();
        page.waitForLoadState();
    }

    /** An account pays a part of a claim by its reference, and then something without. */
    private void openPaymentFromAKnownAccount(Window window) {
        var claim = demo.books()
                .column(
                        "demo",
                        "select i.giro || ' ' || i.ocr from invoice i join settlement s on s.tenant_id = i.tenant_id "
                                + "and s.invoice_id = i.id where s.status = 0 and s.claimed >= 20000 and i.kind = 0 "
                                + "order by i.id desc limit 1")
                .get(0)
                .replace("bankgiro:", "")
                .split(" ", 2);
        var number = demo.books()
                .column("demo", "select count(*)::text from payment")
                .get(0);
        var payer = "Okänd Avsändare " + number;
        DeskIT.handIn(window, "konto-" + number + ".xml", file(claim[0], claim[1], payer, number));
        DeskIT.press(window.page(), "Bokför");
        assertThat(window.page().locator("h1")).hasText("Filen är bokförd");
        window.open("/payment/suspense.xhtml");
        queued(window.page(), payer).click();
        assertThat(window.page().locator("#opened")).containsText(payer);
    }

    private static Locator queued(Page page, String payer) {
        return page.locator(".queue a", new Page.LocatorOptions().setHasText(payer))
                .first();
    }

    private static byte[] file(String giro, String ocr, String payer, String number) {
        var structured = "<Strd><CdtrRefInf><Tp><CdOrPrtry><Cd>SCOR</Cd></CdOrPrtry></Tp><Ref>" + ocr
                + "</Ref></CdtrRefInf></Strd>";
        var account = String.format("SE%022d", Long.parseLong(number));
        var day = LocalDate.of(2028, 1, 2);
        return """
                <?xml version="1.0" encoding="UTF-8"?>
                <Document xmlns="urn:iso:std:iso:20022:tech:xsd:camt.054.001.08"><BkToCstmrDbtCdtNtfctn>
                <GrpHdr><MsgId>K%1$s</MsgId><CreDtTm>%2$sT06:00:00+01:00</CreDtTm></GrpHdr>
                <Ntfctn><Id>K%1$s</Id><Acct><Id><IBAN>SE4550000000058398257466</IBAN></Id></Acct>
                <Ntry><Amt Ccy="SEK">105.00</Amt><CdtDbtInd>CRDT</CdtDbtInd><Sts><Cd>BOOK</Cd></Sts>
                <BookgDt><Dt>%2$s</Dt></BookgDt><AcctSvcrRef>K%1$s</AcctSvcrRef>
                <NtryDtls><Btch><NbOfTxs>2</NbOfTxs></Btch>%3$s%4$s</NtryDtls>
                </Ntry></Ntfctn></BkToCstmrDbtCdtNtfctn></Document>
                """.formatted(
                        number,
                        day,
                        detail("K" + number + "-1", "100.00", "", account, giro, structured),
                        detail("K" + number + "-2", "5.00", payer, account, giro, "<Ustrd>resten</Ustrd>"))
                .getBytes(StandardCharsets.UTF_8);
    }

    private static String detail(String... parts) {
        return """
                <TxDtls><Refs><AcctSvcrRef>%s</AcctSvcrRef></Refs><Amt Ccy="SEK">%s</Amt>
                <RltdPties><Dbtr><Pty><Nm>%s</Nm></Pty></Dbtr><DbtrAcct><Id><Othr><Id>%s</Id></Othr></Id></DbtrAcct>
                <CdtrAcct><Id><Othr><Id>%s</Id><SchmeNm><Prtry>BGNR</Prtry></SchmeNm></Othr></Id></CdtrAcct></RltdPties>
                <RmtInf>%s</RmtInf></TxDtls>""".formatted((Object[]) parts);
    }
}
