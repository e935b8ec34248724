package se.aviso.it;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import se.aviso.demo.bank.OutgoingPayment;

/** Swish reports in both layouts: what was paid by telephone, with the reference as message. */
final class SwishWriter {
    private SwishWriter() {}

    /** Handelsbanken's layout; the bank's references begin with the given text. */
    static byte[] handelsbanken(String swish, LocalDate day, String reference, List<OutgoingPayment> payments) {
        var rows = IntStream.range(0, payments.size())
                .mapToObj(at -> String.join(
                        ";",
                        "02;5500001234;123456789;HANDSESS",
                        swish,
                        day.toString(),
                        "SWH",
                        kronor(payments.get(at)).replace('.', ','),
                        "SEK;+46701234567",
                        payments.get(at).payerName(),
                        reference + at,
                        message(payments.get(at)),
                        "",
                        day + "T12:00:00:000000",
                        day.toString(),
                        "",
                        ""))
                .collect(Collectors.joining("\r\n"));
        return ("01;" + day + ";" + day + ";\r\n" + rows + "\r\n03;" + payments.size() + "\r\n")
                .getBytes(StandardCharsets.ISO_8859_1);
    }

    /** Swedbank's layout. */
    static byte[] swedbank(String swish, LocalDate day, List<OutgoingPayment> payments) {
        var rows = IntStream.range(0, payments.size())
                .mapToObj(at -> String.join(
                        ",",
                        at + 1 + ",83279,7644370772",
                        day + "," + day + "," + day,
                        swish,
                        "Laget,+46701234567",
                        payments.get(at).payerName(),
                        message(payments.get(at)),
                        "12:00",
                        kronor(payments.get(at)),
                        ""))
                .collect(Collectors.joining("\r\n"));
        return ("""
                * Swish-rapport Avser %1$s - %1$s Skapad %1$s 23:00 CET
                Radnr,Clnr,Kontonr,Bokfdag,Transdag,Valutadag,Mottagarnr,Mottagarnamn,Avsändarnr,Avsändarnamn,Meddelande,\
                Tid,Belopp,Orderreferens
                """.formatted(day) + rows + "\r\n").getBytes(StandardCharsets.UTF_8);
    }

    private static String message(OutgoingPayment payment) {
        return payment.references().isEmpty()
                ? payment.freeText()
                : payment.references().get(0);
    }

    private static String kronor(OutgoingPayment payment) {
        return String.format(Locale.ROOT, "%d.%02d", payment.ore() / 100, payment.ore() % 100);
    }
}
