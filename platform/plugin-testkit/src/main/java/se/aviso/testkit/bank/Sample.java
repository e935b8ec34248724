package se.aviso.testkit.bank;

import java.util.List;
import java.util.Locale;

/**
 * A file that is known to be right, and what it holds.
 *
 * @param name for messages
 * @param sections what each section holds, in the form of {@link #section}
 */
@SuppressWarnings("ArrayRecordComponent") // nobody compares two samples
public record Sample(String name, byte[] bytes, List<String> sections) {
    public Sample {
        sections = List.copyOf(sections);
    }

    /** A section's content in words: {@code "1900.00 SEK, 2 payments, 1 deductions"}. */
    public static String section(String net, int payments, int deductions) {
        return String.format(Locale.ROOT, "%s, %d payments, %d deductions", net, payments, deductions);
    }

    static String section(ReadSection read) {
        return section(
                read.net().toString(), read.payments().size(), read.deductions().size());
    }
}
