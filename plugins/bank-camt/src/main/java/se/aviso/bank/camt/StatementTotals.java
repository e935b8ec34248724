package se.aviso.bank.camt;

import java.math.BigDecimal;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import se.aviso.kernel.Money;

/** What the entries of a statement add up to, to be held against its summary and its balances. */
final class StatementTotals {
    private static final Pattern NUMBER = Pattern.compile("[0-9]{1,18}(\\.[0-9]{1,17})?");

    private final Map<Direction, Tally> tallies = new EnumMap<>(Direction.class);
    private final Set<String> currencies = new HashSet<>();
    private BigDecimal booked = BigDecimal.ZERO;
    private boolean unread;

    private record Tally(long entries, BigDecimal sum) {
        private static final Tally NONE = new Tally(0, BigDecimal.ZERO);

        Tally plus(Tally other) {
            return new Tally(entries + other.entries, sum.add(other.sum));
        }
    }

    /** An entry, be it booked by us or not. */
    void add(EntryHead entry) {
        var amount = decimal(entry.amount());
        tallies.merge(entry.direction(), new Tally(1, amount), Tally::plus);
        currencies.add(entry.amount().currency().getCurrencyCode());
        if (entry.booked()) {
            booked = entry.direction() == Direction.CRDT ? booked.add(amount) : booked.subtract(amount);
        }
    }

    /** An entry that could not be read: nothing can be compared any more. */
    void addUnread() {
        unread = true;
    }

    /** Reports what the statement says and the entries do not amount to. */
    void check(Element statement, Report report) throws Refusal {
        if (!unread) {
            for (var summary : statement.all("TxsSummry").toList()) {
                checkSummary(summary, report);
            }
            checkBalances(statement, report);
        }
    }

    private void checkSummary(Element summary, Report report) throws Refusal {
        var credit = tallies.getOrDefault(Direction.CRDT, Tally.NONE);
        var debit = tallies.getOrDefault(Direction.DBIT, Tally.NONE);
        compare(summary, "TtlNtries", credit.plus(debit), report);
        compare(summary, "TtlCdtNtries", credit, report);
        compare(summary, "TtlDbtNtries", debit, report);
        for (var total : summary.all("TtlNtries").toList()) {
            var net = total.text("TtlNetNtry/Amt", "TtlNetNtryAmt");
            var direction = total.text("TtlNetNtry/CdtDbtInd", "CdtDbtInd").orElse("");
            if (net.isPresent()) {
                var sign = direction.equals("DBIT")
                        ? debit.sum().subtract(credit.sum())
                        : credit.sum().subtract(debit.sum());
                compareSum(total, net.get(), sign, report);
            }
        }
    }

    private void compare(Element summary, String name, Tally counted, Report report) throws Refusal {
        for (var total : summary.all(name).toList()) {
            var entries = total.text("NbOfNtries");
            if (entries.isPresent() && !isNumber(entries.get(), BigDecimal.valueOf(counted.entries()))) {
                report.fatal(
                        "STATEMENT_COUNT",
                        "the statement declares another number of entries; " + counted.entries() + " were read",
                        report.place(total.offset()));
            }
            var sum = total.text("Sum");
            if (sum.isPresent()) {
                compareSum(total, sum.get(), counted.sum(), report);
            }
        }
    }

    private void compareSum(Element total, String declared, BigDecimal counted, Report report) throws Refusal {
        if (currencies.size() <= 1 && !isNumber(declared, counted)) {
            var text = "the statement declares another sum; its entries amount to " + counted.toPlainString();
            report.fatal("STATEMENT_SUM", text, report.place(total.offset()));
        }
    }

    private static boolean isNumber(String text, BigDecimal expected) {
        return NUMBER.matcher(text).matches() && new BigDecimal(text).compareTo(expected) == 0;
    }

    /** The closing balance is the opening one and what was booked, where the statement has one of each. */
    private void checkBalances(Element statement, Report report) throws Refusal {
        var opening = balance(statement, "OPBD").or(() -> balance(statement, "PRCD"));
        var closing = balance(statement, "CLBD");
        if (opening.isPresent() && closing.isPresent() && inOneCurrency(opening.get(), closing.get())) {
            var expected = signed(opening.get()).map(booked::add);
            var declared = signed(closing.get());
            if (expected.isEmpty()
                    || declared.filter(it -> it.compareTo(expected.get()) == 0).isEmpty()) {
                var text = "the opening balance and the booked entries do not amount to the closing balance";
                report.fatal("BALANCE", text, report.place(closing.get().offset()));
            }
        }
    }

    /** The balance of that code; empty where there is none, or more than one. */
    private static Optional<Element> balance(Element statement, String code) {
        var found = statement.all("Bal").filter(balance -> isOf(balance, code)).toList();
        return found.size() == 1 ? found.stream().findFirst() : Optional.empty();
    }

    private boolean inOneCurrency(Element opening, Element closing) {
        var all = new HashSet<>(currencies);
        Stream.of(opening, closing)
                .flatMap(it -> it.all("Amt"))
                .map(Element::currency)
                .forEach(all::add);
        return all.size() == 1;
    }

    /** A balance with its sign; empty when it is no number. */
    private static Optional<BigDecimal> signed(Element balance) {
        return balance.text("Amt")
                .filter(text -> NUMBER.matcher(text).matches())
                .map(BigDecimal::new)
                .map(it -> balance.text("CdtDbtInd").filter("DBIT"::equals).isPresent() ? it.negate() : it);
    }

    private static boolean isOf(Element balance, String code) {
        return balance.text("Tp/CdOrPrtry/Cd", "Tp/Cd").filter(code::equals).isPresent();
    }

    private static BigDecimal decimal(Money amount) {
        return new BigDecimal(amount.toDecimal());
    }
}
