package se.aviso.payment;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import se.aviso.kernel.GiroNumber;
import se.aviso.kernel.Money;
import se.aviso.spi.bank.PaymentReference;

/**
 * What two bank formats tell alike of one payment: who received how much on which day, and for what.
 *
 * <p>Each format has a key of its own for a payment, and no format knows another's; so the same money in BgMax and in
 * camt.054 can be told only by what it is. The rule is that of our domain (giro, day, amount, normalised reference; see
 * ADR 0018), not of any bank: no bank promises a common key, and Bankgirot's manual names none.
 *
 * <p>Limits. The day is the booking day of each format; where they differ the payment is only a {@linkplain Twins
 * possible twin}. A payment that names a reference is known by the group that was paid, under whichever of its numbers,
 * since some files say the bankgiro number and others only the account; one that names nothing is known by the very
 * number. Two people who pay the same sum without a reference, one reported in one format and one in the other, look
 * like one payment; as soon as either format reports both, they are two.
 *
 * @param likeness all but the day, as a digest: it is compared and never read, and holds nothing of the payer in clear
 */
public record Fingerprint(String likeness, LocalDate bookedOn) {
    /** BgMax has room for so many letters of a reference, and cuts off the rest. */
    private static final int LETTERS = 25;

    /**
     * The fingerprint of a payment.
     *
     * @param paidTo the number that the file names, of the group that has it
     * @param amount as it is booked: negative for a deduction
     * @param messages the payer's free text; asked only where no reference is exact
     */
    public static Fingerprint of(
            Receiver paidTo,
            LocalDate bookedOn,
            Money amount,
            List<PaymentReference> references,
            List<String> messages) {
        var reference = normalised(references, messages);
        var receiver = reference.isEmpty() ? paidTo.giro().key() : paidTo.asked();
        return new Fingerprint(digest(receiver + '|' + amount + '|' + reference), bookedOn);
    }

    /**
     * Whose number was paid to.
     *
     * @param asked the key of the number on the receiver's invoices: references are unique under it, and one seller may
     *     have several, each with the same references
     * @param giro the very number, or the account that it stands for
     */
    public record Receiver(String asked, GiroNumber giro) {}

    /**
     * A payment's reference as every format tells it: the exact references, else the reference-like words of its texts,
     * else the first letters and digits of its first text; in no order, without leading zeros, empty where there is
     * nothing.
     */
    static String normalised(List<PaymentReference> references, List<String> messages) {
        var texts = Stream.concat(references.stream().map(PaymentReference::text), messages.stream())
                .toList();
        var exact = words(references.stream().map(ReferenceWords::of), ReferenceWords::exact);
        var inText = words(texts.stream().map(Fingerprint::wordsOf), Fingerprint::all);
        return Stream.of(exact, inText, beginning(texts))
                .filter(found -> !found.isEmpty())
                .findFirst()
                .orElse("");
    }

    private static ReferenceWords wordsOf(String text) {
        return ReferenceWords.of(new PaymentReference(text, PaymentReference.Kind.FREE, Optional.empty()));
    }

    private static List<String> all(ReferenceWords words) {
        return Stream.concat(words.exact().stream(), words.inText().stream()).toList();
    }

    private static String words(Stream<ReferenceWords> all, Function<ReferenceWords, Collection<String>> which) {
        return all.map(which).flatMap(Collection::stream).distinct().sorted().collect(Collectors.joining(" "));
    }

    private static String beginning(List<String> texts) {
        return texts.stream()
                .map(String::strip)
                .filter(text -> !text.isEmpty())
                .findFirst()
                .map(text -> text.substring(0, Math.min(LETTERS, text.length())))
                .map(text -> text.toUpperCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]", ""))
                .orElse("");
    }

    private static String digest(String text) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(UTF_8)));
        } catch (NoSuchAlgorithmException everyJavaHasIt) {
            throw new IllegalStateException(everyJavaHasIt);
        }
    }
}
