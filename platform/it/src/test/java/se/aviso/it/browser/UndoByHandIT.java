package se.aviso.it.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import se.aviso.demo.bank.OutgoingPayment;
import se.aviso.it.BankFiles;
import se.aviso.it.CamtWriter;

/** What came into the books by mistake, or was taken back by the bank, is taken back on screen. */
@OnRunningDemo
class UndoByHandIT {
    private static final LocalDate DAY = LocalDate.of(2028, 1, 3);

    private final Demo demo;

    UndoByHandIT(Demo demo) {
        this.demo = demo;
    }

    @Test
    void aWrongFileIsUndoneAfterItsEffectsWereSeen() {
        var claim = claim();
        try (var window = demo.as(User.OFFICE)) {
            book(window, "fel-fil.txt", BankFiles.of(claim.giro(), DAY, List.of(claim.payment())));
            window.page()
                    .getByText("Ångra hela filen", new Page.GetByTextOptions().setExact(true))
                    .click();
            window.page().waitForURL("**/bankfile/undo.xhtml**");
            assertThat(window.page().locator("main")).containsText("1 avi öppnas igen.");
            Usable.assertUsableNow(window, "a file that is to be undone");
            DeskIT.press(window.page(), "Ångra 1 betalning");
            assertThat(window.page().locator(".ui-message-error")).containsText("Skriv varför");
            window.page().locator("#reason").fill("Fel fil");
            DeskIT.press(window.page(), "Ångra 1 betalning");
            assertThat(window.page().locator("h1")).hasText("Filen är ångrad");
            assertThat(window.page().locator("main")).containsText("Därför: Fel fil");
            Usable.assertUsableNow(window, "a file that is undone");
        }
    }

    @Test
    void theBankTakesAPaymentBackAndAPersonSaysWhich() {
        var claim = claim();
        var taken = List.of(claim.payment());
        try (var window = demo.as(User.OFFICE)) {
            book(window, "betald.txt", BankFiles.of(claim.giro(), DAY, taken));
            var entry = UUID.randomUUID().toString().replace("-", "");
            book(window, "avdrag.xml", CamtWriter.takenBack(entry, claim.giro(), DAY.plusDays(1), taken));
            var deduction = demo.books()
                    .column("demo", "select id from payment where amount < 0 order by id desc limit 1")
                    .get(0);
            window.open("/payment/suspense.xhtml?payment=" + deduction);
            Usable.assertUsableNow(window, "a deduction of the bank");
            window.page()
                    .getByText("Välj betalningen", new Page.GetByTextOptions().setExact(true))
                    .click();
            window.page().waitForURL("**/payment/chargeback.xhtml**");
            assertThat(window.page().locator(".acts li").first()).containsText("Samma referens");
            Usable.assertUsableNow(window, "the payments that the bank may have taken back");
            DeskIT.press(window.page(), "Det är betalningen");
            assertThat(window.page().locator(".message.ok").first()).containsText("tagen tillbaka");
            Usable.assertUsableNow(window, "a payment that was taken back");
            DeskIT.press(window.page(), "Ångra");
            assertThat(window.page().locator(".message.ok").first()).containsText("skilt från betalningen");
        }
    }

    private static void book(Window window, String name, byte[] bytes) {
        DeskIT.handIn(window, name, bytes);
        DeskIT.press(window.page(), "Bokför");
        assertThat(window.page().locator("h1")).hasText("Filen är bokförd");
    }

    /** An open claim of the demo. */
    private record Claim(String giro, String ocr, long ore) {
        OutgoingPayment payment() {
            return OutgoingPayment.checked("Nils Betalare", ocr, ore);
        }
    }

    private Claim claim() {
        var parts = demo.books()
                .column(
                        "demo",
                        "select i.giro || ' ' || i.ocr || ' ' || s.claimed from invoice i join settlement s "
                                + "on s.tenant_id = i.tenant_id and s.invoice_id = i.id where s.status = 0 "
                                + "and i.kind = 0 and s.claimed > 0 and not exists (select 1 from dunning_charge c "
                                + "where c.tenant_id = i.tenant_id and i.id in (c.principal_id, c.invoice_id)) "
                                + "order by i.id desc limit 1")
                .get(0)
                .replace("bankgiro:", "")
                .split(" ", 3);
        return new Claim(parts[0], parts[1], Long.parseLong(parts[2]));
    }
}
