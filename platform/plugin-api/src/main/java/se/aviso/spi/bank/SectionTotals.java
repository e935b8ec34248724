package se.aviso.spi.bank;

import java.time.LocalDate;
import se.aviso.kernel.Money;

/**
 * What the bank says that a section amounts to; the host compares it with what it has counted.
 *
 * @param bookedOn the day on which the bank credited the sum
 * @param bankReference the bank's own key of the deposit, unique for the account together with the day
 * @param net payments less deductions
 * @param records the number of payments and deductions together
 * @param place where the totals stand
 */
public record SectionTotals(LocalDate bookedOn, String bankReference, Money net, long records, Place place) {}
