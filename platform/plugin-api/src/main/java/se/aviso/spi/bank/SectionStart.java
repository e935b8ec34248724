package se.aviso.spi.bank;

import java.util.Currency;
import java.util.List;
import se.aviso.kernel.GiroNumber;

/**
 * The account that the following payments were paid to.
 *
 * @param accounts the receiving giro numbers, most specific first; at least one
 * @param currency of every amount in the section
 * @param place where the section begins
 */
public record SectionStart(List<GiroNumber> accounts, Currency currency, Place place) {
    public SectionStart {
        accounts = List.copyOf(accounts);
        if (accounts.isEmpty()) {
            throw new IllegalArgumentException("a section without an account, " + place);
        }
    }
}
