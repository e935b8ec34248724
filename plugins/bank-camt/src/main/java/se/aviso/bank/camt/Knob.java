package se.aviso.bank.camt;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What a line of a profile may say; each knob is a list of words. */
enum Knob {
    /** Schemes ({@code SchmeNm}) whose numbers are bankgiro numbers. */
    BANKGIRO_SCHEMES(".{1,35}", false),
    /** Schemes whose numbers are plusgiro numbers. */
    PLUSGIRO_SCHEMES(".{1,35}", false),
    /** Bank transaction codes of entries in camt.053 that are sums, though nothing else says so. */
    SUM_CODES(".{1,35}", false),
    /** Where the reference stands, the likeliest place first. */
    REFERENCES("structured|payer-text|bank-text", true),
    /** The bank's codes in Swedish IBANs. */
    IBAN_CODES("[0-9]{3}", true);

    private final Pattern word;
    private final boolean needed;

    Knob(String word, boolean needed) {
        this.word = Pattern.compile(word);
        this.needed = needed;
    }

    static Optional<Knob> of(String name) {
        return Stream.of(values()).filter(knob -> knob.toString().equals(name)).findFirst();
    }

    boolean takes(String value) {
        return word.matcher(value).matches();
    }

    /** True where no word at all makes no sense. */
    boolean isNeeded() {
        return needed;
    }

    /** As it stands in a line. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
