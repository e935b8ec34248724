package se.aviso.bank.ocrgiro;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import se.aviso.testkit.bank.EventLog;

/** Records and files of the OCR giro, put together position by position. */
final class OcrGiroFixture {
    static final String START = record("00", "00", "10", 9, "00008080", 17, "0170031", 24, "00102030");
    static final String OPEN = account("15032080119");

    private OcrGiroFixture() {}

    /** A record of 80 positions: service, type of transaction and of record, then pairs of a position and its text. */
    static String record(String service, String transaction, String type, Object... fields) {
        var record = "NY" + service + transaction + type + " ".repeat(72);
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

    static String account(String number) {
        return record("09", "00", "20", 9, "001008585", 18, "0000001", 25, number);
    }

    /** The first item of an amount: its number, what it is in øre, and the KID. */
    static String amount(long number, long ore, String kid) {
        return record(
                "09",
                "10",
                "30",
                9,
                zeros(7, number),
                16,
                "050127",
                22,
                "1404",
                26,
                "9",
                27,
                zeros(5, number),
                32,
                ore < 0 ? "-" : "0",
                33,
                zeros(17, Math.abs(ore)),
                75 - kid.length(),
                kid);
    }

    static String second(long number, String debited) {
        return record(
                "09", "10", "31", 9, zeros(7, number), 16, "0000000001", 26, "123456789", 42, "050127", 48, debited);
    }

    static String text(long number, String words) {
        return record("09", "20", "32", 9, zeros(7, number), 16, words);
    }

    static String close(long amounts, long records, long ore) {
        return totals("09", "88", amounts, records, ore);
    }

    static String end(long amounts, long records, long ore) {
        return totals("00", "89", amounts, records, ore);
    }

    private static String totals(String service, String type, long amounts, long records, long ore) {
        return record(
                service, "00", type, 9, zeros(8, amounts), 17, zeros(8, records), 25, zeros(17, ore), 42, "050127");
    }

    static String zeros(int width, long number) {
        return String.format(Locale.ROOT, "%0" + width + "d", number);
    }

    /** A right file with one assignment that holds the records. */
    static String[] whole(String... inside) {
        var amounts = Arrays.stream(inside).filter(it -> it.startsWith("30", 6)).toList();
        var ore = amounts.stream()
                .mapToLong(it -> Long.parseLong(it.substring(32, 49)) * (it.charAt(31) == '-' ? -1 : 1))
                .sum();
        var records = new ArrayList<>(List.of(START, OPEN));
        records.addAll(List.of(inside));
        records.add(close(amounts.size(), inside.length + 2L, ore));
        records.add(end(amounts.size(), inside.length + 4L, ore));
        return records.toArray(String[]::new);
    }

    static byte[] bytes(String... records) {
        return (String.join("\r\n", records) + "\r\n").getBytes(ISO_8859_1);
    }

    /** What is read from a file of the records. */
    static EventLog read(String... records) {
        return EventLog.of(new OcrGiroFormat(), bytes(records));
    }

    /** What is read from a right file with one assignment that holds the records. */
    static EventLog readWhole(String... inside) {
        return read(whole(inside));
    }
}
