package se.aviso.spi.accounting;

import java.util.List;
import se.aviso.kernel.Money;

/**
 * A posting (kontering).
 *
 * @param amount debit above nothing, credit below
 * @param dimensions none, or each dimension once
 * @param text of the row; may be empty
 */
public record VoucherRow(int account, Money amount, List<Dimension> dimensions, String text) {
    public VoucherRow {
        dimensions = List.copyOf(dimensions);
    }

    /**
     * What a posting is for, besides its account.
     *
     * @param number 1 for a cost centre, 6 for a project; others are the customer's own, from 20
     * @param object the cost centre's or project's own name
     */
    public record Dimension(int number, String object) {}
}
