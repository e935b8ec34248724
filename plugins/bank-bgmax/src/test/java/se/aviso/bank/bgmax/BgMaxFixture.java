package se.aviso.bank.bgmax;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import se.aviso.testkit.bank.EventLog;

/** Records and files of BgMax, put together position by position. */
final class BgMaxFixture {
    static final String START = record("01", 3, "BGMAX", 23, "01", 25, "20260302083000000000", 45, "P");
    static final String OPEN = open("SEK");

    private BgMaxFixture() {}

    /** A record of 80 positions: its type, then pairs of a position and the text that begins there. */
    static String record(String type, Object... fields) {
        var record = new StringBuilder(type).append(" ".repeat(78));
        for (var i = 0; i < fields.length; i += 2) {
            record = new StringBuilder(with(record.toString(), (int) fields[i], (String) fields[i + 1]));
        }
        return record.toString();
    }

    /** The record with another text at a position. */
    static String with(String record, int position, String text) {
        return new StringBuilder(record)
                .replace(position - 1, position - 1 + text.length(), text)
                .toString();
    }

    static String open(String currency) {
        return record("05", 3, "0009912346", 23, currency);
    }

    static String payment(long serial, long ore, int code, String reference) {
        return money("20", serial, ore, code, reference);
    }

    static String money(String type, long serial, long ore, int code, String reference) {
        var text = code == 2 ? String.format("%25s", reference) : reference;
        return record(
                type,
                3,
                "0009701233",
                13,
                text,
                38,
                zeros(18, ore),
                56,
                code + "1" + zeros(12, serial) + "0" + (type.equals("21") ? "0" : " "));
    }

    static String message(String text) {
        return record("25", 3, text);
    }

    static String deposit(long ore, long records) {
        return record(
                "15", 22, "5841000001009823", 38, "2026030200007", 51, zeros(18, ore), 69, "SEK" + zeros(8, records));
    }

    static String end(long payments, long deductions, long references, long deposits) {
        return "70" + zeros(8, payments) + zeros(8, deductions) + zeros(8, references) + zeros(8, deposits)
                + " ".repeat(46);
    }

    static String zeros(int width, long number) {
        return String.format(Locale.ROOT, "%0" + width + "d", number);
    }

    /** A right file with one section that holds the records. */
    static String[] whole(String... inSection) {
        var records = new ArrayList<>(List.of(START, OPEN));
        records.addAll(List.of(inSection));
        var paid = sum("20", inSection) - sum("21", inSection);
        records.add(deposit(paid, count("20", inSection) + count("21", inSection)));
        var references = count("22", inSection) + count("23", inSection);
        records.add(end(count("20", inSection), count("21", inSection), references, 1));
        return records.toArray(String[]::new);
    }

    static byte[] bytes(String... records) {
        return (String.join("\r\n", records) + "\r\n").getBytes(ISO_8859_1);
    }

    /** What is read from a file of the records. */
    static EventLog read(String... records) {
        return EventLog.of(new BgMaxFormat(), bytes(records));
    }

    /** What is read from a right file with one section that holds the records. */
    static EventLog readWhole(String... inSection) {
        return read(whole(inSection));
    }

    private static long sum(String type, String... records) {
        return Arrays.stream(records)
                .filter(record -> record.startsWith(type))
                .mapToLong(record -> Long.parseLong(record.substring(37, 55)))
                .sum();
    }

    private static long count(String type, String... records) {
        return Arrays.stream(records).filter(record -> record.startsWith(type)).count();
    }
}
