package se.aviso.it.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import java.time.LocalDate;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import se.aviso.demo.bank.OutgoingPayment;
import se.aviso.it.BankFiles;
import se.aviso.payment.Week;

/** The home page tells what the books say, of what its user may see. */
@OnRunningDemo
class HomeIT {
    private static final String HOME = "/home/home.xhtml";
    private static final String UNPAID = "from invoice i join settlement s on s.invoice_id = i.id "
            + "join group_node g on g.id = i.group_id where i.kind = 0 and s.status <= 1 and g.path like '";
    private static final String WAITING = "select count(*) from payment_state s join payment p on p.id = s.payment_id "
            + "join group_node g on g.id = p.seller_group_id where s.reason <> 0 and g.path like '";
    private static final int WEEKS = 10;

    private final Demo demo;

    HomeIT(Demo demo) {
        this.demo = demo;
    }

    @ParameterizedTest
    @EnumSource(names = {"OFFICE", "TREASURER"})
    void whatIsUnpaidIsToldByAgeAndIsThatOfTheGroupsInSight(User user) {
        try (var window = demo.as(user)) {
            window.open(HOME);
            var byAge = window.page().locator(".ages tbody .amount").allInnerTexts();
            assertThat(byAge).hasSize(5);
            var all = number("select coalesce(sum(s.claimed - s.received - s.credited), 0) " + below(UNPAID, user));
            assertThat(sum(byAge)).isPositive().isEqualTo(all);
            assertThat(ore(stat(window, "Obetalt").locator(".v").innerText())).isEqualTo(all);
            assertThat(ore(stat(window, "Varav förfallet").locator(".v").innerText()))
                    .isEqualTo(sum(byAge.subList(1, 5)));
        }
    }

    @Test
    void aTreasurersUnpaidIsNotThatOfTheFederation() {
        assertThat(number("select count(*) " + below(UNPAID, User.TREASURER)))
                .isLessThan(number("select count(*) " + below(UNPAID, User.OFFICE)));
    }

    @Test
    void anAgeLeadsToItsInvoices() {
        try (var window = demo.as(User.OFFICE)) {
            window.open(HOME);
            var amounts = window.page().locator(".ages tbody .amount").allInnerTexts();
            for (var age = 0; age < amounts.size(); age++) {
                window.open(HOME);
                window.page().locator(".ages tbody a").nth(age).click();
                window.page().waitForURL("**/invoice/list.xhtml**");
                var summary = window.page().locator(".paginator span").first().innerText();
                assertThat(ore(summary.substring(summary.indexOf("kvar att betala"))))
                        .isEqualTo(ore(amounts.get(age)));
            }
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"OFFICE", "TREASURER"})
    void paymentsThatWaitStandBesideTheMenu(User user) {
        try (var window = demo.as(user)) {
            window.open("/member/list.xhtml");
            var entry = window.page().locator(".side .nav a", new Page.LocatorOptions().setHasText("Inbetalningar"));
            var waiting = number(below(WAITING, user));
            assertThat(waiting).isPositive();
            assertThat(entry.locator(".count").innerText()).isEqualToIgnoringWhitespace(waiting + " att hantera");
        }
    }

    @Test
    void aMemberSeesNoCounts() {
        try (var window = demo.as(User.MEMBER)) {
            window.open("/my/home.xhtml");
            assertThat(window.page().locator(".nav a").count()).isPositive();
            assertThat(window.page().locator(".nav .count").count()).isZero();
        }
    }

    @Test
    void moneyOfABookedFileIsToldInTheWeekOfItsDay() {
        var day = today().minusDays(number("select count(*) from bank_file") % 28);
        var week = Week.of(day).number();
        try (var window = demo.as(User.OFFICE)) {
            window.open(HOME);
            var before = paidIn(window, week);
            book(window, BankFiles.of("9919879", day, List.of(OutgoingPayment.free("Vera Vecka", "tack", 12_300))));
            window.open(HOME);
            assertThat(window.page().locator(".weeks tbody tr").count()).isEqualTo(WEEKS);
            assertThat(paidIn(window, week)).isEqualTo(before + 12_300);
            assertThat(window.page().locator(".page-head .lede").innerText()).contains("är bokförd");
            Usable.assertUsableNow(window, "a home with bars");
        }
    }

    @Test
    void whoReadsBankFilesInIsLedToItAndWhoOnlyReadsIsNot() {
        for (var user : List.of(User.OFFICE, User.TREASURER)) {
            try (var window = demo.as(user)) {
                window.open(HOME);
                readIn(window).click();
                window.page().waitForURL("**/bankfile/list.xhtml**");
                assertThat(window.page().locator("input[type=file]").count()).isOne();
            }
        }
        try (var auditor = demo.as(User.AUDITOR)) {
            auditor.open(HOME);
            assertThat(readIn(auditor).count()).isZero();
        }
    }

    private static Locator readIn(Window window) {
        return window.page().getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Läs in bankfil"));
    }

    private void book(Window window, byte[] bytes) {
        window.open("/bankfile/list.xhtml");
        window.page().locator("input[type=file]").setInputFiles(new FilePayload("week.txt", "text/plain", bytes));
        press(window.page(), "Läs på prov");
        window.page().waitForURL("**/bankfile/detail.xhtml**");
        press(window.page(), "Bokför");
        window.page()
                .locator("h1", new Page.LocatorOptions().setHasText("Filen är bokförd"))
                .waitFor();
    }

    private static void press(Page page, String name) {
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name))
                .first()
                .click();
    }

    /** Where no money came in any week, there is no table. */
    private static long paidIn(Window window, int week) {
        var number = new Page.LocatorOptions().setHasText(Pattern.compile("^" + week + "\\b"));
        var row = window.page()
                .locator(".weeks tbody tr")
                .filter(new Locator.FilterOptions().setHas(window.page().locator("td:first-child", number)));
        return row.count() == 0 ? 0 : ore(row.locator(".amount").first().innerText());
    }

    private static Locator stat(Window window, String name) {
        return window.page()
                .locator(".stat", new Page.LocatorOptions().setHas(window.page().getByText(name, exactly())));
    }

    private static Page.GetByTextOptions exactly() {
        return new Page.GetByTextOptions().setExact(true);
    }

    private static long sum(List<String> amounts) {
        return amounts.stream().mapToLong(HomeIT::ore).sum();
    }

    /** The amount as it is written: with two decimals, or a stroke for nothing. */
    private static long ore(String amount) {
        var digits = amount.replaceAll("\\D", "");
        return digits.isEmpty() ? 0 : Long.parseLong(digits);
    }

    /** The query narrowed to the groups that the user may see. */
    private String below(String query, User user) {
        return query
                + (user == User.OFFICE
                        ? "/"
                        : demo.books()
                                .column("demo", "select path from group_node where slug = 'alingsas'")
                                .get(0))
                + "%'";
    }

    private LocalDate today() {
        return LocalDate.parse(demo.books()
                .column("demo", "select business_date::text from tenant where slug = 'demo'")
                .get(0));
    }

    private long number(String query) {
        return Long.parseLong(demo.books().column("demo", query).get(0));
    }
}
