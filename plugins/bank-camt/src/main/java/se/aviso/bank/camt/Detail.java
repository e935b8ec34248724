package se.aviso.bank.camt;

import java.util.List;
import java.util.Optional;
import se.aviso.kernel.Money;
import se.aviso.spi.bank.Place;

/**
 * One payment within an entry ({@code TxDtls}).
 *
 * @param amount as the detail itself says; empty when it says none in the entry's currency
 */
record Detail(Element element, Direction direction, Optional<Money> amount, Place place) {
    private static final String[] AMOUNTS = {
        "Amt", "AmtDtls/TxAmt/Amt", "AmtDtls/CntrValAmt/Amt", "AmtDtls/InstdAmt/Amt"
    };

    /** Reads a detail, or reports what makes no sense in it. */
    static Optional<Detail> of(Element element, EntryHead entry, Report report) throws Refusal {
        var place = report.place(element.offset());
        var currency = entry.amount().currency();
        var written = Amounts.in(currency, element, AMOUNTS);
        var amount = written.flatMap(Amounts::of);
        if (written.isPresent() && amount.isEmpty()) {
            report.fatal("BAD_AMOUNT", "the payment's amount makes no sense in " + currency, place);
            return Optional.empty();
        }
        var code = element.text("CdtDbtInd");
        var direction = code.isPresent() ? code.flatMap(Direction::of) : Optional.of(entry.direction());
        if (direction.isEmpty()) {
            report.fatal("BAD_INDICATOR", "the payment is neither credit nor debit", place);
        }
        return direction.map(way -> new Detail(element, way, amount, place));
    }

    /** The whole entry as its only detail. */
    static Detail whole(EntryHead entry) {
        var element = new Element("TxDtls", entry.place().byteOffset(), "", "", List.of());
        return new Detail(element, entry.direction(), Optional.of(entry.amount()), entry.place());
    }
}
