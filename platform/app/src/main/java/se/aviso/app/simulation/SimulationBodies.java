package se.aviso.app.simulation;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import se.aviso.kernel.Money;
import se.aviso.kernel.RuleViolation;
import se.aviso.simulation.MonthTally;

/** Simulations in the form of the REST API. */
final class SimulationBodies {
    private static final double BASIS_POINTS_A_PERCENT = 100;

    private SimulationBodies() {}

    /** What sending one document costs. */
    record CostsBody(@Nullable String letter, @Nullable String email) {
        static final CostsBody UNSAID = new CostsBody(null, null);

        StartSimulation.SaidCosts costs() {
            return new StartSimulation.SaidCosts(amount(letter, "/costs/letter"), amount(email, "/costs/email"));
        }

        private static Optional<Money> amount(@Nullable String text, String pointer) {
            try {
                return Optional.ofNullable(text).map(decimal -> Money.parse(decimal, Currency.getInstance("SEK")));
            } catch (IllegalArgumentException noAmount) {
                throw RuleViolation.at(pointer, "field-invalid", Map.of());
            }
        }
    }

    /** One to begin. */
    record NewSimulation(int months, Optional<UUID> groupId, Optional<Integer> paidPercent, Optional<CostsBody> costs) {
        StartSimulation.Wish wish() {
            var sending = costs.orElse(CostsBody.UNSAID).costs();
            return new StartSimulation.Wish(months, groupId, paidPercent, sending);
        }
    }

    /** What a month comes to. */
    record TallyBody(
            long invoices,
            String invoiced,
            long offers,
            long reminders,
            long lapses,
            String paid,
            long letters,
            long emails,
            String postage,
            String currency) {
        static TallyBody of(MonthTally tally, Simulation.Costs costs) {
            return new TallyBody(
                    tally.invoices(),
                    tally.invoiced().toDecimal(),
                    tally.offers(),
                    tally.reminders(),
                    tally.lapses(),
                    tally.paid().toDecimal(),
                    tally.letters(),
                    tally.emails(),
                    tally.postage(costs.letter(), costs.email()).toDecimal(),
                    "SEK");
        }
    }

    /** A month beside the same month a year earlier. */
    record MonthBody(String month, TallyBody simulated, TallyBody lastYear) {}

    /**
     * A simulation.
     *
     * @param paidPercent stated; absent where people pay as in the last year
     * @param patternPercent how many of a hundred pay in it
     * @param warnings codes of what its policies want and cannot have on its first day; absent until it is done
     * @param result absent until it is done
     */
    record SimulationBody(
            UUID id,
            SimulationState state,
            LocalDate businessDate,
            int months,
            Optional<UUID> groupId,
            Optional<Double> paidPercent,
            double patternPercent,
            int total,
            int done,
            int blocked,
            Instant createdAt,
            Optional<List<String>> warnings,
            Optional<List<MonthBody>> result) {
        static SimulationBody of(
                Simulation simulation, Optional<List<String>> warnings, Optional<List<FindSimulations.Month>> months) {
            var question = simulation.question();
            var progress = simulation.progress();
            return new SimulationBody(
                    simulation.id(),
                    simulation.state(),
                    question.today(),
                    question.months(),
                    question.group(),
                    question.share().map(share -> share / BASIS_POINTS_A_PERCENT),
                    simulation.pattern().paidShare() / BASIS_POINTS_A_PERCENT,
                    progress.total(),
                    progress.done(),
                    progress.blocked(),
                    simulation.createdAt(),
                    warnings,
                    months.map(all -> all.stream()
                            .map(month -> new MonthBody(
                                    month.month().toString(),
                                    TallyBody.of(month.simulated(), question.costs()),
                                    TallyBody.of(month.lastYear(), question.costs())))
                            .toList()));
        }
    }
}
