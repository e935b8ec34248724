package se.aviso.bank.bgmax;

import se.aviso.kernel.Money;
import se.aviso.spi.bank.SectionTotals;

/** What a section has amounted to so far; payments of sections in other currencies are never part of it. */
final class SectionSum {
    /** The largest amount that eighteen digits can declare. */
    static final long LARGEST = 999_999_999_999_999_999L;

    private long records;
    private long unread;
    private long paid;
    private long deducted;

    /** Counts a payment or deduction record, be it understood or not. */
    void count() {
        records++;
        unread++;
    }

    /** Adds what was counted last; false when the sum is larger than any file can declare. */
    boolean add(OpenPayment payment) {
        unread--;
        if (payment.isDeduction()) {
            deducted += payment.amount().minorUnits();
        } else {
            paid += payment.amount().minorUnits();
        }
        return paid <= LARGEST && deducted <= LARGEST;
    }

    long records() {
        return records;
    }

    /** Compares with what the deposit record (15) declares; a sum that lacks unreadable amounts is not compared. */
    void check(SectionTotals declared, Problems problems) {
        if (declared.records() != records) {
            var text = "the deposit declares " + declared.records() + " payments and deductions, " + records
                    + " were read";
            problems.fatal("SECTION_COUNT", text, declared.place());
        }
        var read = new Money(paid - deducted, declared.net().currency());
        if (unread == 0 && !declared.net().equals(read)) {
            var text = "the deposit declares " + declared.net() + ", " + read + " was read";
            problems.fatal("SECTION_SUM", text, declared.place());
        }
    }
}
