package se.aviso.demo.bank;

import java.util.List;

/**
 * A payment that somebody makes in the demo.
 *
 * @param payerName may be empty; at most 70 characters
 * @param references one reference that the bank has checked, or several that the payer gave in one payment, or none
 * @param freeText what the payer wrote instead of a reference, at most 25 characters; empty when there are references
 * @param message what the payer wrote besides, at most 90 lines of 50 characters; may be empty
 * @param ore the amount, more than zero
 */
public record OutgoingPayment(String payerName, List<String> references, String freeText, String message, long ore) {
    public OutgoingPayment {
        references = List.copyOf(references);
        require(ore > 0, "nothing is paid");
        require(references.stream().allMatch(digits -> digits.matches("[0-9]{2,25}")), "a reference is not of digits");
        require(references.isEmpty() || freeText.isEmpty(), "references and free text exclude each other");
        require(payerName.length() <= 70, "the payer's name is too long");
        require(freeText.length() <= 25, "the free text is too long");
        require(message.length() <= 90 * 50, "the message is too long");
    }

    /** A payment with one reference that the bank has checked. */
    public static OutgoingPayment checked(String payerName, String reference, long ore) {
        return new OutgoingPayment(payerName, List.of(reference), "", "", ore);
    }

    /** One payment for several invoices, without saying how much is meant for which. */
    public static OutgoingPayment together(String payerName, List<String> references, long ore) {
        return new OutgoingPayment(payerName, references, "", "", ore);
    }

    /** A payment with whatever the payer took for a reference; the bank has not checked it. */
    public static OutgoingPayment free(String payerName, String freeText, long ore) {
        return new OutgoingPayment(payerName, List.of(), freeText, "", ore);
    }

    /** The same payment with a message from the payer. */
    public OutgoingPayment saying(String words) {
        return new OutgoingPayment(payerName, references, freeText, words, ore);
    }

    private static void require(boolean holds, String otherwise) {
        if (!holds) {
            throw new IllegalArgumentException(otherwise);
        }
    }
}
