package se.aviso.bank.totalin;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import se.aviso.testkit.bank.EventLog;

/** Records and files of Total IN, put together position by position. */
final class TotalInFixture {
    static final String START =
            record("00", 3, "TI123456", 15, "20260303083000000000", 35, "01", 37, "TL1", 40, "TOTALIN");
    static final String OPEN = account("2865434", "SEK");
    static final String CLOSE_30_000 = close(1, 30_000);

    private TotalInFixture() {}

    /** A record of 80 positions: its type, then pairs of a position and the text that begins there. */
    static String record(String type, Object... fields) {
        var record = type + " ".repeat(78);
        for (var i = 0; i < fields.length; i += 2) {
            record = with(record, (int) fields[i], (String) fields[i + 1]);
        }
        return record;
    }

    /** The record with another text at a position. */
    static String with(String record, int position, String text) {
        return new StringBuilder(record)
                .replace(position - 1, position - 1 + text.length(), text)
                .toString();
    }

    static String account(String number, String currency) {
        return record("10", 3, number, 39, currency, 42, "20260302");
    }

    static String payment(long transaction, long ore, String reference) {
        return record("20", 3, reference, 38, zeros(15, ore), 53, zeros(17, transaction));
    }

    static String deduction(long transaction, long ore, String reference) {
        return record("25", 3, reference, 38, zeros(15, ore), 53, zeros(17, transaction), 70, "0");
    }

    static String messages(String first, String second) {
        return record("40", 3, first, 38, second);
    }

    static String close(long records, long ore) {
        return record("90", 3, zeros(8, records), 11, zeros(17, ore), 28, "20260302001");
    }

    static String end(long records) {
        return record("99", 3, zeros(15, records));
    }

    static String zeros(int width, long number) {
        return String.format(Locale.ROOT, "%0" + width + "d", number);
    }

    /** A right file with one account that holds the records. */
    static String[] whole(String... inAccount) {
        var records = new ArrayList<>(List.of(START, OPEN));
        records.addAll(List.of(inAccount));
        records.add(
                close(count("20", inAccount) + count("25", inAccount), sum("20", inAccount) - sum("25", inAccount)));
        records.add(end(records.size() + 1L));
        return records.toArray(String[]::new);
    }

    static byte[] bytes(String... records) {
        return (String.join("\r\n", records) + "\r\n").getBytes(ISO_8859_1);
    }

    /** What is read from a file of the records. */
    static EventLog read(String... records) {
        return EventLog.of(new TotalInFormat(), bytes(records));
    }

    /** What is read from a right file with one account that holds the records. */
    static EventLog readWhole(String... inAccount) {
        return read(whole(inAccount));
    }

    private static long sum(String type, String... records) {
        return Arrays.stream(records)
                .filter(record -> record.startsWith(type))
                .mapToLong(record -> Long.parseLong(record.substring(37, 52)))
                .sum();
    }

    private static long count(String type, String... records) {
        return Arrays.stream(records).filter(record -> record.startsWith(type)).count();
    }
}
