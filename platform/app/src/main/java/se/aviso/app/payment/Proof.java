package se.aviso.app.payment;

import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import se.aviso.kernel.GroupId;
import se.aviso.payment.ControlTotals;
import se.aviso.spi.bank.Problem;

/** What the first pass over a file has found: its sections with their totals, and all problems. */
record Proof(List<Section> sections, List<Problem> problems, Map<Currency, ControlTotals> totals) {
    Proof {
        sections = List.copyOf(sections);
        problems = List.copyOf(problems);
        totals = Map.copyOf(totals);
    }

    boolean isSound() {
        return problems.stream().noneMatch(problem -> problem.severity() == Problem.Severity.FATAL);
    }

    /** Whose money it brings. */
    Set<GroupId> sellers() {
        return sections.stream()
                .flatMap(section -> section.receiver().stream())
                .map(Section.Receiver::seller)
                .collect(Collectors.toUnmodifiableSet());
    }

    BankFileRecord.Outcome outcome() {
        var state = isSound() ? BankFileState.RECEIVED : BankFileState.QUARANTINED;
        return new BankFileRecord.Outcome(
                state, totalsByCurrency(), BankFileRecord.Fault.of(problems), BankFileRecord.Counts.NONE);
    }

    private List<BankFileRecord.Total> totalsByCurrency() {
        var byCode = new TreeMap<String, BankFileRecord.Total>();
        totals.forEach((currency, counted) -> byCode.put(
                currency.getCurrencyCode(),
                new BankFileRecord.Total(
                        currency.getCurrencyCode(),
                        counted.payments(),
                        counted.deductions(),
                        counted.net().toDecimal())));
        return new ArrayList<>(byCode.values());
    }
}
