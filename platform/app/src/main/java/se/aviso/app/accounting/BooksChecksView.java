package se.aviso.app.accounting;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import se.aviso.access.Permission;
import se.aviso.app.screen.ActNeeds;
import se.aviso.app.screen.Notices;
import se.aviso.app.screen.Screen;
import se.aviso.app.screen.Show;
import se.aviso.app.screen.Texts;
import se.aviso.app.security.Caller;
import se.aviso.kernel.Money;

/** Whether the books hold: the last examination, and those before it. */
@Named
@RequestScoped
@Screen(path = "/accounting/checks.xhtml", needs = Permission.LEDGER_READ)
public class BooksChecksView {
    private static final int ROWS = 20;
    private static final String OFF_BY = "off_by";
    private static final String CURRENCY = "currency";

    @Inject
    FindBooksChecks find;

    @Inject
    WishBooksCheck wish;

    @Inject
    Caller caller;

    @Inject
    Notices notices;

    @Inject
    Texts texts;

    @Inject
    Show show;

    private List<BooksCheckStore.Examined> rows = List.of();
    private BooksCheckStore.@Nullable Examined last;

    @PostConstruct
    void load() {
        rows = find.newest(ROWS);
        last = find.last().orElse(null);
    }

    /** Begins an examination now. */
    @ActNeeds(Permission.SETTING_WRITE)
    public String begin() {
        if (notices.attempt(wish::wish, texts.get("accounting.checks.not"))) {
            notices.done(texts.get("accounting.checks.begun"));
        }
        return "/accounting/checks.xhtml?faces-redirect=true";
    }

    /** The newest. */
    public List<BooksCheckStore.Examined> getRows() {
        return rows;
    }

    /** The last that came to its end; null where none has. */
    public BooksCheckStore.@Nullable Examined getLast() {
        return last;
    }

    /** True for those who see the books of the whole tenant. */
    public boolean isSeen() {
        return find.sees();
    }

    /** True for those who may begin one. */
    public boolean isBeginning() {
        return caller.may(Permission.SETTING_WRITE);
    }

    /** What does not hold, in the user's words. */
    public String words(BooksCheckStore.Finding finding) {
        return texts.get("accounting.check." + finding.check());
    }

    /** By how much it is off; empty where it cannot be said. */
    public String off(BooksCheckStore.Finding finding) {
        return finding.offBy().map(sum -> amount(sum, finding.rows().get(0))).orElse("");
    }

    /** A row that breaks an invariant: what it is about, and by how much it is off. */
    public String row(Map<String, Object> row) {
        return row.entrySet().stream()
                .filter(column -> !column.getKey().equals(CURRENCY))
                .map(column -> column.getKey().equals(OFF_BY)
                        ? amount(Long.parseLong(String.valueOf(column.getValue())), row)
                        : column.getKey() + " " + column.getValue())
                .collect(Collectors.joining(", "));
    }

    private String amount(long minorUnits, Map<String, Object> row) {
        var currency = String.valueOf(row.getOrDefault(CURRENCY, "SEK"));
        return show.amount(new Money(minorUnits, Currency.getInstance(currency)));
    }
}
