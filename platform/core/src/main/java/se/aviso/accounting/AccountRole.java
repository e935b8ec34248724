package se.aviso.accounting;

/** What an account is for; the number beside is the default of the BAS chart. The order is the code in the database. */
public enum AccountRole {
    RECEIVABLES(1510),
    BANK(1930),
    CREDIT_BALANCE(2420),
    VAT_STANDARD(2611),
    VAT_REDUCED(2621),
    VAT_LOW(2631),
    SUSPENSE(2999),
    ROUNDING(3740),
    WRITE_OFF(6351),
    /** Other groups' shares of claims that nobody has paid yet. */
    SHARES_TO_COME(2895),
    /** What is owed to other groups out of what was paid. */
    SHARES_OWED(2899),
    REMINDER_FEES(3540),
    INTEREST_INCOME(8313),
    /** What is to be paid back and has not left the bank. */
    REFUNDS(2890);

    private final int defaultAccount;

    AccountRole(int defaultAccount) {
        this.defaultAccount = defaultAccount;
    }

    /** The account of the BAS chart. */
    public int defaultAccount() {
        return defaultAccount;
    }
}
