package se.aviso.audit;

/** What an act can set or change of the thing that it is done to. */
public enum Field {
    GRANT,
    ROLE,
    UNTIL,
    PARENT,
    GROUPS,
    PUBLIC_FORM,
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
    ACCENT,
    SLUG,
    VALID_FROM,
    AMOUNT,
    INVOICE,
    GIVEN_NAME,
    FAMILY_NAME,
    EMAIL,
    PHONE,
    ADDRESS_STREET,
    ADDRESS_POSTAL_CODE,
    ADDRESS_CITY,
    CHANNEL,
    LANGUAGE,
    GUARDIAN_NAME,
    GUARDIAN_EMAIL,
    PERSONAL_NUMBER,
    ADDED,
    SKIPPED,
    KIND,
    RECIPIENTS,
    STATE,
    BUSINESS_DATE,
    EDITION,
    PROVIDER,
    INVOICES_PURGED,
    PAYMENTS_PURGED,
    KEYS_PURGED,
    CREDIT_NOTE,
    CREDIT_BALANCE,
    FORMAT,
    CRITERIA,
    MONTHS,
    LEVELS,
    RATE,
    NUMBER,
    NAMES_SV,
    NAMES_EN,
    UNIT,
    PRICE,
    VAT,
    EXEMPTION,
    ACCOUNT,
    FROM,
    TO,
    DUE_ON,
    FILES_PURGED,
    PHASE,
    HOLD,
    DAILY_RENEWAL,
    DAILY_REMINDER,
    DAILY_LAPSE,
    DAILY_PERIOD_END,
    DAILY_START,
    COST_EMAIL,
    COST_LETTER,
    COST_SMS,
    ACTIVE,
    PLACE,
    PATIENCE,
    MONTHLY_CAP,
    PACE,
    PROVIDER_TOLD,
    OUTCOME,
    COUNT,
    PAYMENT_TERM_DAYS,
    RENEWAL_AS,
    RENEWAL_DAYS_BEFORE,
    ENDS_FROM,
    TOLERANCE,
    CHARGES_WRITTEN_OFF,
    MEMBER;

    /**
     * The field that an API names by a JSON pointer: {@code /address/postalCode} is {@link #ADDRESS_POSTAL_CODE}.
     *
     * @throws IllegalArgumentException when none is meant
     */
    public static Field at(String pointer) {
        var words = new StringBuilder();
        for (var letter : pointer.substring(1).toCharArray()) {
            if (Character.isUpperCase(letter)) {
                words.append('_');
            }
            words.append(letter == '/' ? '_' : Character.toUpperCase(letter));
        }
        return valueOf(words.toString());
    }
}
