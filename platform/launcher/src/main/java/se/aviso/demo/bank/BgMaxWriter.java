package se.aviso.demo.bank;

import static se.aviso.demo.bank.Positions.left;
import static se.aviso.demo.bank.Positions.right;
import static se.aviso.demo.bank.Positions.zeros;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Writes a BgMax file as Bankgirot does: 80 positions and CR LF a record, ISO-8859-1, one section a bankgiro, in SEK.
 */
public final class BgMaxWriter {
    private static final DateTimeFormatter STAMP = DateTimeFormatter.ofPattern("yyyyMMddHHmmss", Locale.ROOT);
    private static final long CREDITED_ACCOUNT = 5000_000000123456L;
    private static final int MESSAGE_WIDTH = 50;

    private final OutputStream out;
    private final Deposit deposit;
    private int depositSerial;
    private long paymentSerial;
    private long payments;
    private long extraReferences;
    private long deposits;

    private BgMaxWriter(OutputStream out, Deposit deposit) {
        this.out = out;
        this.deposit = deposit;
        this.depositSerial = deposit.firstDeposit();
        this.paymentSerial = deposit.firstPayment();
    }

    /**
     * Writes one file and leaves the stream open.
     *
     * @param paymentsByBankgiro the digits of each receiving bankgiro with what is paid to it; written in the order of
     *     the digits, and a bankgiro to which nothing is paid gets no section
     */
    public static void write(Map<String, List<OutgoingPayment>> paymentsByBankgiro, Deposit deposit, OutputStream out)
            throws IOException {
        new BgMaxWriter(out, deposit).file(new TreeMap<>(paymentsByBankgiro));
        out.flush();
    }

    private void file(SortedMap<String, List<OutgoingPayment>> paymentsByBankgiro) throws IOException {
        var microseconds = zeros(6, deposit.writtenAt().get(java.time.temporal.ChronoField.MICRO_OF_SECOND));
        record("01" + left(20, "BGMAX") + "01" + STAMP.format(deposit.writtenAt()) + microseconds + "P");
        for (var section : paymentsByBankgiro.entrySet()) {
            if (!section.getValue().isEmpty()) {
                section(section.getKey(), section.getValue());
            }
        }
        record("70" + zeros(8, payments) + zeros(8, 0) + zeros(8, extraReferences) + zeros(8, deposits));
    }

    private void section(String bankgiro, List<OutgoingPayment> paid) throws IOException {
        record("05" + zeros(10, Long.parseLong(bankgiro)) + " ".repeat(10) + "SEK");
        var ore = 0L;
        for (var payment : paid) {
            payment(payment);
            ore = Math.addExact(ore, payment.ore());
        }
        var day = DateTimeFormatter.BASIC_ISO_DATE.format(deposit.paidOn());
        var numbered = zeros(35, CREDITED_ACCOUNT) + day + zeros(5, depositSerial);
        record("15" + numbered + zeros(18, ore) + "SEK" + zeros(8, paid.size()));
        depositSerial++;
        deposits++;
    }

    private void payment(OutgoingPayment payment) throws IOException {
        record("20" + money(own(payment), payment.ore()));
        payments++;
        if (payment.references().size() > 1) {
            for (var reference : payment.references()) {
                record("22" + money(new Reference(right(25, reference), 2), 0));
                extraReferences++;
            }
        }
        message(payment.message());
        if (!payment.payerName().isEmpty()) {
            record("26" + left(70, payment.payerName()));
        }
        paymentSerial++;
    }

    /**
     * What stands on the payment's own record; several references run together there and are repeated on records 22.
     */
    private static Reference own(OutgoingPayment payment) {
        if (!payment.freeText().isEmpty()) {
            return new Reference(left(25, payment.freeText()), 3);
        }
        return switch (payment.references().size()) {
            case 0 -> new Reference(" ".repeat(25), 0);
            case 1 -> new Reference(right(25, payment.references().get(0)), 2);
            default -> new Reference(left(25, String.join(" ", payment.references())), 3);
        };
    }

    /** Positions 3 to 70 of records 20 and 22: paid electronically, by somebody without bankgiro, no image. */
    private String money(Reference reference, long ore) {
        return zeros(10, 0) + reference.field() + zeros(18, ore) + reference.code() + "1" + zeros(12, paymentSerial)
                + "0";
    }

    private void message(String words) throws IOException {
        for (var from = 0; from < words.length(); from += MESSAGE_WIDTH) {
            record("25" + words.substring(from, Math.min(words.length(), from + MESSAGE_WIDTH)));
        }
    }

    private void record(String text) throws IOException {
        out.write((left(80, text) + "\r\n").getBytes(StandardCharsets.ISO_8859_1));
    }

    /** A reference field of 25 positions and the code that says what it holds. */
    private record Reference(String field, int code) {}
}
