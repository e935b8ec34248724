package se.aviso.app.simulation;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import se.aviso.kernel.Money;
import se.aviso.simulation.PaymentPattern;

/** A simulation: what was asked, how people pay in it, and how far it has come. */
public record Simulation(
        UUID id,
        Question question,
        PaymentPattern pattern,
        SimulationState state,
        Progress progress,
        Instant createdAt) {
    /**
     * What is to be played.
     *
     * @param today the tenant's day on which it was asked; the first day played is the next one
     * @param share stated share of those who pay, of ten thousand; without one people pay as in the last year
     */
    public record Question(
            LocalDate today, int months, Optional<UUID> group, String groupPath, Optional<Integer> share, Costs costs) {
        /** The last day that is played. */
        public LocalDate lastDay() {
            return today.plusMonths(months);
        }
    }

    /** What sending one document costs. */
    public record Costs(Money letter, Money email) {}

    /**
     * How far it is.
     *
     * @param phase 0 for memberships, 1 for other unpaid documents
     * @param cursor the last one that was played in the phase
     * @param total memberships when it was asked
     * @param blocked memberships that could not be billed in it
     */
    public record Progress(int phase, Optional<UUID> cursor, int total, int done, int blocked) {}
}
