package se.aviso.bank.camt;

import java.util.Locale;

/** Where in a payment its reference may stand. */
enum ReferencePlace {
    /** {@code RmtInf/Strd}. */
    STRUCTURED,
    /** What the payer wrote: {@code RmtInf/Ustrd}. */
    PAYER_TEXT,
    /** What the bank wrote: {@code AddtlTxInf}, and {@code AddtlNtryInf} of an entry with one payment. */
    BANK_TEXT;

    /** The place of that name in a profile, which is one that {@link Knob#REFERENCES} lets pass. */
    static ReferencePlace of(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT).replace('-', '_'));
    }
}
