package se.aviso.app.payment;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import se.aviso.kernel.GiroNumber;
import se.aviso.kernel.GroupId;
import se.aviso.kernel.Money;
import se.aviso.payment.ControlTotals;
import se.aviso.spi.bank.BankFileSink;
import se.aviso.spi.bank.BankPayment;
import se.aviso.spi.bank.FileStart;
import se.aviso.spi.bank.Place;
import se.aviso.spi.bank.Problem;
import se.aviso.spi.bank.SectionStart;
import se.aviso.spi.bank.SectionTotals;

/** The first pass: counts, compares with what the bank says, and remembers the sections; books nothing. */
final class ProvingSink implements BankFileSink {
    /** What all of a file may come to, whichever way it goes. */
    private static final long LARGEST_FILE = 1_000 * Money.MOST_MINOR_UNITS;

    /** More problems than this are counted, not kept: a hostile file must not fill the memory. */
    private static final int MOST_PROBLEMS = 200;

    private final Rules rules;
    private final List<Section> sections = new ArrayList<>();
    private final List<Problem> problems = new ArrayList<>();
    private final Map<Currency, ControlTotals> totals = new HashMap<>();
    private Optional<SectionStart> open = Optional.empty();
    private ControlTotals counted = ControlTotals.none(Money.ore(0));
    private Place last = new Place(1, 0);
    private long volume;
    private boolean whole;

    ProvingSink(Rules rules) {
        this.rules = rules;
    }

    /**
     * What the tenant allows: test files or not, up to which day, money to which groups, and whose an account is.
     *
     * @param own the sections that are the tenant's, where the file serves several and each is to know of its own alone
     */
    record Rules(
            boolean testFiles,
            LocalDate latestDay,
            Predicate<GroupId> receivable,
            Function<List<GiroNumber>, Optional<Section.Receiver>> receivers,
            Optional<Set<String>> own) {
        /** The same sink, told of no more than the tenant may know. */
        BankFileSink narrowed(BankFileSink sink) {
            return own.<BankFileSink>map(
                            sections -> new OwnSections(sink, start -> sections.contains(Section.identity(start))))
                    .orElse(sink);
        }
    }

    Proof proof() {
        if (!whole && !hasFatal()) {
            problem(Problem.fatal("TRUNCATED", "the file ends before its last record", last));
        }
        if (whole
                && !sections.isEmpty()
                && sections.stream().allMatch(section -> section.receiver().isEmpty())) {
            problem(Problem.fatal(
                    BankFileRecord.UNKNOWN_GIRO, "none of the file's giro numbers is yours", new Place(1, 0)));
        }
        return new Proof(sections, problems, totals);
    }

    @Override
    public void fileOpened(FileStart start) {
        if (start.test() && !rules.testFiles()) {
            problem(Problem.fatal("TEST_FILE", "the bank marked this file as a test; nothing is booked", last));
        }
    }

    @Override
    public void sectionOpened(SectionStart start) {
        open = Optional.of(start);
        last = start.place();
        counted = ControlTotals.none(Money.zero(start.currency()));
    }

    @Override
    public void payment(BankPayment payment) {
        last = payment.place();
        if (isTooLarge(payment)) {
            return;
        }
        counted = counted.paid(payment.amount());
        count(ControlTotals.none(Money.zero(payment.amount().currency())).paid(payment.amount()));
    }

    @Override
    public void deduction(BankPayment deduction) {
        last = deduction.place();
        if (isTooLarge(deduction)) {
            return;
        }
        counted = counted.deducted(deduction.amount());
        count(ControlTotals.none(Money.zero(deduction.amount().currency())).deducted(deduction.amount()));
    }

    @Override
    public void sectionClosed(SectionTotals declared) {
        last = declared.place();
        counted.disagreement(declared).ifPresent(this::problem);
        if (declared.bookedOn().isAfter(rules.latestDay())) {
            problem(Problem.fatal("FUTURE_DATE", "booked on " + declared.bookedOn() + ", a day to come", last));
        }
        open.ifPresent(start -> {
            var receiver = rules.receivers().apply(start.accounts());
            if (receiver.isEmpty()) {
                problem(Problem.note(
                        BankFileRecord.UNKNOWN_GIRO,
                        start.accounts().get(0) + " is none of your giro numbers",
                        start.place()));
            }
            if (receiver.filter(found -> !rules.receivable().test(found.seller()))
                    .isPresent()) {
                problem(Problem.fatal(
                        BankFileRecord.OTHER_GROUPS_GIRO,
                        start.accounts().get(0) + " is of a group that is not yours to receive for",
                        start.place()));
            }
            sections.add(new Section(receiver, start.currency(), declared));
        });
        open = Optional.empty();
    }

    @Override
    public void fileClosed() {
        whole = true;
    }

    @Override
    public void problem(Problem problem) {
        if (problems.size() < MOST_PROBLEMS || (problem.severity() == Problem.Severity.FATAL && !hasFatal())) {
            problems.add(problem);
        }
    }

    /** A sum that fits into nothing would end the file, and the sums of the books, without a word. */
    private boolean isTooLarge(BankPayment payment) {
        var fits = payment.amount().fitsBooks();
        volume += fits ? Math.abs(payment.amount().minorUnits()) : Money.MOST_MINOR_UNITS;
        if (fits && volume <= LARGEST_FILE) {
            return false;
        }
        problem(Problem.fatal("AMOUNT_TOO_LARGE", "the amount is larger than any that is taken", payment.place()));
        return true;
    }

    private boolean hasFatal() {
        return problems.stream().anyMatch(problem -> problem.severity() == Problem.Severity.FATAL);
    }

    private void count(ControlTotals more) {
        totals.merge(
                more.net().currency(),
                more,
                (sum, one) -> new ControlTotals(
                        sum.payments() + one.payments(),
                        sum.deductions() + one.deductions(),
                        sum.net().plus(one.net())));
    }
}
