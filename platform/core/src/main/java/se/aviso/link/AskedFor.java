package se.aviso.link;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Whom somebody says they are who asks for a link: an e-mail address, or a member number.
 *
 * @param text as it is compared and kept: the address in small letters, or the digits
 */
public record AskedFor(String text) {
    private static final int LONGEST = 120;
    private static final Pattern ADDRESS =
            Pattern.compile("[^\\s@\\p{Cntrl}]+@[^\\s@\\p{Cntrl}]+\\.[^\\s@\\p{Cntrl}]+");
    private static final Pattern NUMBER = Pattern.compile("[1-9]\\d{0,11}");

    /** Reads what was typed; nothing where it is neither. */
    public static Optional<AskedFor> parse(String typed) {
        var text = normalised(typed);
        var digits = text.replaceAll("[\\s-]", "");
        if (NUMBER.matcher(digits).matches()) {
            return Optional.of(new AskedFor(digits));
        }
        return Optional.of(new AskedFor(text))
                .filter(asked ->
                        text.length() <= LONGEST && ADDRESS.matcher(text).matches());
    }

    /** The member number, where it is one. */
    public Optional<Long> number() {
        return Optional.of(text)
                .filter(asked -> NUMBER.matcher(asked).matches())
                .map(Long::valueOf);
    }

    /** An address as it is compared; the database does the same to those on file, with ASCII letters alone. */
    public static String normalised(String address) {
        var stripped = address.strip();
        var small = new StringBuilder(stripped.length());
        stripped.chars()
                .map(sign -> sign >= 'A' && sign <= 'Z' ? sign + ('a' - 'A') : sign)
                .forEach(sign -> small.append((char) sign));
        return small.toString();
    }
}
