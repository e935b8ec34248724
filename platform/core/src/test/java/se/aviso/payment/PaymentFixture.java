package se.aviso.payment;

import java.util.Arrays;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import se.aviso.invoice.InvoiceKind;
import se.aviso.kernel.InvoiceId;
import se.aviso.kernel.Money;
import se.aviso.kernel.OcrReference;
import se.aviso.kernel.PaymentId;
import se.aviso.spi.bank.PaymentReference;

/** Documents by a small number of their own, and payments that name them. */
final class PaymentFixture {
    static final Currency EUR = Currency.getInstance("EUR");
    static final PaymentId PAYMENT = new PaymentId(new UUID(2, 1));

    private PaymentFixture() {}

    /** The reference of the document with that number: twelve digits, the first six of them zeros. */
    static String ocr(int number) {
        return OcrReference.ofSerial(4710L + number).digits();
    }

    static InvoiceId id(int number) {
        return new InvoiceId(new UUID(1, number));
    }

    static OpenItem claim(int number, Money open) {
        return new OpenItem(id(number), InvoiceKind.CLAIM, OpenItem.State.STANDING, open, open);
    }

    static OpenItem offer(int number, Money open) {
        return new OpenItem(id(number), InvoiceKind.OFFER, OpenItem.State.STANDING, open, open);
    }

    static OpenItem in(OpenItem.State state, OpenItem item) {
        return new OpenItem(item.id(), item.kind(), state, item.claimed(), item.open());
    }

    /** The documents by their references. */
    static Reconciliation among(OpenItem... items) {
        var byReference = Arrays.stream(items)
                .map(OpenItem::id)
                .collect(Collectors.toMap(PaymentFixture::lookedUp, Function.identity()));
        return new Reconciliation(byReference, List.of(items));
    }

    static IncomingPayment payment(Money amount, String... references) {
        return payment(
                amount,
                Arrays.stream(references)
                        .map(text -> new PaymentReference(text, PaymentReference.Kind.FREE, Optional.empty()))
                        .toArray(PaymentReference[]::new));
    }

    static IncomingPayment payment(Money amount, PaymentReference... references) {
        return new IncomingPayment(PAYMENT, amount, List.of(references));
    }

    /** So much is meant for that document. */
    static PaymentReference part(int number, Money amount) {
        return new PaymentReference(ocr(number), PaymentReference.Kind.CHECKED, Optional.of(amount));
    }

    static Match.Part to(int number, Money amount) {
        return new Match.Part(id(number), amount);
    }

    private static String lookedUp(InvoiceId id) {
        return ReferenceWords.withoutLeadingZeros(ocr((int) id.value().getLeastSignificantBits()));
    }
}
