package se.aviso.demo.bank;

import java.time.LocalDate;
import java.time.LocalDateTime;

/**
 * When the bank writes a file and credits the money, and how it numbers what it does.
 *
 * @param writtenAt the file's time stamp
 * @param paidOn the day on which the money is credited
 * @param firstDeposit serial number of the first bankgiro's deposit; each further bankgiro gets the next one
 * @param firstPayment serial number of the first payment; each further payment gets the next one
 */
public record Deposit(LocalDateTime writtenAt, LocalDate paidOn, int firstDeposit, long firstPayment) {
    public Deposit {
        if (firstDeposit < 1 || firstDeposit > 99_999 || firstPayment < 1 || firstPayment > 999_999_999_999L) {
            throw new IllegalArgumentException("not serial numbers: " + firstDeposit + ", " + firstPayment);
        }
    }
}
