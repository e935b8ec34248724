package se.aviso.bank.camt;

import java.util.Currency;
import java.util.List;
import java.util.stream.Stream;

/** What the bank kept for its work: charges in the old form (02) and the new (04 and later). */
final class Charges {
    private Charges() {}

    /** The charges of an entry or detail in that currency, in its minor units; negative when the bank gave back. */
    static long of(Element element, Currency currency) {
        if (element.first("Chrgs").isEmpty()) {
            return 0;
        }
        var records = Stream.of("Chrgs/Rcrd", "Chrgs").flatMap(element::all).toList();
        return records.stream().anyMatch(it -> it.first("Amt").isPresent())
                ? sum(records, currency)
                : Amounts.in(currency, element, "Chrgs/TtlChrgsAndTaxAmt")
                        .flatMap(Amounts::of)
                        .map(total -> total.minorUnits())
                        .orElse(0L);
    }

    private static long sum(List<Element> records, Currency currency) {
        return records.stream()
                .mapToLong(charge -> Amounts.in(currency, charge, "Amt")
                        .flatMap(Amounts::of)
                        .map(amount -> signed(charge, amount.minorUnits()))
                        .orElse(0L))
                .sum();
    }

    private static long signed(Element charge, long minorUnits) {
        var givenBack = charge.text("CdtDbtInd").filter("CRDT"::equals).isPresent();
        return givenBack ? -minorUnits : minorUnits;
    }
}
