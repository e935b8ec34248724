package se.aviso.bank.swish;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import se.aviso.testkit.bank.EventLog;

/** Rows and reports of both banks, put together field by field. */
final class SwishFixture {
    static final String START = "01;2026-03-03;2026-03-02;";
    static final String TITLE = "* Swish-rapport Avser 2026-01-01 - 2026-03-02 Skapad 2026-03-03 09:45 CET";
    static final String HEADER = "Radnr,Clnr,Kontonr,Bokfdag,Transdag,Valutadag,Mottagarnr,Mottagarnamn,Avsändarnr,"
            + "Avsändarnamn,Meddelande,Tid,Belopp,Orderreferens";

    private SwishFixture() {}

    /** A payment in Handelsbanken's layout with semicolons. */
    static String paid(String reference, String kronor, String message) {
        return transaction("SWH", reference, kronor, message);
    }

    static String transaction(String type, String reference, String kronor, String message) {
        return String.join(
                ";",
                "02;5500001234;123456789;HANDSESS;1234567890;2026-03-02",
                type,
                kronor,
                "SEK;+46701234567;Åsa Ödmårk",
                reference,
                message,
                "",
                "2026-03-02T12:54:50:417229;2026-03-02;ABCDEF12345678901;12345952");
    }

    /** A right report of Handelsbanken that holds the rows. */
    static String[] handelsbanken(String... rows) {
        var report = new ArrayList<>(List.of(START));
        report.addAll(List.of(rows));
        report.add("03;" + rows.length);
        return report.toArray(String[]::new);
    }

    /** A row of Swedbank's layout. */
    static String row(int number, String kronor, String message, String order) {
        return number + ",83279,7644370772,2026-03-02,2026-03-01,2026-03-02,1234567890,Laget,+46701234567,Åsa Ödmårk,"
                + message + ",12:54," + kronor + "," + order;
    }

    static String[] swedbank(String... rows) {
        var report = new ArrayList<>(List.of(TITLE, HEADER));
        report.addAll(List.of(rows));
        return report.toArray(String[]::new);
    }

    static byte[] bytes(String... rows) {
        return (String.join("\r\n", rows) + "\r\n").getBytes(UTF_8);
    }

    /** What is read from a file of the rows. */
    static EventLog read(String... rows) {
        return EventLog.of(new SwishFormat(), bytes(rows));
    }

    /** A row with another text in a field, counted from nought. */
    static String with(String row, char separator, int field, String text) {
        var fields = new ArrayList<>(Arrays.asList(row.split(String.valueOf(separator), -1)));
        fields.set(field, text);
        return String.join(String.valueOf(separator), fields);
    }
}
