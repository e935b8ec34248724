package se.aviso.accounting;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import se.aviso.kernel.Money;
import se.aviso.spi.accounting.PostedPart;
import se.aviso.spi.accounting.RuledRow;
import se.aviso.spi.accounting.Voucher;
import se.aviso.spi.accounting.VoucherRow;

/**
 * A voucher as rules want it in the general ledger: the voucher of its own day, and one of each later day. Rules move
 * money between accounts and months, and never make or lose any: what does not come to the posting to the öre is
 * refused.
 */
public final class RuledVouchers {
    /**
     * The longest membership, ten years of months, on ten accounts, each with what is deferred and what is taken up.
     */
    private static final int MOST_ROWS = 2_500;

    /** The longest membership, billed long before it begins. */
    private static final int YEARS_AHEAD = 15;

    private static final int FIRST_ACCOUNT = 1_000;
    private static final int LAST_ACCOUNT = 9_999;
    private static final int LONGEST_OBJECT = 100;

    private RuledVouchers() {}

    /** An account with what it is for: amounts of one are one row. */
    private record Place(int account, List<VoucherRow.Dimension> dimensions, String text) {}

    /**
     * The vouchers in place of that one.
     *
     * @param parts of its postings
     * @param answers what the rules say of each part
     * @throws IllegalArgumentException when they make another sum, or rows that no ledger can take
     */
    public static List<Voucher> of(Voucher voucher, List<PostedPart> parts, List<List<RuledRow>> answers) {
        require(parts.size() == answers.size(), "answers are missing for", voucher);
        var days = new TreeMap<LocalDate, Map<Place, Money>>();
        days.put(voucher.day(), new LinkedHashMap<>());
        for (var at = 0; at < parts.size(); at++) {
            requireSound(voucher, parts.get(at), answers.get(at));
            for (var ruled : answers.get(at)) {
                var row = ruled.row();
                var place = new Place(row.account(), row.dimensions(), row.text());
                days.computeIfAbsent(ruled.day(), day -> new LinkedHashMap<>()).merge(place, row.amount(), Money::plus);
            }
        }
        var vouchers = new ArrayList<Voucher>();
        days.forEach((day, rows) -> vouchers.add(written(voucher, day, rows)));
        vouchers.removeIf(each -> each.rows().isEmpty() && !each.day().equals(voucher.day()));
        return vouchers;
    }

    private static void requireSound(Voucher voucher, PostedPart part, List<RuledRow> rows) {
        require(!rows.isEmpty() && rows.size() <= MOST_ROWS, "no rows, or too many, in", voucher);
        var later = new TreeMap<LocalDate, Money>();
        var sum = Money.zero(part.amount().currency());
        for (var ruled : rows) {
            requireWritable(voucher, ruled);
            sum = sum.plus(ruled.row().amount());
            later.merge(ruled.day(), ruled.row().amount(), Money::plus);
        }
        require(sum.equals(part.amount()), "another sum than was posted, in", voucher);
        later.remove(voucher.day());
        require(later.values().stream().allMatch(Money::isZero), "a later day out of balance, of", voucher);
    }

    private static void requireWritable(Voucher voucher, RuledRow ruled) {
        var row = ruled.row();
        require(
                row.account() >= FIRST_ACCOUNT && row.account() <= LAST_ACCOUNT,
                "an account that is none, in",
                voucher);
        require(
                !ruled.day().isBefore(voucher.day())
                        && !ruled.day().isAfter(voucher.day().plusYears(YEARS_AHEAD)),
                "a day that cannot be, in",
                voucher);
        var numbers =
                row.dimensions().stream().map(VoucherRow.Dimension::number).distinct();
        require(numbers.count() == row.dimensions().size(), "a dimension twice, in", voucher);
        require(
                row.dimensions().stream()
                        .allMatch(each -> each.number() > 0
                                && !each.object().isBlank()
                                && each.object().length() <= LONGEST_OBJECT),
                "a dimension that is none, in",
                voucher);
    }

    private static Voucher written(Voucher voucher, LocalDate day, Map<Place, Money> rows) {
        var written = new ArrayList<VoucherRow>();
        rows.forEach((place, amount) -> {
            if (!amount.isZero()) {
                written.add(new VoucherRow(place.account(), amount, place.dimensions(), place.text()));
            }
        });
        return new Voucher(
                day.equals(voucher.day()) ? voucher.id() : later(voucher.id(), day), day, voucher.text(), written);
    }

    /** The same id whenever the file is written. */
    private static UUID later(UUID entry, LocalDate day) {
        return UUID.nameUUIDFromBytes((entry + "/" + day).getBytes(StandardCharsets.UTF_8));
    }

    private static void require(boolean holds, String what, Voucher voucher) {
        if (!holds) {
            throw new IllegalArgumentException(what + " voucher " + voucher.id());
        }
    }
}
