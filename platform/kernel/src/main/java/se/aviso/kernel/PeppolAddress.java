package se.aviso.kernel;

import java.util.Optional;

/**
 * Where an organisation gets electronic invoices in the Peppol network: the code of a scheme and its identifier there.
 *
 * <p>A Swedish organisation number is scheme {@code 0007}, a GLN is {@code 0088}; of both the check digit is known, of
 * others the form alone.
 */
public record PeppolAddress(String scheme, String identifier) {
    /** The scheme of Swedish organisation numbers. */
    public static final String SWEDISH = "0007";

    /** The scheme of global location numbers. */
    public static final String GLN = "0088";

    private static final int DIGITS_OF_GLN = 13;

    /** @throws IllegalArgumentException when it can be nobody's */
    public PeppolAddress {
        if (!scheme.matches("[0-9]{4}") || !identifier.matches("[A-Za-z0-9._~:-]{1,50}")) {
            throw new IllegalArgumentException("no Peppol address");
        }
        if (scheme.equals(SWEDISH)) {
            identifier = OrganisationNumber.parse(identifier).digits();
        }
        if (scheme.equals(GLN) && !isGln(identifier)) {
            throw new IllegalArgumentException("no GLN");
        }
    }

    /** That of a Swedish organisation. */
    public static PeppolAddress of(OrganisationNumber number) {
        return new PeppolAddress(SWEDISH, number.digits());
    }

    /** Reads {@code 0088:7300010000018}, or a Swedish organisation number without its scheme. */
    public static Optional<PeppolAddress> read(String written) {
        var bare = written.strip();
        var colon = bare.indexOf(':');
        try {
            return Optional.of(
                    colon < 0
                            ? of(OrganisationNumber.parse(bare))
                            : new PeppolAddress(bare.substring(0, colon), bare.substring(colon + 1)));
        } catch (IllegalArgumentException none) {
            return Optional.empty();
        }
    }

    /** As it is kept and written: {@code 0007:5560123456}. */
    public String text() {
        return scheme + ":" + identifier;
    }

    /** Digits from the right weigh 3 and 1 by turns; with the check digit the sum ends in 0. */
    private static boolean isGln(String text) {
        if (!text.matches("[0-9]{" + DIGITS_OF_GLN + "}")) {
            return false;
        }
        var sum = 0;
        for (var at = 0; at < DIGITS_OF_GLN; at++) {
            sum += (text.charAt(at) - '0') * (at % 2 == 0 ? 1 : 3);
        }
        return sum % 10 == 0;
    }
}
