package se.aviso.bank.ocrgiro;

import java.util.Locale;
import java.util.OptionalLong;
import se.aviso.banktext.Problems;

/** What the end of an assignment (88) or of the transmission (89) says that stands before it. */
record DeclaredTotals(NetsRecord record, OptionalLong amounts, OptionalLong records, OptionalLong sum) {
    static DeclaredTotals of(NetsRecord record) {
        var fields = record.fields();
        return new DeclaredTotals(record, fields.number(9, 16), fields.number(17, 24), fields.number(25, 41));
    }

    /** Compares with what was read; a sum that lacks amounts which could not be read is not compared. */
    void check(Tally read, Problems problems) {
        compare("SECTION_COUNT", "amounts", amounts, read.amounts(), problems);
        compare("FILE_COUNT", "records", records, read.records(), problems);
        if (sum.isEmpty()) {
            problems.fatal("BAD_AMOUNT", "the declared sum is no number", record.place());
        } else if (read.isReadWhole() && sum.getAsLong() != read.net()) {
            var text = "the bank declares " + kroner(sum.getAsLong()) + ", " + kroner(read.net()) + " was read";
            problems.fatal("SECTION_SUM", text, record.place());
        }
    }

    private void compare(String code, String what, OptionalLong declared, long read, Problems problems) {
        if (declared.isEmpty()) {
            problems.fatal("BAD_COUNT", "the declared number of " + what + " is no number", record.place());
        } else if (declared.getAsLong() != read) {
            var text = "the bank declares " + declared.getAsLong() + " " + what + ", " + read + " were read";
            problems.fatal(code, text, record.place());
        }
    }

    private static String kroner(long minor) {
        return String.format(
                Locale.ROOT, "%s%d.%02d NOK", minor < 0 ? "-" : "", Math.abs(minor / 100), Math.abs(minor % 100));
    }
}
