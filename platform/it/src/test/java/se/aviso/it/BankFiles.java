package se.aviso.it;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import se.aviso.demo.bank.BgMaxWriter;
import se.aviso.demo.bank.Deposit;
import se.aviso.demo.bank.OutgoingPayment;

/** Files as a bank would send them; each has serial numbers of its own. */
public final class BankFiles {
    private static final AtomicInteger SERIALS = new AtomicInteger(100);

    private BankFiles() {}

    public static byte[] of(String bankgiro, LocalDate day, List<OutgoingPayment> payments) {
        return of(Map.of(bankgiro, payments), day);
    }

    static byte[] of(Map<String, List<OutgoingPayment>> payments, LocalDate day) {
        var serial = SERIALS.addAndGet(10);
        var bytes = new ByteArrayOutputStream();
        try {
            var deposit = new Deposit(day.atTime(6, 0).plusSeconds(serial), day, serial, serial * 1_000_000L);
            BgMaxWriter.write(payments, deposit, bytes);
        } catch (IOException inMemory) {
            throw new UncheckedIOException(inMemory);
        }
        return bytes.toByteArray();
    }

    static OutgoingPayment paying(SignUps.Joined joined) {
        return OutgoingPayment.checked("Nils Betalare", joined.ocr(), joined.ore());
    }
}
