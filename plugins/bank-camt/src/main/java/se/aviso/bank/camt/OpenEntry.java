package se.aviso.bank.camt;

import java.util.Optional;
import se.aviso.kernel.Money;
import se.aviso.spi.bank.Place;

/**
 * An entry whose details are still coming; the last of them is held back until it is known whether it is the only one.
 *
 * <p>The entry's own amount stands for a payment only where there is exactly one: in a batch it is the sum, and the
 * details must amount to it, but for what the bank kept.
 */
final class OpenEntry {
    private final Optional<Booking.Where> where;
    private final Booking booking;
    private final Message message;
    private Optional<Detail> held = Optional.empty();
    private boolean elsewhere;
    private long sumBefore;
    private boolean unread;
    private long details;
    private long sum;
    private long charges;

    private OpenEntry(Optional<Booking.Where> where, Booking booking, Message message) {
        this.where = where;
        this.booking = booking;
        this.message = message;
    }

    /** Opens an entry; one that is not money in, or not booked yet, is passed over with a note. */
    static OpenEntry of(Optional<EntryHead> head, Account account, Booking booking, Message message) {
        var read = head.filter(entry -> isRead(entry, booking.report()));
        return new OpenEntry(read.map(entry -> new Booking.Where(entry, account)), booking, message);
    }

    private static boolean isRead(EntryHead entry, Report report) {
        if (!entry.booked()) {
            report.note("NOT_BOOKED", "the entry is only expected, and passed over", entry.place());
        } else if (!entry.concernsMoneyIn()) {
            report.note("OUTGOING", "the entry is money that went out, and passed over", entry.place());
        }
        return entry.booked() && entry.concernsMoneyIn();
    }

    boolean isRead() {
        return where.isPresent();
    }

    /** The next detail. */
    void take(Element element) throws Refusal {
        var entry = where.orElseThrow().entry();
        details++;
        emit(false, Optional.empty());
        held = Detail.of(element, entry, report());
        unread |= held.isEmpty();
        held.flatMap(Detail::amount)
                .ifPresent(amount -> sum += held.get().direction().signed(amount.minorUnits()));
        charges += Charges.of(element, entry.amount().currency());
        if (charges > Sections.LARGEST) {
            throw new Refusal("LARGE_SUM", "the entry's charges exceed any sum", element.offset());
        }
    }

    /** The details of one batch are at their end. */
    void end(BatchCount batch) throws Refusal {
        var place = report().place(batch.offset());
        if (batch.isElsewhere() && message == Message.STATEMENT) {
            elsewhere = true;
        } else if (batch.disagrees()) {
            report().fatal("BATCH_COUNT", "the batch's number of payments is wrong: " + batch, place);
        } else if (!unread && held.flatMap(Detail::amount).isPresent() && !isTotal(batch, sum - sumBefore)) {
            report().fatal("BATCH_SUM", "the batch's payments do not amount to what it declares", place);
        }
        sumBefore = sum;
    }

    private boolean isTotal(BatchCount batch, long counted) {
        return batch.total()
                .map(total -> Amounts.of(total)
                        .filter(it -> it.minorUnits() == Math.abs(counted))
                        .isPresent())
                .orElse(true);
    }

    /** The entry is at its end, with this text of the bank's. */
    void close(Optional<String> text, Place end) throws Refusal {
        if (where.isEmpty()) {
            return;
        }
        var entry = where.get().entry();
        if (details > 0) {
            closeDetails(entry, text, end);
        } else if (message == Message.STATEMENT && isSum(entry)) {
            var note =
                    "the entry of " + entry.amount() + " has its details elsewhere (camt.054), and is booked by them";
            report().note("DETAILS_ELSEWHERE", note, entry.place());
        } else if (report().isClean()) {
            booking.book(where.get(), Detail.whole(entry), entry.amount(), text);
        }
    }

    /** True when something says of an entry without details that they come in camt.054. */
    private boolean isSum(EntryHead entry) {
        return elsewhere
                || entry.fields().first("AddtlInfInd").isPresent()
                || where.orElseThrow().account().profile().isSum(entry.fields());
    }

    private void closeDetails(EntryHead entry, Optional<String> text, Place end) throws Refusal {
        var last = held;
        var kept = difference(entry);
        emit(details == 1, details == 1 ? text : Optional.empty());
        if (unread || kept == 0 || last.isEmpty()) {
            return;
        }
        var charged = kept > 0 && (kept == charges || kept == entry.charges() || kept == charges + entry.charges());
        if (charged) {
            booking.bookCharges(
                    where.orElseThrow(),
                    last.get(),
                    new Money(kept, entry.amount().currency()),
                    end);
        } else {
            report().fatal("ENTRY_SUM", "the entry's payments do not amount to its " + entry.amount(), entry.place());
        }
    }

    /** By how much the details exceed the entry. */
    private long difference(EntryHead entry) {
        var isWhole =
                details == 1 && held.filter(detail -> detail.amount().isEmpty()).isPresent();
        return isWhole ? 0 : sum - entry.signed();
    }

    private void emit(boolean alone, Optional<String> text) throws Refusal {
        if (held.isEmpty()) {
            return;
        }
        var detail = held.get();
        var entry = where.orElseThrow().entry();
        var amount = detail.amount().or(() -> Optional.of(entry.amount()).filter(whole -> alone));
        if (amount.isPresent()) {
            booking.book(where.orElseThrow(), detail, amount.get(), text);
        } else {
            unread = true;
            report().fatal("BAD_AMOUNT", "the payment has no amount in the entry's currency", detail.place());
        }
        held = Optional.empty();
    }

    private Report report() {
        return booking.report();
    }
}
