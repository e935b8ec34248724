package se.aviso.app.share;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.Optional;
import org.apache.commons.csv.CSVFormat;
import se.aviso.app.web.PageRequest;

/** The payouts as a list that spreadsheets read; a cell that would be taken for a formula begins with an apostrophe. */
@RequestScoped
public class PayoutCsv {
    private static final int MOST = 10_000;
    private static final String FORMULA = "=+-@\t\r";

    @Inject
    FindShares find;

    /** The newest payouts to groups below the path, or all. */
    public String text(Optional<String> below) {
        var text = new StringBuilder();
        add(text, "seller", "group", "account", "amount", "currency", "upTo", "madeOn", "paidOn", "id");
        for (var payout : find.payouts(below, new PageRequest(MOST, Optional.empty()))) {
            add(
                    text,
                    plain(payout.seller().name()),
                    plain(payout.group().name()),
                    plain(payout.account().orElse("")),
                    payout.amount(),
                    payout.currency(),
                    payout.upTo(),
                    payout.madeOn(),
                    payout.paidOn().map(LocalDate::toString).orElse(""),
                    payout.id());
        }
        return text.toString();
    }

    private static void add(StringBuilder text, Object... cells) {
        text.append(CSVFormat.RFC4180.format(cells)).append("\r\n");
    }

    private static String plain(String cell) {
        return !cell.isEmpty() && FORMULA.indexOf(cell.charAt(0)) >= 0 ? "'" + cell : cell;
    }
}
