package se.aviso.bank.camt;

import java.time.LocalDate;
import java.util.Optional;
import java.util.stream.Stream;
import se.aviso.kernel.GiroNumber;
import se.aviso.spi.bank.Place;

/**
 * The account of a statement or notification, as its entries need it.
 *
 * @param statement how the bank calls the statement; names entries that bear no reference of the bank
 * @param number how the bank calls the account, IBAN or other; a part of the bank's key of each payment
 * @param own the account as a number to pay to, where it can be told
 * @param made the day on which the bank made the statement
 * @param profile what the files of the account's bank do
 */
record Account(String statement, String number, Optional<GiroNumber> own, Optional<LocalDate> made, Profile profile) {
    /** The account of a statement, with what the file's header adds. */
    static Account of(Element statement, Element header, Accounts accounts, Place place) throws Refusal {
        var profile = accounts.profile(statement);
        var made = Stream.of(statement, header)
                .flatMap(part -> part.texts("CreDtTm"))
                .flatMap(text -> Days.of(text).stream())
                .findFirst();
        var account = new Account(
                statement.text("Id").orElse(""),
                statement.text("Acct/Id/IBAN", "Acct/Id/Othr/Id").orElse(""),
                accounts.own(statement, profile, place),
                made,
                profile);
        if (EntryHead.isTooLong(account.statement) || EntryHead.isTooLong(account.number)) {
            throw new Refusal("BAD_REFERENCE", "the name of the statement or account is too long", place.byteOffset());
        }
        return account;
    }
}
