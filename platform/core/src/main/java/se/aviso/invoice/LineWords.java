package se.aviso.invoice;

/**
 * The words on lines beside the type's name, in the payer's language.
 *
 * @param entryFee for the line of the entry fee
 * @param familyCap for the line that takes off what is above a family's cap
 */
public record LineWords(String entryFee, String familyCap) {}
