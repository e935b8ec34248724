package se.aviso.bank.bgmax;

import se.aviso.banktext.FixedRecord;
import se.aviso.banktext.Problems;

/** How many records of each kind a file has held, against what its end record says. */
final class FileCounts {
    private long payments;
    private long deductions;
    private long references;
    private long deposits;

    void count(FixedRecord record) {
        switch (record.type()) {
            case "20" -> payments++;
            case "21" -> deductions++;
            case "22", "23" -> references++;
            case "15" -> deposits++;
            default -> {}
        }
    }

    /** Compares with the four counts of the end record (70). */
    void check(FixedRecord end, Problems problems) {
        check(new Declared(end, 3, "payment records (20)"), payments, problems);
        check(new Declared(end, 11, "deduction records (21)"), deductions, problems);
        check(new Declared(end, 19, "extra reference records (22, 23)"), references, problems);
        check(new Declared(end, 27, "deposit records (15)"), deposits, problems);
    }

    private static void check(Declared declared, long counted, Problems problems) {
        var end = declared.end();
        var number = end.number(declared.first(), declared.first() + 7);
        if (number.isEmpty()) {
            problems.fatal("BAD_COUNT", "the count of " + declared.what() + " is no number", end.place());
        } else if (number.getAsLong() != counted) {
            var text =
                    "the file declares " + number.getAsLong() + " " + declared.what() + ", " + counted + " were read";
            problems.fatal("FILE_COUNT", text, end.place());
        }
    }

    /** A count in the end record, eight digits from the given position. */
    private record Declared(FixedRecord end, int first, String what) {}
}
