package se.aviso.demo;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import se.aviso.demo.bank.BgMaxWriter;
import se.aviso.demo.bank.Deposit;
import se.aviso.demo.bank.OutgoingPayment;

/** Plays the payers and their bank: who pays what, and the file that tells of it. The same invoices, the same bytes. */
final class Bank {
    private Bank() {}

    /** An invoice as its payer holds it. */
    record Bill(String ocr, long ore, String bankgiro) {}

    /** A file with these payments, all to one bankgiro number. */
    static byte[] file(String bankgiro, List<OutgoingPayment> payments, LocalDate day, int serial) {
        var bytes = new ByteArrayOutputStream();
        try {
            var deposit = new Deposit(day.atTime(6, 0).plusSeconds(serial), day, serial, serial * 1_000_000L);
            BgMaxWriter.write(Map.of(bankgiro, payments), deposit, bytes);
        } catch (IOException inMemory) {
            throw new IllegalStateException(inMemory);
        }
        return bytes.toByteArray();
    }

    /** Everybody pays but every twelfth; some do not pay as they should. */
    static List<OutgoingPayment> paymentsWithSlips(List<Bill> bills) {
        var payments = new ArrayList<OutgoingPayment>();
        for (var i = 8; i < bills.size(); i++) {
            if (i % 12 != 0) {
                payments.add(exact(bills.get(i)));
            }
        }
        payments.add(OutgoingPayment.checked(
                "Fel Siffra", wrong(bills.get(0).ocr()), bills.get(0).ore()));
        payments.add(OutgoingPayment.checked(
                "Rund Summa", bills.get(1).ocr(), bills.get(1).ore() + 5_000));
        payments.add(OutgoingPayment.together(
                "Två På En Gång",
                List.of(bills.get(2).ocr(), bills.get(3).ocr()),
                bills.get(2).ore() + bills.get(3).ore()));
        payments.add(exact(bills.get(4)));
        payments.add(exact(bills.get(4)));
        return payments;
    }

    /** Every so manieth pays, exactly, beginning with this one. */
    static List<OutgoingPayment> everyNth(List<Bill> bills, int n, int first) {
        var payments = new ArrayList<OutgoingPayment>();
        for (var i = first; i < bills.size(); i += n) {
            payments.add(exact(bills.get(i)));
        }
        return payments;
    }

    private static OutgoingPayment exact(Bill bill) {
        return OutgoingPayment.checked("", bill.ocr(), bill.ore());
    }

    /** Another number with a right check digit: a digit of the serial is raised, and the check digit with it. */
    private static String wrong(String ocr) {
        var serial = "9" + ocr.substring(1, ocr.length() - 1);
        return serial + luhn(serial);
    }

    private static int luhn(String payload) {
        var sum = 0;
        for (var i = 0; i < payload.length(); i++) {
            var product = (payload.charAt(payload.length() - 1 - i) - '0') * (i % 2 == 0 ? 2 : 1);
            sum += product / 10 + product % 10;
        }
        return (10 - sum % 10) % 10;
    }
}
