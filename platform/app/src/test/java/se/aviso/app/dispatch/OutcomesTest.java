package se.aviso.app.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import se.aviso.app.plugin.PluginFailure;
import se.aviso.dispatch.DispatchState;
import se.aviso.kernel.Money;
import se.aviso.spi.dispatch.Receipt;

class OutcomesTest {
    private static final Instant NOON = Instant.parse("2027-01-04T12:00:00Z");
    private static final UUID ID = UUID.fromString("00000000-0000-7000-8000-000000000001");
    private static final Money COST = Money.ore(70);
    private static final Outcomes OUTCOMES = Outcomes.each(
            List.of(new Dispatch(ID, ID, DispatchDocument.INVOICE, 0, 3, 0, Optional.empty())),
            Clock.fixed(NOON, ZoneOffset.UTC),
            () -> 0.5);

    /**
     * It is the hand-over that was marked that is taken back, and it is not counted: a rest never uses up the tries.
     */
    @ParameterizedTest
    @EnumSource(names = {"BUSY", "RESTING", "OFF"})
    void whatAPluginThatWasNotCalledHasWaitsOnAsBefore(PluginFailure.Kind kind) {
        var outcome = OUTCOMES.silent(ID, kind, COST);

        assertThat(outcome.state()).isEqualTo(DispatchState.QUEUED);
        assertThat(outcome.attempt()).isEqualTo(4);
        assertThat(outcome.tried()).isFalse();
        assertThat(outcome.correction()).isEqualTo(COST.negated());
        assertThat(outcome.retryAt()).isEqualTo(NOON.plusSeconds(90));
    }

    @ParameterizedTest
    @EnumSource(names = {"FAILED", "HUNG"})
    void whatAPluginThatWasCalledMayHaveSentIsHeld(PluginFailure.Kind kind) {
        var outcome = OUTCOMES.silent(ID, kind, COST);

        assertThat(outcome.state()).isEqualTo(DispatchState.UNKNOWN);
        assertThat(outcome.attempt()).isEqualTo(4);
        assertThat(outcome.correction()).isEqualTo(Money.ore(0));
    }

    @Test
    void whatWasNotMarkedAsHandedOverWaits() {
        var outcome = OUTCOMES.waits(ID, Outbox.NO_MONEY, Outcomes.POOR);

        assertThat(outcome.state()).isEqualTo(DispatchState.QUEUED);
        assertThat(outcome.attempt()).isEqualTo(3);
        assertThat(outcome.retryAt()).isEqualTo(NOON.plusSeconds(900));
    }

    @Test
    void thePriceThatIsToldTakesThePlaceOfTheOneThatWasForeseen() {
        assertThat(OUTCOMES.of(new Receipt.Accepted(ID, "s1", Optional.of(Money.ore(36))), COST)
                        .correction())
                .isEqualTo(Money.ore(-34));
        assertThat(OUTCOMES.of(new Receipt.Accepted(ID, "s1"), COST).correction())
                .isEqualTo(Money.ore(0));
        assertThat(OUTCOMES.of(new Receipt.Refused(ID, "no"), COST).correction())
                .isEqualTo(COST.negated());
        assertThat(OUTCOMES.of(new Receipt.Unknown(ID, "broken"), COST).correction())
                .isEqualTo(Money.ore(0));
    }

    /** A call-back that says nothing of the price leaves the receipt's, which is held against what was foreseen. */
    @Test
    void whatWasForeseenAndWhatIsAskedAreBothKnown() {
        var charge = OUTCOMES.of(new Receipt.Accepted(ID, "s1", Optional.of(Money.ore(36))), COST)
                .charge();

        assertThat(charge).isEqualTo(new Outcome.Charge(COST, Money.ore(36)));
        assertThat(OUTCOMES.of(new Receipt.Accepted(ID, "s1"), COST).charge()).isEqualTo(Outcome.Charge.of(COST));
    }

    /** Nothing has left the house: the try is not counted, and its cost is taken back. */
    @Test
    void whatNeverLeftTheHouseWaitsOn() {
        var outcome = OUTCOMES.back(ID, "no file", COST);

        assertThat(outcome.state()).isEqualTo(DispatchState.QUEUED);
        assertThat(outcome.failure()).isEqualTo("no file");
        assertThat(outcome.attempt()).isEqualTo(4);
        assertThat(outcome.tried()).isFalse();
        assertThat(outcome.correction()).isEqualTo(COST.negated());
        assertThat(outcome.retryAt()).isEqualTo(NOON.plusSeconds(90));
    }

    /** Another channel goes on with what is given up at once, and not when a try would have come that never does. */
    @Test
    void whatIsGivenUpWaitsForNothing() {
        var last = Outcomes.each(
                List.of(new Dispatch(ID, ID, DispatchDocument.INVOICE, 0, 11, 0, Optional.empty())),
                Clock.fixed(NOON, ZoneOffset.UTC),
                () -> 0.5);

        var outcome = last.of(new Receipt.Deferred(ID, "later"), COST);

        assertThat(outcome.state()).isEqualTo(DispatchState.FAILED);
        assertThat(outcome.retryAt()).isEqualTo(NOON);
        assertThat(OUTCOMES.of(new Receipt.Deferred(ID, "later"), COST).retryAt())
                .isAfter(NOON);
    }

    /**
     * However long a provider takes nothing: no message is at fault, none is given up by its tries, and none is dear.
     */
    @Test
    void whatItsProviderTookNoLookAtKeepsItsPlaceUncounted() {
        var last = Outcomes.each(
                List.of(new Dispatch(ID, ID, DispatchDocument.INVOICE, 0, 11, 0, Optional.empty())),
                Clock.fixed(NOON, ZoneOffset.UTC),
                () -> 0.5);

        var outcome = last.of(Receipt.Deferred.closed(ID, "wrong password"), COST);

        assertThat(outcome.state()).isEqualTo(DispatchState.QUEUED);
        assertThat(outcome.isGivenBack()).isTrue();
        assertThat(outcome.tried()).isFalse();
        assertThat(outcome.failure()).isEqualTo("wrong password");
        assertThat(outcome.correction()).isEqualTo(COST.negated());
        assertThat(OUTCOMES.of(new Receipt.Deferred(ID, "later"), COST).isGivenBack())
                .isFalse();
    }

    @Test
    void whatSomebodyHasSentAgainIsTriedAsOftenAsOneThatIsNew() {
        var again = Outcomes.each(
                List.of(new Dispatch(ID, ID, DispatchDocument.INVOICE, 0, 12, 12, Optional.empty())),
                Clock.fixed(NOON, ZoneOffset.UTC),
                () -> 0.5);

        var outcome = again.of(new Receipt.Deferred(ID, "later"), COST);

        assertThat(outcome.state()).isEqualTo(DispatchState.QUEUED);
        assertThat(outcome.attempt()).isEqualTo(13);
        assertThat(outcome.retryAt()).isEqualTo(NOON.plusSeconds(10));
    }

    @Test
    void whatWasOneFileWaitsAsOneBatch() {
        var other = UUID.fromString("00000000-0000-7000-8000-000000000002");
        var both = List.of(
                new Dispatch(other, other, DispatchDocument.INVOICE, 0, 0, 0, Optional.empty()),
                new Dispatch(ID, ID, DispatchDocument.INVOICE, 0, 0, 0, Optional.empty()));
        var outcomes = Outcomes.asOne(both, Clock.fixed(NOON, ZoneOffset.UTC), 0.5);

        var one = outcomes.of(new Receipt.Deferred(ID, "later"), COST);
        var two = outcomes.of(new Receipt.Deferred(other, "later"), COST);

        assertThat(one.reference()).isEqualTo("batch " + ID);
        assertThat(two.reference()).isEqualTo(one.reference());
        assertThat(two.retryAt()).isEqualTo(one.retryAt()).isAfter(NOON);
        assertThat(outcomes.silent(other, PluginFailure.Kind.RESTING, COST).reference())
                .isEqualTo(one.reference());
        assertThat(OUTCOMES.of(new Receipt.Deferred(ID, "later"), COST).reference())
                .isEmpty();
    }
}
