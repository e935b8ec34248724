package se.aviso.banktext;

import se.aviso.kernel.Money;
import se.aviso.spi.bank.SectionTotals;

/** What a section has amounted to so far; payments of sections in other currencies are never part of it. */
public final class SectionSum {
    /** The largest amount that eighteen digits can declare. */
    public static final long LARGEST = 999_999_999_999_999_999L;

    private long records;
    private long unread;
    private long paid;
    private long deducted;

    /** Counts a payment or deduction record, be it understood or not. */
    public void count() {
        records++;
        unread++;
    }

    /** Adds what was counted last; false when the sum is larger than any file can declare. */
    public boolean add(Money amount, boolean deduction) {
        unread--;
        if (deduction) {
            deducted += amount.minorUnits();
        } else {
            paid += amount.minorUnits();
        }
        return paid <= LARGEST && deducted <= LARGEST;
    }

    /** How many payment and deduction records there were. */
    public long records() {
        return records;
    }

    /** Compares with what the bank declares; a sum that lacks unreadable amounts is not compared. */
    public void check(SectionTotals declared, Problems problems) {
        if (declared.records() != records) {
            var text =
                    "the bank declares " + declared.records() + " payments and deductions, " + records + " were read";
            problems.fatal("SECTION_COUNT", text, declared.place());
        }
        var read = new Money(paid - deducted, declared.net().currency());
        if (unread == 0 && !declared.net().equals(read)) {
            var text = "the bank declares " + declared.net() + ", " + read + " was read";
            problems.fatal("SECTION_SUM", text, declared.place());
        }
    }
}
