package se.aviso.app.home;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import se.aviso.access.Permission;
import se.aviso.app.payment.BankFileRecord;
import se.aviso.app.payment.FindBankFiles;
import se.aviso.app.screen.Desk;
import se.aviso.app.screen.Screen;
import se.aviso.app.screen.Show;
import se.aviso.app.screen.Texts;
import se.aviso.app.security.Caller;
import se.aviso.kernel.Money;
import se.aviso.payment.Week;

/** The home of the office and of treasurers. */
@Named
@RequestScoped
@Screen(path = "/home/home.xhtml", needs = Permission.INVOICE_READ)
public class HomeView {
    private static final int IMPORTS = 4;
    private static final int WHOLE = 100;
    private static final String UNPAID_CLAIMS = "kind=CLAIM&settlement=OPEN,PARTLY_PAID";

    @Inject
    ShowHome show;

    @Inject
    FindBankFiles bankFiles;

    @Inject
    Caller caller;

    @Inject
    Desk desk;

    @Inject
    Show words;

    @Inject
    Texts texts;

    private @Nullable Home home;
    private @Nullable FlowChart chart;
    private List<BankFileRecord> imports = List.of();

    @PostConstruct
    void load() {
        var found = show.show(desk.group().map(Desk.Chosen::path));
        home = found;
        chart = FlowChart.of(found.ahead().flow());
        if (caller.may(Permission.BANK_FILE_READ)) {
            imports = bankFiles.newest(IMPORTS, Optional.empty());
        }
    }

    /** The numbers. */
    public Home home() {
        return Objects.requireNonNull(home);
    }

    /** The bars of the weeks. */
    public FlowChart chart() {
        return Objects.requireNonNull(chart);
    }

    /** The tenant's day, as a heading. */
    public String getHeading() {
        var day = DateTimeFormatter.ofPattern("EEEE d MMMM", desk.getLocale()).format(home().today());
        return day.substring(0, 1).toUpperCase(desk.getLocale()) + day.substring(1);
    }

    /** The group worked with, if one is chosen. */
    public String getGroup() {
        return desk.group().map(Desk.Chosen::name).orElse("");
    }

    /** True for those who may hand in bank files. */
    public boolean isReadingFiles() {
        return caller.may(Permission.BANK_FILE_IMPORT);
    }

    /** True for those who may see who is a member. */
    public boolean isSeeingMembers() {
        return caller.may(Permission.MEMBER_READ);
    }

    /** Amounts of several currencies, side by side. */
    public String amounts(List<Money> amounts) {
        return words.amounts(amounts);
    }

    /** How mailings ended that did not arrive; ends that none had are left out. */
    public String ends(Tasks.Undelivered undelivered) {
        return Stream.of(
                        texts.with("home.failed", undelivered.failed()),
                        texts.with("home.bounced", undelivered.bounced()),
                        texts.with("home.unknown", undelivered.unknown()))
                .filter(end -> !end.isEmpty())
                .collect(Collectors.joining(", "));
    }

    /** An amount in the table of the weeks; a stroke for nothing. */
    public String amount(Money amount) {
        return amount.isZero() ? "–" : words.amount(amount);
    }

    /** The week of the tenant's day. */
    public Week getNow() {
        return Week.of(home().today());
    }

    /** How long the bar of a debt is, in percent of the longest. */
    public long share(Debt debt) {
        var longest = home().debts().stream()
                .mapToLong(each -> each.sum().amount().minorUnits())
                .max()
                .orElse(0);
        return longest == 0 ? 0 : debt.sum().amount().minorUnits() * WHOLE / longest;
    }

    /** The list of a debt's invoices, as a query of the list. */
    public String listOf(Debt debt) {
        return UNPAID_CLAIMS
                + day("dueFrom", debt.age().dueFrom(home().today()))
                + day("dueTo", debt.age().dueTo(home().today()));
    }

    /** The list of all unpaid claims, as a query of the list. */
    public String getListOfUnpaid() {
        return UNPAID_CLAIMS;
    }

    /** The list of the claims of the latest year, as a query of the list. */
    public String getListOfYear() {
        return "kind=CLAIM" + day("issuedFrom", Optional.of(Home.yearBefore(home().today())));
    }

    /** An amount beside the chart's bars. */
    public String brief(Money amount) {
        return unit().write(amount, desk.getLocale());
    }

    /** The word of the unit in which the chart's amounts stand: its key in the bundle. */
    public String getUnit() {
        return unit().name();
    }

    /** The newest bank files, for those who hand them in. */
    public List<BankFileRecord> getImports() {
        return imports;
    }

    private ChartWords unit() {
        return ChartWords.upTo(home().ahead().flow().most());
    }

    private static String day(String name, Optional<LocalDate> day) {
        return day.map(at -> "&" + name + "=" + at).orElse("");
    }
}
