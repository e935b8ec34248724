package se.aviso.app.payment;

import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import se.aviso.kernel.GiroNumber;
import se.aviso.kernel.GroupId;
import se.aviso.spi.bank.SectionTotals;

/**
 * A section of a bank file as the first pass has proven it.
 *
 * @param receiver empty when the account is none of the tenant's
 */
record Section(Optional<Receiver> receiver, Currency currency, SectionTotals totals) {
    /**
     * The seller that the money came to.
     *
     * @param giro the number in the file
     * @param known the number by which other formats know the same money: for a Swish number the account behind it,
     *     where the seller has told it
     * @param giroKeys all the numbers that the seller can be asked for under
     */
    record Receiver(GroupId seller, GiroNumber giro, GiroNumber known, List<String> giroKeys) {
        Receiver {
            giroKeys = List.copyOf(giroKeys);
        }

        /** The same, the one that was paid to first; an account or a Swish number has no references of its own. */
        List<String> numbers() {
            return Stream.concat(giroKeys.stream().filter(giro.key()::equals), giroKeys.stream())
                    .distinct()
                    .toList();
        }
    }

    /** By which a section is told from others of its file: all numbers that it names for its account. */
    static String identity(List<GiroNumber> accounts) {
        return accounts.stream().map(GiroNumber::key).collect(Collectors.joining(" "));
    }

    /** The bank's key of a payment: unique for the giro number over all files. */
    String bankKey(String keyInSection) {
        return totals.bookedOn() + "/" + totals.bankReference() + "/" + keyInSection;
    }

    LocalDate bookedOn() {
        return totals.bookedOn();
    }
}
