package se.aviso.spi.bank;

import java.util.List;
import java.util.Optional;
import se.aviso.kernel.Money;

/**
 * One payment, or one deduction, as the bank reports it.
 *
 * @param key the bank's own key, unique within the section
 * @param amount what was paid, or deducted; never negative
 * @param references what the payer gave as reference, most certain first
 * @param messages the payer's free text, unchanged, line by line
 * @param payer as far as the bank knows
 * @param place where the record stands
 */
public record BankPayment(
        String key,
        Money amount,
        List<PaymentReference> references,
        List<String> messages,
        Optional<Payer> payer,
        Place place) {
    public BankPayment {
        references = List.copyOf(references);
        messages = List.copyOf(messages);
        if (amount.isNegative()) {
            throw new IllegalArgumentException("a negative amount, " + place);
        }
    }
}
