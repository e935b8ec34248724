package se.aviso.spi.bank;

/**
 * Takes what a format finds in a file, in the order of the file.
 *
 * <p>The order is: {@code fileOpened}, then for each section {@code sectionOpened}, its payments and deductions,
 * {@code sectionClosed}; at last {@code fileClosed}. Problems may come anywhere. A file that is cut off lacks its last
 * events; the host then finds it incomplete.
 */
public interface BankFileSink {
    /** The file says who wrote it and when. */
    void fileOpened(FileStart start);

    /** What follows was paid to this account, in this currency. */
    void sectionOpened(SectionStart start);

    /** Money that came in. */
    void payment(BankPayment payment);

    /** Money that the bank took off the section's sum: a payer subtracted a credit note. */
    void deduction(BankPayment deduction);

    /** The section is whole and says what it should amount to. */
    void sectionClosed(SectionTotals totals);

    /** The file is whole; its own counts, where it has any, agree (else the format has reported a problem). */
    void fileClosed();

    /** Something is wrong, or worth knowing, at a place in the file. */
    void problem(Problem problem);
}
