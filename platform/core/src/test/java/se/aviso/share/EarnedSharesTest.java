package se.aviso.share;

import static org.assertj.core.api.Assertions.assertThat;
import static se.aviso.kernel.Money.kronor;
import static se.aviso.kernel.Money.ore;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import se.aviso.kernel.GroupId;
import se.aviso.kernel.Money;

class EarnedSharesTest {
    private static final GroupId FEDERATION = new GroupId(new UUID(0, 1));
    private static final GroupId DISTRICT = new GroupId(new UUID(0, 2));
    private static final List<Share> SHARES =
            List.of(new Share(FEDERATION, kronor(150)), new Share(DISTRICT, kronor(30)));
    private static final int ROUNDS = 20_000;

    @Test
    void nothingIsEarnedBeforeAnybodyHasPaid() {
        assertThat(earned(kronor(420), ore(0), ore(0))).isEmpty();
    }

    @Test
    void whatIsPaidInFullIsEarnedToTheOre() {
        assertThat(earned(kronor(420), ore(0), kronor(420))).isEqualTo(SHARES);
    }

    @Test
    void ofAPartEachEarnsInProportion() {
        assertThat(earned(kronor(420), ore(0), kronor(210)))
                .containsExactly(new Share(FEDERATION, kronor(75)), new Share(DISTRICT, kronor(15)));
    }

    @Test
    void whatIsPaidBeyondTheClaimIsNobodysShare() {
        assertThat(earned(kronor(420), ore(0), kronor(500))).isEqualTo(SHARES);
    }

    @Test
    void whatWasCreditedOfAShareIsNotEarned() {
        var settled = new EarnedShares(kronor(420), kronor(150), kronor(420));
        assertThat(settled.of(SHARES, Map.of(FEDERATION, kronor(150))))
                .containsExactly(new Share(DISTRICT, kronor(30)));
    }

    @Test
    void whatIsTakenBackIsOwedBack() {
        var back = EarnedShares.changes(SHARES, earned(kronor(420), ore(0), ore(0)));
        assertThat(back).containsExactly(new Share(FEDERATION, kronor(-150)), new Share(DISTRICT, kronor(-30)));
    }

    @Test
    void noOreIsLostOrInventedHoweverItIsPaid() {
        var seed = System.nanoTime();
        var random = new Random(seed);
        for (var round = 0; round < ROUNDS; round++) {
            var shares = shares(random);
            var others = shares.stream().map(Share::amount).reduce(ore(0), Money::plus);
            var claimed = others.plus(ore(random.nextInt(50_000)));
            var paid = ore(0);
            var booked = new HashMap<GroupId, Money>();
            while (paid.compareTo(claimed) < 0) {
                paid = paid.plus(ore(1 + random.nextInt(20_000))).min(claimed);
                var now = new EarnedShares(claimed, ore(0), paid).of(shares, Map.of());
                EarnedShares.changes(list(booked), now)
                        .forEach(change -> booked.merge(change.group(), change.amount(), Money::plus));
                var owed = booked.values().stream().reduce(ore(0), Money::plus);
                assertThat(owed.compareTo(paid)).as("seed %s", seed).isNotPositive();
                assertThat(booked.values()).as("seed %s", seed).noneMatch(Money::isNegative);
            }
            assertThat(list(booked)).as("seed %s", seed).containsExactlyInAnyOrderElementsOf(shares);
        }
    }

    @Test
    void aSplitAddsUpWhateverItsSign() {
        var seed = System.nanoTime();
        var random = new Random(seed);
        for (var round = 0; round < ROUNDS; round++) {
            var shares = shares(random);
            var whole = shares.stream()
                    .map(Share::amount)
                    .reduce(ore(0), Money::plus)
                    .plus(ore(random.nextInt(9_999)));
            var amount = ore(random.nextInt((int) whole.minorUnits() + 1)).times(random.nextBoolean() ? 1 : -1);
            var split = Share.split(amount, shares, whole).stream()
                    .map(Share::amount)
                    .reduce(ore(0), Money::plus);
            var sellers = amount.minus(split);
            assertThat(sellers.minorUnits() * Long.signum(amount.minorUnits()))
                    .as("seed %s", seed)
                    .isNotNegative();
        }
    }

    @Test
    void whatIsLeftOfAClaimIsTheMostThatOthersEarn() {
        var settled = new EarnedShares(kronor(100), kronor(80), kronor(20));
        var shares = List.of(new Share(FEDERATION, kronor(90)));
        assertThat(settled.of(shares, Map.of(FEDERATION, kronor(40))))
                .containsExactly(new Share(FEDERATION, kronor(20)));
    }

    private static List<Share> earned(Money claimed, Money credited, Money received) {
        return new EarnedShares(claimed, credited, received).of(SHARES, Map.of());
    }

    private static List<Share> shares(Random random) {
        var shares = new ArrayList<Share>();
        for (var index = 0; index < 1 + random.nextInt(4); index++) {
            shares.add(new Share(new GroupId(new UUID(1, index)), ore(1 + random.nextInt(40_000))));
        }
        return shares;
    }

    private static List<Share> list(Map<GroupId, Money> amounts) {
        return amounts.entrySet().stream()
                .map(entry -> new Share(entry.getKey(), entry.getValue()))
                .toList();
    }
}
