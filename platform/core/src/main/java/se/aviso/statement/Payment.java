package se.aviso.statement;

import java.time.LocalDate;
import se.aviso.kernel.GiroNumber;
import se.aviso.kernel.Money;

/**
 * So much money that came in.
 *
 * @param paidOn the bank's day
 * @param way through which clearing it came; an account without one is named by its IBAN
 */
public record Payment(LocalDate paidOn, GiroNumber.Kind way, Money amount) {}
