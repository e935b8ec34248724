package se.aviso.it;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import se.aviso.demo.bank.OutgoingPayment;

/** Total IN files of the payments that a BgMax file tells of: paid to a bankgiro number that is tied to an account. */
final class TotalInWriter {
    private static final String PLUSGIRO = "2865434";

    private TotalInWriter() {}

    /** A file; transactions are numbered from the given one on. */
    static byte[] file(String bankgiro, LocalDate day, long transaction, List<OutgoingPayment> payments) {
        var date = day.format(DateTimeFormatter.BASIC_ISO_DATE);
        var records = new ArrayList<String>();
        records.add(line("00TI123456    " + date + "06000000000001TL1TOTALIN"));
        records.add(line("10" + wide(PLUSGIRO, 36) + "SEK" + date));
        var number = transaction;
        for (var payment : payments) {
            add(records, payment, zeros(number++, 17) + bankgiro);
        }
        var sum = payments.stream().mapToLong(OutgoingPayment::ore).sum();
        records.add(line("90" + zeros(payments.size(), 8) + zeros(sum, 17) + date + "001"));
        records.add(line("99" + zeros(records.size() + 1, 15)));
        return (String.join("\r\n", records) + "\r\n").getBytes(StandardCharsets.ISO_8859_1);
    }

    private static void add(List<String> records, OutgoingPayment payment, String transaction) {
        var references = payment.references();
        var first = references.isEmpty() ? "0".repeat(25) : references.get(0);
        records.add(line("20" + wide(first, 35) + zeros(payment.ore(), 15) + transaction));
        references.stream().skip(1).forEach(reference -> records.add(line("30" + reference)));
        if (!payment.freeText().isEmpty()) {
            records.add(line("40" + payment.freeText()));
        }
        records.add(line("50" + payment.payerName()));
    }

    private static String line(String text) {
        return wide(text, 80);
    }

    private static String wide(String text, int width) {
        return text + " ".repeat(width - text.length());
    }

    private static String zeros(long number, int width) {
        return String.format(Locale.ROOT, "%0" + width + "d", number);
    }
}
