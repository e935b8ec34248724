package se.aviso.group;

import java.util.Locale;
import se.aviso.kernel.BankgiroNumber;
import se.aviso.kernel.Iban;
import se.aviso.kernel.OrganisationNumber;
import se.aviso.kernel.PlusgiroNumber;
import se.aviso.kernel.SwishNumber;
import se.aviso.wording.AccentColour;

/** A field of a billing identity; each is inherited by itself. */
public enum BillingField {
    NAME,
    STREET,
    POSTAL_CODE,
    CITY,
    ORGANISATION_NUMBER,
    VAT_NUMBER,
    BANKGIRO,
    PLUSGIRO,
    IBAN,
    SWISH,
    REPLY_TO,
    LOGO,
    TEMPLATE,
    /** The colour of heads and rules on documents. */
    ACCENT,
    /** Whether a slip with a line for machines stands at the foot of documents. */
    SLIP,
    /** Which codes for telephones stand there. */
    QR;

    /** The {@link #TEMPLATE} of who writes on a page of its own, or of an ancestor's; the others are shipped looks. */
    public static final String OWN_LOOK = "own";

    /** As Swedish has it. */
    private static final String OWN_LOOK_WRITTEN = "egen";

    /**
     * The value as it is kept: numbers as bare digits, texts without outer blanks.
     *
     * @throws IllegalArgumentException when the text cannot be a value of this field
     */
    public String normalised(String text) {
        return switch (this) {
            case ORGANISATION_NUMBER -> OrganisationNumber.parse(text).digits();
            case BANKGIRO -> BankgiroNumber.parse(text).digits();
            case PLUSGIRO -> PlusgiroNumber.parse(text).digits();
            case IBAN -> Iban.parse(text).value();
            case SWISH -> SwishNumber.parse(text).digits();
            case VAT_NUMBER -> matching(text.replaceAll("\\s", ""), "SE[0-9]{10}01");
            case REPLY_TO -> matching(text.strip(), "[^@\\s]+@[^@\\s]+\\.[^@\\s]+");
            case TEMPLATE -> look(text.strip());
            case ACCENT -> AccentColour.parse(text).hex();
            case SLIP -> SlipChoice.parse(text).value();
            case QR -> CodeChoice.parse(text).value();
            case POSTAL_CODE -> spaced(matching(text.replaceAll("\\s", ""), "[1-9][0-9]{4}"));
            case NAME, STREET, CITY, LOGO -> matching(text.strip(), "[^\\p{Cntrl}]{1,200}");
        };
    }

    /** A kept value as people write it: {@code 991-9879}. */
    public String written(String value) {
        return switch (this) {
            case ORGANISATION_NUMBER -> new OrganisationNumber(value).toString();
            case BANKGIRO -> new BankgiroNumber(value).toString();
            case PLUSGIRO -> new PlusgiroNumber(value).toString();
            case IBAN -> new Iban(value).toString();
            case SWISH -> new SwishNumber(value).toString();
            case NAME, STREET, POSTAL_CODE, CITY, VAT_NUMBER, REPLY_TO, LOGO, TEMPLATE, ACCENT, SLIP, QR -> value;
        };
    }

    /** The code of the fault when a text cannot be a value of this field, such as {@code bad-bankgiro}. */
    public String fault() {
        return "bad-" + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static String look(String text) {
        return text.equals(OWN_LOOK_WRITTEN) ? OWN_LOOK : matching(text, "klassisk|luftig|kompakt|" + OWN_LOOK);
    }

    /** As it stands on letters: {@code 831 30}. */
    private static String spaced(String postalCode) {
        return postalCode.substring(0, 3) + " " + postalCode.substring(3);
    }

    private static String matching(String text, String pattern) {
        if (!text.matches(pattern)) {
            throw new IllegalArgumentException("not a value: " + text);
        }
        return text;
    }
}
