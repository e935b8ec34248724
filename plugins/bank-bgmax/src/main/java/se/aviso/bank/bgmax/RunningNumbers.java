package se.aviso.bank.bgmax;

import se.aviso.banktext.Counts;

/**
 * Numbers the payments of a section that share a serial number and a record type: 1, 2, 3.
 *
 * <p>A section may hold millions of payments and each must be remembered. Serial numbers rise in the files of a bank,
 * and those that do take a byte or two; what comes again, or out of order, is counted apart.
 */
final class RunningNumbers {
    private final RisingNumbers payments = new RisingNumbers();
    private final RisingNumbers deductions = new RisingNumbers();
    private final Counts others = new Counts();

    /** The next number of the serial number, payments and deductions apart. */
    int next(long serial, boolean deduction) {
        var rising = deduction ? deductions : payments;
        if (rising.add(serial)) {
            return 1;
        }
        return others.next(serial * 2 + (deduction ? 2 : 1)) + (rising.has(serial) ? 1 : 0);
    }
}
