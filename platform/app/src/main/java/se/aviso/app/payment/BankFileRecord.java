package se.aviso.app.payment;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import se.aviso.spi.bank.Problem;

/** What is known of a received bank file. */
public record BankFileRecord(
        UUID id, UUID vaultId, String name, Optional<String> format, Outcome outcome, Shown shown) {
    /** The code of a section whose account is none of the tenant's. */
    static final String UNKNOWN_GIRO = "UNKNOWN_GIRO";

    /** The code of a section whose account is of a group outside the reach of who handed the file in. */
    static final String OTHER_GROUPS_GIRO = "OTHER_GROUPS_GIRO";

    /**
     * What its payments do, by kind.
     *
     * @param onTrial true while it is a rehearsal that was asked for
     * @param rehearsed what the rehearsal showed; absent when there was none
     * @param booked what was booked so far
     */
    public record Shown(boolean onTrial, Optional<List<EffectRow>> rehearsed, List<EffectRow> booked) {
        /** Where the booking did other than the rehearsal had shown; nothing before it is booked. */
        public List<EffectRow.ChangeRow> changes() {
            return rehearsed.map(before -> EffectRow.changes(before, booked)).orElse(List.of());
        }
    }

    /** What is to be shown of it now: what booking did, else what it would do. */
    public List<EffectRow> effects() {
        return isUnbooked() ? shown.rehearsed().orElse(List.of()) : shown.booked();
    }

    private boolean isUnbooked() {
        return outcome.state() == BankFileState.REHEARSED || outcome.state() == BankFileState.DISCARDED;
    }

    /** What came otherwise than rehearsed; known when all is booked. */
    public List<EffectRow.ChangeRow> changes() {
        return outcome.state() == BankFileState.BOOKED ? shown.changes() : List.of();
    }

    /** The same file handed in once more: nothing is new. */
    public BankFileRecord asKnown() {
        if (outcome.state() == BankFileState.QUARANTINED) {
            return this; // still not to be trusted, and for the same reasons
        }
        var nothing = new Outcome(BankFileState.KNOWN, outcome.totals(), outcome.problems(), Counts.NONE);
        return new BankFileRecord(id, vaultId, name, format, nothing, new Shown(false, Optional.empty(), List.of()));
    }

    /** What came of it. */
    public record Outcome(BankFileState state, List<Total> totals, List<Fault> problems, Counts counts) {
        public Outcome {
            totals = List.copyOf(totals);
            problems = List.copyOf(problems);
        }

        /** True when every section of it had an owner. */
        boolean isWhole() {
            return problems.stream().noneMatch(problem -> problem.code().equals(UNKNOWN_GIRO));
        }

        /** Nothing yet. */
        public static Outcome received() {
            return new Outcome(BankFileState.RECEIVED, List.of(), List.of(), Counts.NONE);
        }
    }

    /** The sums of a currency; amounts as decimal texts. */
    public record Total(String currency, long payments, long deductions, String amount) {}

    /** A problem at a place of the file. */
    public record Fault(long record, long byteOffset, String code, String text) {
        static List<Fault> of(List<Problem> problems) {
            return problems.stream()
                    .map(problem -> new Fault(
                            problem.place().record(), problem.place().byteOffset(), problem.code(), problem.text()))
                    .toList();
        }
    }

    /**
     * How many payments were new, matched whole, and wait at least in part; and how many another format had brought.
     */
    public record Counts(int newPayments, int matched, int suspense, int twins) {
        /** Nothing yet. */
        public static final Counts NONE = new Counts(0, 0, 0, 0);
    }
}
