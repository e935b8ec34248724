package se.aviso.spi.accounting;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import se.aviso.kernel.DayRange;
import se.aviso.kernel.Money;
import se.aviso.kernel.VatRate;

/**
 * A posting, or so much of it as one line of the document brought about. It names nobody.
 *
 * @param voucher the entry's id
 * @param kind why it was booked: ISSUE, PAYMENT, CREDIT and so on
 * @param role what the account is for: RECEIVABLES, BANK, VAT_STANDARD and so on; REVENUE where it has no other
 * @param amount debit above nothing, credit below
 * @since spi 1.4
 */
public record PostedPart(
        UUID voucher, LocalDate day, String kind, String role, int account, Money amount, Origin origin) {
    /**
     * The day whose rules hold: the posting's own, and of a credit the day on which its claim was booked.
     *
     * @since spi 1.6
     */
    public LocalDate rulesDay() {
        return origin.ruledOn().orElse(day);
    }

    /**
     * What it came of, as far as that is one thing; an empty text is unknown.
     *
     * @param groups the slugs from the federation down to the group of the claim, or to the seller where no member is
     *     known
     * @param membershipType the type's slug
     * @param product the number under which a product was sold
     * @param period the days of the membership that was paid for
     * @param ruledOn the day whose rules hold, where it is not the posting's own (since spi 1.6)
     */
    public record Origin(
            List<String> groups,
            String membershipType,
            String product,
            Optional<VatRate> vat,
            Optional<DayRange> period,
            Optional<LocalDate> ruledOn) {
        public Origin {
            groups = List.copyOf(groups);
        }

        /** Of a posting that follows the rules of its own day. */
        public Origin(
                List<String> groups,
                String membershipType,
                String product,
                Optional<VatRate> vat,
                Optional<DayRange> period) {
            this(groups, membershipType, product, vat, period, Optional.empty());
        }

        /** Of a posting of which no line is known. */
        public static Origin of(List<String> groups) {
            return new Origin(groups, "", "", Optional.empty(), Optional.empty());
        }
    }
}
