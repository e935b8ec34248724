package se.aviso.dunning;

import java.math.BigInteger;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import se.aviso.accounting.AccountRole;
import se.aviso.accounting.ChartOfAccounts;
import se.aviso.accounting.EntryKind;
import se.aviso.accounting.LedgerEntry;
import se.aviso.accounting.Posting;
import se.aviso.accounting.Side;
import se.aviso.invoice.Invoice;
import se.aviso.kernel.Money;
import se.aviso.kernel.VatRate;

/**
 * A bad debt that is given up: debit 6351, credit receivables (BAS); what of it was other groups' is debited to the
 * shares to come.
 *
 * <p>Output VAT stays as it was booked, unless the loss is established: then the seller may take back the tax in what
 * was not paid (mervärdesskattelagen 2023:200, chapter 8, on customers' losses). Its share of each rate is that of the
 * open amount in the total, rounded half an öre upwards; the rest is the loss, so the entry always balances.
 *
 * @param open what is given up; more than nothing
 * @param taxBack whether the loss is established, and output VAT taken back
 * @param sharesToCome what of other groups' shares in the claim nobody has paid or credited: it comes no more
 */
public record WriteOff(Invoice invoice, Money open, boolean taxBack, Money sharesToCome) {
    public WriteOff {
        if (!open.isPositive() || open.compareTo(invoice.total()) > 0) {
            throw new IllegalArgumentException("a write-off of " + open);
        }
    }

    /** Of a claim that is all the seller's. */
    public WriteOff(Invoice invoice, Money open, boolean taxBack) {
        this(invoice, open, taxBack, Money.zero(open.currency()));
    }

    /** What other groups do not get: it was theirs, so it is no loss of the seller's. */
    public Money shares() {
        return sharesToCome.min(open.minus(tax()));
    }

    /** The tax that is taken back, in all. */
    public Money tax() {
        return byRate().values().stream().reduce(Money.zero(open.currency()), Money::plus);
    }

    /** The ledger entry. */
    public LedgerEntry entry(ChartOfAccounts chart, LocalDate on) {
        var postings = new ArrayList<Posting>();
        var shares = shares();
        var loss = open.minus(tax()).minus(shares);
        if (loss.isPositive()) {
            postings.add(Posting.of(chart.account(AccountRole.WRITE_OFF), Side.DEBIT, loss, invoice.id()));
        }
        if (shares.isPositive()) {
            postings.add(Posting.of(chart.account(AccountRole.SHARES_TO_COME), Side.DEBIT, shares, invoice.id()));
        }
        byRate().forEach((rate, tax) -> postings.add(Posting.of(chart.outputVat(rate), Side.DEBIT, tax, invoice.id())));
        postings.add(Posting.of(chart.account(AccountRole.RECEIVABLES), Side.CREDIT, open, invoice.id()));
        return new LedgerEntry(EntryKind.WRITE_OFF, on, List.copyOf(postings));
    }

    private Map<VatRate, Money> byRate() {
        var shares = new EnumMap<VatRate, Money>(VatRate.class);
        if (!taxBack) {
            return shares;
        }
        var taxes = new EnumMap<VatRate, Money>(VatRate.class);
        invoice.draft().lines().forEach(line -> taxes.merge(line.terms().vat(), line.vatAmount(), Money::plus));
        taxes.forEach((rate, tax) -> {
            var share = share(tax);
            if (share.isPositive()) {
                shares.put(rate, share);
            }
        });
        return shares;
    }

    private Money share(Money tax) {
        var total = BigInteger.valueOf(invoice.total().minorUnits());
        var part = BigInteger.valueOf(tax.minorUnits()).multiply(BigInteger.valueOf(open.minorUnits()));
        var rounded = part.add(total.shiftRight(1)).divide(total);
        return new Money(rounded.longValueExact(), open.currency());
    }
}
