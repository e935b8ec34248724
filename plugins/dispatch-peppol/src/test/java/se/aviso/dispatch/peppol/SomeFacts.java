package se.aviso.dispatch.peppol;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import se.aviso.kernel.BankgiroNumber;
import se.aviso.kernel.Money;
import se.aviso.kernel.OrganisationNumber;
import se.aviso.kernel.PeppolAddress;
import se.aviso.kernel.PlusgiroNumber;
import se.aviso.kernel.VatRate;
import se.aviso.spi.dispatch.InvoiceFacts;

/** Documents of invented sellers to invented buyers. */
final class SomeFacts {
    static final PeppolAddress BUYER = PeppolAddress.read("556012-3456").orElseThrow();

    private static final OrganisationNumber SELLER = new OrganisationNumber("8020021237");
    private static final InvoiceFacts.Address STREET =
            new InvoiceFacts.Address("Storgatan 1 & 2 <gården>", "831 30", "Östersund");

    private SomeFacts() {}

    /** Registered for VAT. */
    static InvoiceFacts.Seller registered() {
        return new InvoiceFacts.Seller(
                "Fjäll & Vidd Östersund", Optional.of(SELLER), Optional.of("SE802002123701"), Optional.of(STREET));
    }

    /** A non-profit association outside of VAT. */
    static InvoiceFacts.Seller association() {
        return new InvoiceFacts.Seller("Föreningen Åäö", Optional.of(SELLER), Optional.empty(), Optional.of(STREET));
    }

    static InvoiceFacts.Buyer buyer(String name) {
        return new InvoiceFacts.Buyer(name, Optional.of(STREET), "4711 Åsa");
    }

    static InvoiceFacts invoice(InvoiceFacts.Seller seller, InvoiceFacts.Line... lines) {
        return invoice(seller, Money.ore(0), lines);
    }

    static InvoiceFacts invoice(InvoiceFacts.Seller seller, Money prepaid, InvoiceFacts.Line... lines) {
        var head = new InvoiceFacts.Head(
                "10042",
                LocalDate.of(2026, 12, 14),
                Optional.of(LocalDate.of(2027, 1, 13)),
                "sv",
                Optional.empty(),
                "");
        return new InvoiceFacts(head, seller, buyer("Bygg & Bo i Åre AB"), List.of(lines), prepaid, payment());
    }

    static InvoiceFacts creditNote(InvoiceFacts.Seller seller, InvoiceFacts.Line... lines) {
        var head = new InvoiceFacts.Head(
                "77",
                LocalDate.of(2026, 12, 20),
                Optional.empty(),
                "sv",
                Optional.of(new InvoiceFacts.Credited("10042", LocalDate.of(2026, 12, 14))),
                "Fel antal");
        return new InvoiceFacts(head, seller, buyer("Bygg & Bo i Åre AB"), List.of(lines), Money.ore(0), payment());
    }

    static InvoiceFacts.Payment payment() {
        return new InvoiceFacts.Payment(
                "1234567897",
                Optional.of(new BankgiroNumber("9919879")),
                Optional.of(new PlusgiroNumber("44115")),
                Optional.empty());
    }

    /** A membership fee. */
    static InvoiceFacts.Line exempt(long ore) {
        return line("Medlemsavgift företag 2027", 1, Money.ore(ore), VatRate.EXEMPT, Optional.of("medlemsavgift"));
    }

    static InvoiceFacts.Line taxed(String text, int quantity, long ore, VatRate rate) {
        return line(text, quantity, Money.ore(ore), rate, Optional.empty());
    }

    static InvoiceFacts.Line words(String text) {
        return new InvoiceFacts.Line(text, true, 1, "", Money.ore(0), VatRate.EXEMPT, Money.ore(0), Optional.empty());
    }

    private static InvoiceFacts.Line line(
            String text, int quantity, Money amount, VatRate rate, Optional<String> exemption) {
        return new InvoiceFacts.Line(text, false, quantity, "st", amount, rate, rate.containedIn(amount), exemption);
    }
}
