package se.aviso.invoice;

import java.time.LocalDate;

/**
 * How long a payer has.
 *
 * <p>A due day on which no bank books moves forward, never back: a payer always has the days that were promised. (Lagen
 * 1930:173 om beräkning av lagstadgad tid moves what ends on a Sunday or holiday to the next working day.)
 *
 * @param days from the issue day
 */
public record PaymentTerm(int days, BankDays bankDays) {
    /** The due day of what is issued on a day. */
    public LocalDate dueOn(LocalDate issuedOn) {
        return bankDays.onOrAfter(issuedOn.plusDays(days));
    }
}
