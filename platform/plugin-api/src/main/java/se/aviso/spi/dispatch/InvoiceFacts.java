package se.aviso.spi.dispatch;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import se.aviso.kernel.BankgiroNumber;
import se.aviso.kernel.Money;
import se.aviso.kernel.OrganisationNumber;
import se.aviso.kernel.PlusgiroNumber;
import se.aviso.kernel.VatRate;

/**
 * What an invoice or a credit note says, for receivers that are machines: the same as on its document, as it was
 * issued. Personal data: never logged.
 *
 * @param lines with those that only say something, in the order of the document
 * @param prepaid what was paid of it before it was issued, by the payer's credit balance
 * @since spi 1.5
 */
public record InvoiceFacts(Head head, Seller seller, Buyer buyer, List<Line> lines, Money prepaid, Payment payment) {
    public InvoiceFacts {
        lines = List.copyOf(lines);
    }

    /** What is claimed, or taken back, tax included. */
    public Money total() {
        return sum(lines.stream().map(Line::amount).toList());
    }

    /** The tax in it. */
    public Money vatAmount() {
        return sum(lines.stream().map(Line::vatAmount).toList());
    }

    /** What is to be paid still. */
    public Money payable() {
        return total().minus(prepaid);
    }

    private Money sum(List<Money> amounts) {
        return amounts.stream().reduce(Money.zero(prepaid.currency()), Money::plus);
    }

    /**
     * Which document it is.
     *
     * @param dueOn when it is to be paid; empty where nothing is
     * @param credits the invoice that a credit note takes back; empty of an invoice
     * @param note what it says beside its lines; may be empty
     */
    public record Head(
            String number,
            LocalDate issuedOn,
            Optional<LocalDate> dueOn,
            String language,
            Optional<Credited> credits,
            String note) {}

    /** The invoice that is taken back, whole or in part. */
    public record Credited(String number, LocalDate issuedOn) {}

    /**
     * Who claims.
     *
     * @param vatNumber empty where the seller is not registered for VAT
     */
    public record Seller(
            String name,
            Optional<OrganisationNumber> organisationNumber,
            Optional<String> vatNumber,
            Optional<Address> address) {}

    /**
     * Who is to pay; the address of the channel stands in the message.
     *
     * @param reference what the buyer wants to be told, or else the number that the seller knows the buyer by
     */
    public record Buyer(String name, Optional<Address> address, String reference) {}

    /** A postal address in Sweden. */
    public record Address(String street, String postalCode, String city) {}

    /**
     * What is claimed for; on a credit note what is taken back, not below nothing where the claim's line is not.
     *
     * @param words true where it only says something and amounts to nothing
     * @param measure what is counted, such as {@code st}; may be empty
     * @param amount tax included
     * @param vatAmount the tax in the amount
     * @param exemption why no VAT is charged, where somebody has said so
     */
    public record Line(
            String text,
            boolean words,
            int quantity,
            String measure,
            Money amount,
            VatRate vat,
            Money vatAmount,
            Optional<String> exemption) {
        /** What is claimed without the tax. */
        public Money net() {
            return amount.minus(vatAmount);
        }
    }

    /**
     * How it is paid.
     *
     * @param reference the OCR number
     */
    public record Payment(
            String reference,
            Optional<BankgiroNumber> bankgiro,
            Optional<PlusgiroNumber> plusgiro,
            Optional<String> iban) {}
}
