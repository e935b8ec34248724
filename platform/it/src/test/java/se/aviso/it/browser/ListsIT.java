package se.aviso.it.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Lists and trees as the office reads them: what an address asks for, whom a payment is for, how many belong where. */
@OnRunningDemo
class ListsIT {
    private final Demo demo;

    ListsIT(Demo demo) {
        this.demo = demo;
    }

    @ParameterizedTest
    @CsvSource({
        "/member/list.xhtml?status=NONSENSE, status=NONSENSE",
        "/invoice/list.xhtml?dueFrom=2026-13-40, dueFrom=2026-13-40",
        "/invoice/list.xhtml?status=NONSENSE, status=NONSENSE",
        "/payment/list.xhtml?bookedFrom=2026-13-40, bookedFrom=2026-13-40",
        "/payment/list.xhtml?amount=1e3, amount=1e3",
        "/dispatch/list.xhtml?channel=PIGEON, channel=PIGEON"
    })
    void aCriterionThatNobodyUnderstandsIsToldAndTheRestIsListed(String address, String told) {
        try (var window = demo.as(User.OFFICE)) {
            assertThat(window.open(address)).isEqualTo(200);
            assertThat(window.page().locator(".message.warn")).containsText(told);
            assertThat(window.page().locator("table.data tbody tr").first()).isVisible();
            assertThat(window.page().locator(".filters .chip:not(.add)")).hasCount(0);
            Usable.assertUsableNow(window, address);
        }
    }

    @Test
    void anAddressThatIsUnderstoodIsNotSpokenOf() {
        try (var window = demo.as(User.OFFICE)) {
            window.open("/payment/list.xhtml?suspense=false&bookedFrom=2026-01-01");
            assertThat(window.page().locator(".message")).hasCount(0);
            assertThat(window.page().locator(".filters .chip:not(.add)")).hasCount(1);
        }
    }

    @Test
    void aPaymentByReferenceAloneIsShownByTheMemberWhoseInvoiceItPaid() {
        try (var window = demo.as(User.OFFICE)) {
            window.open("/payment/list.xhtml?suspense=false");
            assertThat(window.page().locator("table.data td .strong").allInnerTexts())
                    .isNotEmpty()
                    .doesNotContain("Ok\u00e4nd betalare")
                    .anyMatch(name -> name.startsWith("F\u00f6r "));
        }
    }

    @Test
    void theTreeSaysHowManyBelongToEachGroupAndThoseBelowIt() {
        var members = demo.books()
                .column("demo", "select count(distinct member_id)::text from membership where status = 1")
                .get(0);
        try (var window = demo.as(User.OFFICE)) {
            window.open("/group/list.xhtml");
            var root = window.page().locator(".tree .n").first();
            assertThat(root.innerText().replaceAll("[^0-9]", "")).isEqualTo(members);
        }
    }

    @Test
    void inARowOfWhoIsPaidTheWayToChangeItStandsBesideItsOrigin() {
        var group = demo.books()
                .column("demo", "select id::text from group_node where slug = 'ostersund'")
                .get(0);
        try (var window = demo.as(User.OFFICE)) {
            window.open("/group/detail.xhtml?id=" + group);
            var rows = window.page().locator(".settings .row.inherited");
            assertThat(rows.count()).isPositive();
            for (var row : rows.all()) {
                assertThat(middle(row.locator(".actions")))
                        .isCloseTo(middle(row.locator(".origin > .origin")), org.assertj.core.data.Offset.offset(4.0));
            }
        }
    }

    @Test
    void aFileWithQuotationMarksInItsNameKeepsThem() {
        try (var window = demo.as(User.OFFICE)) {
            window.open("/bankfile/list.xhtml");
            window.page()
                    .locator("input[type=file]")
                    .setInputFiles(new FilePayload(
                            "\"x\".txt", "text/plain", "no bank's file".getBytes(StandardCharsets.UTF_8)));
            DeskIT.press(window.page(), "L\u00e4s p\u00e5 prov");
            window.page().waitForURL("**/bankfile/detail.xhtml**");
            assertThat(window.page().locator("main")).containsText("\"x\".txt");
        }
    }

    @Test
    void aFormatThatIsChosenWronglyIsToldWithWhatTheFileLooksLike() {
        try (var window = demo.as(User.OFFICE)) {
            window.open("/bankfile/list.xhtml");
            window.page()
                    .locator("input[type=file]")
                    .setInputFiles(new FilePayload(
                            "swish.csv",
                            "text/csv",
                            "01;2027-01-08;2027-01-08;\n03;0\n".getBytes(StandardCharsets.UTF_8)));
            window.page().locator("select[id$=format]").selectOption("BGMAX");
            DeskIT.press(window.page(), "L\u00e4s p\u00e5 prov");
            assertThat(window.page().locator("body"))
                    .containsText("Filen \u00e4r inte av formatet BGMAX; den ser ut som SWISH.");
            assertThat(window.page().locator("body"))
                    .containsText("Inget \u00e4r l\u00e4st och inget \u00e4r bokf\u00f6rt.");
        }
    }

    @Test
    void aNameInQuotationMarksGoesRoundTheAddressUnchanged() {
        try (var window = demo.as(User.OFFICE)) {
            window.open("/member/list.xhtml?q=%22anna%22");
            window.page()
                    .locator(".views a", new Page.LocatorOptions().setHasText("Aktiv"))
                    .click();
            window.page().waitForURL("**status=ACTIVE**");
            assertThat(window.page().locator("#member-q")).hasValue("\"anna\"");
            assertThat(window.page().locator(".filters .chip")).containsText("\"anna\"");
        }
    }

    private static double middle(Locator element) {
        var box = element.boundingBox();
        return box.y + box.height / 2;
    }
}
