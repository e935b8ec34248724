package se.aviso.app.invoice;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import se.aviso.dispatch.Channel;
import se.aviso.invoice.InvoiceKind;
import se.aviso.invoice.InvoiceLine;
import se.aviso.invoice.Occasion;
import se.aviso.invoice.Settlement;
import se.aviso.kernel.BankgiroNumber;
import se.aviso.kernel.GiroNumber;
import se.aviso.kernel.Money;
import se.aviso.kernel.VatRate;

/** A claim of 300 kronor, issued on 1 October 2026 and due on the 31st; the hours are those of the clock. */
final class WholeFixture {
    static final LocalDate ISSUED_ON = LocalDate.of(2026, 10, 1);
    static final LocalDate DUE_ON = LocalDate.of(2026, 10, 31);
    private static final Instant BEGIN = Instant.parse("2026-10-01T08:00:00Z");
    private static final String KRONOR = "SEK";

    private final List<InvoiceWhole.Receipt> receipts = new ArrayList<>();
    private final List<InvoiceDetail.Rounding> roundings = new ArrayList<>();
    private final List<InvoiceWhole.Reminder> reminders = new ArrayList<>();
    private final List<InvoiceDetail.Delivery> deliveries = new ArrayList<>();
    private Optional<LocalDate> answeredOn = Optional.empty();
    private LocalDate today = ISSUED_ON;

    static WholeFixture claim() {
        return new WholeFixture();
    }

    WholeFixture paid(long kronor, LocalDate on, int hour) {
        return paid(kronor, on, on, hour);
    }

    WholeFixture paid(long kronor, LocalDate booked, LocalDate allocated, int hour) {
        receipts.add(
                new InvoiceWhole.Receipt(id(hour), id(hour), Money.kronor(kronor), booked, allocated, "oktober.bgc"));
        return this;
    }

    WholeFixture rounded(String amount, LocalDate booked, int hour) {
        roundings.add(new InvoiceDetail.Rounding(id(hour), id(hour), amount, KRONOR, booked, Optional.empty()));
        return this;
    }

    WholeFixture lapsed(LocalDate on) {
        answeredOn = Optional.of(on);
        return this;
    }

    WholeFixture reminded(LocalDate on, int hour) {
        return reminded(on, Optional.empty(), hour);
    }

    WholeFixture reminded(LocalDate on, Optional<LocalDate> recalledOn, int hour) {
        reminders.add(new InvoiceWhole.Reminder(1, on, Money.kronor(300), recalledOn));
        return sent(InvoiceDetail.DeliveredDocument.REMINDER, 1, InvoiceDetail.DeliveryState.QUEUED, hour);
    }

    WholeFixture sent(InvoiceDetail.DeliveryState state, int hour) {
        return sent(InvoiceDetail.DeliveredDocument.INVOICE, 0, state, hour);
    }

    WholeFixture seenOn(LocalDate day) {
        today = day;
        return this;
    }

    private WholeFixture sent(
            InvoiceDetail.DeliveredDocument document, int level, InvoiceDetail.DeliveryState state, int hour) {
        deliveries.add(new InvoiceDetail.Delivery(
                id(hour), Channel.EMAIL, state, document, level, at(hour).plusSeconds(5), List.of()));
        return this;
    }

    InvoiceWhole whole() {
        var lines = List.of(line("200.00", "0.00", VatRate.EXEMPT), line("100.00", "5.66", VatRate.LOW));
        return new InvoiceWhole(
                new InvoiceDetail(row(), lines, List.of(), List.of(), roundings, deliveries),
                new InvoiceWhole.Parties(
                        "Ada Ek", "Granby", "Granby", GiroNumber.of(new BankgiroNumber("9912346")), Optional.empty()),
                receipts,
                reminders,
                answeredOn,
                InvoiceWhole.Credits.NONE,
                today);
    }

    InvoiceRow row() {
        return new InvoiceRow(
                id(0),
                InvoiceKind.CLAIM,
                Occasion.FIRST,
                "1",
                "100000000008",
                "300.00",
                Optional.of("300.00"),
                KRONOR,
                InvoiceRow.Document.ISSUED,
                Optional.of(Settlement.Status.OPEN),
                Optional.empty(),
                ISSUED_ON,
                DUE_ON,
                0,
                id(0),
                1,
                id(0),
                id(0),
                Optional.empty(),
                Optional.empty());
    }

    private static InvoiceDetail.Line line(String amount, String tax, VatRate rate) {
        return new InvoiceDetail.Line(
                InvoiceLine.Kind.MEMBERSHIP,
                "Medlemskap",
                1,
                amount,
                amount,
                rate,
                tax,
                KRONOR,
                Optional.empty(),
                List.of(),
                List.of(),
                Optional.empty(),
                Optional.empty());
    }

    private static Instant at(int hour) {
        return BEGIN.plusSeconds(hour * 3600L);
    }

    /** An id that was made at that hour. */
    private static UUID id(int hour) {
        return new UUID(at(hour).toEpochMilli() << 16 | 0x7000, 0x8000_0000_0000_0000L);
    }
}
