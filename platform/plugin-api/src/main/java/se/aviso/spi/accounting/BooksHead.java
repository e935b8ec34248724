package se.aviso.spi.accounting;

import java.time.LocalDate;
import java.util.Currency;

/**
 * Whose books, and which part of them.
 *
 * @param seller the name of the company, as it was when the extract was made
 * @param organisationNumber ten digits, or empty
 * @param number of the extract, from 1 for each seller
 * @param madeOn the day on which the extract was made; it stays that day, however often the file is written
 */
public record BooksHead(
        String seller,
        String organisationNumber,
        long number,
        LocalDate firstDay,
        LocalDate lastDay,
        LocalDate madeOn,
        Currency currency) {}
