package se.aviso.spi.bank;

/** The stable name of a bank format: upper case letters, digits and underscores, such as {@code BGMAX}. */
public record FormatName(String value) {
    public FormatName {
        if (!value.matches("[A-Z][A-Z0-9_]{1,19}")) {
            throw new IllegalArgumentException("not a format name: " + value);
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
