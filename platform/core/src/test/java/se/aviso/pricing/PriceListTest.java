package se.aviso.pricing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static se.aviso.kernel.Money.kronor;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import se.aviso.kernel.Money;
import se.aviso.kernel.RuleViolation;

class PriceListTest {
    private static final LocalDate FROM_2026 = LocalDate.of(2026, 1, 1);
    private static final LocalDate FROM_2027 = LocalDate.of(2027, 1, 1);
    private static final String CLUB = "/00001/00002/00003/";

    private static final PriceList LIST = new PriceList(List.of(
            new Price(FROM_2026, "/", 0, 17, kronor(100)),
            new Price(FROM_2026, "/", 18, 64, kronor(300)),
            new Price(FROM_2027, "/", 18, 64, kronor(350)),
            new Price(FROM_2026, "/00001/00002/", 18, 64, kronor(320)),
            new Price(FROM_2026, CLUB, 18, 25, kronor(200))));

    @ParameterizedTest(name = "{0}")
    @CsvSource(textBlock = """
            the youngest,                  0,  /00009/,              2026-06-01, 100
            the last year of youth,        17, /00009/,              2026-06-01, 100
            the first year of age,         18, /00009/,              2026-06-01, 300
            the last year before pension,  64, /00009/,              2026-06-01, 300
            the newest on its first day,   18, /00009/,              2027-01-01, 350
            not yet the newest,            18, /00009/,              2026-12-31, 300
            the district's before the federation's newer, 30, /00001/00002/00009/, 2027-06-01, 320
            the club's before the district's, 25, /00001/00002/00003/, 2026-06-01, 200
            the district's beyond the club's ages, 26, /00001/00002/00003/, 2026-06-01, 320
            a sister district's,           30, /00001/00004/,        2026-06-01, 300
            """)
    void theNearestGroupsNewestPriceForTheAgeHolds(String who, int age, String path, LocalDate day, long kronor) {
        assertThat(LIST.priceFor(age, path, day).map(Price::amount)).as(who).contains(kronor(kronor));
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(textBlock = """
            too old,          65, /00001/, 2026-06-01
            before any price, 30, /00001/, 2025-12-31
            """)
    void aMissingPriceIsNotTakenForFree(String why, int age, String path, LocalDate day) {
        assertThat(LIST.priceFor(age, path, day)).as(why).isEmpty();
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(textBlock = """
            before its day,                       2, 2026-12-31, TO_COME
            on its day,                           2, 2027-01-01, IN_FORCE
            until a newer one holds,              1, 2026-12-31, IN_FORCE
            when a newer one holds for its ages,  1, 2027-01-01, REPLACED
            untouched by those of groups below,   0, 2027-01-01, IN_FORCE
            untouched by newer ones above,        3, 2027-01-01, IN_FORCE
            """)
    void aPriceStandsAsItIsOnTheDay(String when, int price, LocalDate day, PriceList.Standing standing) {
        assertThat(LIST.standing(LIST.prices().get(price), day)).as(when).isEqualTo(standing);
    }

    @Test
    void aPriceIsInForceWhileItIsThatOfAnyAge() {
        var before = new Price(FROM_2026, "/", 0, 150, kronor(300));
        var young = new Price(FROM_2027, "/", 0, 17, kronor(100));
        var old = new Price(FROM_2027, "/", 18, 150, kronor(350));
        assertThat(new PriceList(List.of(before, young)).standing(before, FROM_2027))
                .isEqualTo(PriceList.Standing.IN_FORCE);
        assertThat(new PriceList(List.of(before, young, old)).standing(before, FROM_2027))
                .isEqualTo(PriceList.Standing.REPLACED);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(textBlock = """
            the same ages,       2026-01-01, /,       18, 64, true
            one age in common,   2026-01-01, /,       64, 70, true
            the ages behind,     2026-01-01, /,       65, 70, false
            another day,         2026-01-02, /,       18, 64, false
            another group,       2026-01-01, /00001/, 18, 64, false
            """)
    void pricesMeetThatLeaveTheChoiceOpen(
            String what, LocalDate from, String path, int minAge, int maxAge, boolean meets) {
        var price = new Price(FROM_2026, "/", 18, 64, kronor(300));
        assertThat(new Price(from, path, minAge, maxAge, kronor(1)).meets(price))
                .as(what)
                .isEqualTo(meets);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(textBlock = """
            until the day before its end,             30, /00001/00009/, 2027-05-31, 350
            the group's above instead of its own,     20, /00001/00002/, 2027-06-01, 350
            none that it had replaced,                30, /00001/00009/, 2027-06-01,
            one that follows it,                      30, /00001/00009/, 2028-01-01, 400
            one for other ages as before,             10, /00001/00009/, 2027-06-01, 100
            """)
    void whereAPriceHasEndedNoOlderOneOfItsGroupComesBack(
            String what, int age, String path, LocalDate day, @Nullable Long kronor) {
        var end = LocalDate.of(2027, 6, 1);
        var ended = new Price(FROM_2027, "/", 18, 64, kronor(350)).endedFrom(end, FROM_2027);
        var own = new Price(FROM_2027, "/00001/00002/", 18, 25, kronor(200)).endedFrom(end, FROM_2027);
        var above = new Price(FROM_2027, "/00001/", 18, 25, kronor(350));
        var list = new PriceList(List.of(
                new Price(FROM_2026, "/", 0, 17, kronor(100)),
                new Price(FROM_2026, "/", 18, 64, kronor(300)),
                ended,
                own,
                above,
                new Price(LocalDate.of(2028, 1, 1), "/", 18, 64, kronor(400))));
        assertThat(list.priceFor(age, path, day).map(Price::amount))
                .as(what)
                .isEqualTo(Optional.ofNullable(kronor).map(Money::kronor));
    }

    @Test
    void anEndedPriceForSomePeriodsGivesWayToOneForAllOfTheSameDay() {
        var any = new Price(FROM_2027, "/", 0, 150, kronor(300));
        var use = new Price.Use(PricePart.OWN, PriceOccasion.RENEWAL);
        var renewal = new Price(FROM_2027, "/", 0, 150, kronor(250), use, Optional.of(FROM_2027.plusDays(9)));
        var list = new PriceList(List.of(any, renewal));
        assertThat(list.priceFor(use, 30, "/", FROM_2027.plusDays(8))).contains(renewal);
        assertThat(list.priceFor(use, 30, "/", FROM_2027.plusDays(9))).contains(any);
    }

    @ParameterizedTest
    @CsvSource({"2027-01-09, 10, false", "2027-01-10, 10, true", "2027-01-10, 30, false", "2025-01-01, 10, false"})
    void aPriceThatWasEndedIsToldFromOneThatIsMissing(LocalDate day, int age, boolean ended) {
        var entry = new Price.Use(PricePart.ENTRY, PriceOccasion.ANY);
        var first = new Price(FROM_2026, "/", 0, 150, kronor(50), entry, Optional.empty());
        var young = new Price(FROM_2027, "/", 0, 17, kronor(60), entry, Optional.of(FROM_2027.plusDays(9)));
        var list = new PriceList(List.of(first, young));
        assertThat(list.wasEnded(entry, age, "/", day)).isEqualTo(ended);
        assertThat(list.asks(PricePart.ENTRY, "/", FROM_2027.plusDays(9))).isTrue();
        assertThat(new PriceList(List.of(young)).asks(PricePart.ENTRY, "/", FROM_2027.plusDays(9)))
                .isFalse();
    }

    @Test
    void anEndedPriceStandsAsEndedAndWhatItReplacedAsReplaced() {
        var ended = new Price(FROM_2027, "/", 0, 150, kronor(60)).endedFrom(FROM_2027.plusDays(9), FROM_2027);
        var before = new Price(FROM_2026, "/", 0, 150, kronor(50));
        var list = new PriceList(List.of(before, ended));
        assertThat(list.standing(ended, FROM_2027.plusDays(8))).isEqualTo(PriceList.Standing.IN_FORCE);
        assertThat(list.standing(ended, FROM_2027.plusDays(9))).isEqualTo(PriceList.Standing.ENDED);
        assertThat(list.standing(before, FROM_2027.plusDays(9))).isEqualTo(PriceList.Standing.REPLACED);
        assertThat(list.holdsOn(FROM_2027.plusDays(8))).isTrue();
        assertThat(list.holdsOn(FROM_2027.plusDays(9))).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "2026-05-31, end-is-past",
        "2026-01-01, end-is-past",
        "2026-06-01, ",
        "2027-01-01, ",
    })
    void aPriceIsEndedFromTodayOnOrLater(LocalDate from, @Nullable String code) {
        var price = new Price(FROM_2026, "/", 0, 150, kronor(300));
        var today = LocalDate.of(2026, 6, 1);
        if (code == null) {
            assertThat(price.endedFrom(from, today).hasEnded(from)).isTrue();
            assertThat(price.endedFrom(from, today).hasEnded(from.minusDays(1))).isFalse();
        } else {
            assertThat(refusal(price, from, today)).isEqualTo(code);
        }
    }

    @Test
    void anEndIsMovedUntilItHasComeAndNeverBeforeThePriceHolds() {
        var price = new Price(FROM_2027, "/", 0, 150, kronor(300));
        assertThat(refusal(price, FROM_2027, FROM_2026)).isEqualTo("price-ends-before-it-holds");
        var ending = price.endedFrom(FROM_2027.plusDays(9), FROM_2026);
        assertThat(ending.endedFrom(FROM_2027.plusDays(5), FROM_2027).endsFrom())
                .contains(FROM_2027.plusDays(5));
        assertThat(refusal(ending, FROM_2027.plusDays(20), FROM_2027.plusDays(9)))
                .isEqualTo("price-has-ended");
    }

    private static String refusal(Price price, LocalDate from, LocalDate today) {
        return catchThrowableOfType(RuleViolation.class, () -> price.endedFrom(from, today))
                .faults()
                .get(0)
                .code();
    }

    @Test
    void aListHoldsFromItsFirstDayOn() {
        assertThat(LIST.holdsOn(FROM_2026.minusDays(1))).isFalse();
        assertThat(LIST.holdsOn(FROM_2026)).isTrue();
    }

    @Test
    void aPriceOfNothingIsAPrice() {
        var free = new PriceList(List.of(new Price(FROM_2026, "/", 0, 0, Money.ore(0))));
        assertThat(free.priceFor(0, "/00001/", FROM_2026).map(Price::amount)).contains(Money.ore(0));
    }

    @Test
    void theOrderOfTheListDoesNotMatter() {
        var seed = 20261123L;
        var random = new Random(seed);
        for (var round = 0; round < 500; round++) {
            var shuffled = new ArrayList<>(LIST.prices());
            Collections.shuffle(shuffled, random);
            var age = random.nextInt(70);
            var day = FROM_2026.plusDays(random.nextInt(800));
            assertThat(new PriceList(shuffled).priceFor(age, CLUB, day))
                    .as("seed %d round %d", seed, round)
                    .isEqualTo(LIST.priceFor(age, CLUB, day));
        }
    }

    @ParameterizedTest
    @CsvSource({"-1, 5, 100", "6, 5, 100", "0, 5, -1"})
    void aPriceHasRightAgesAndIsNotBelowNothing(int minAge, int maxAge, long ore) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Price(FROM_2026, "/", minAge, maxAge, Money.ore(ore)));
    }

    @Test
    void theBandsOfAGroupNameEveryAgeThatHasAPriceOnce() {
        assertThat(LIST.bands(CLUB, FROM_2026))
                .containsExactly(
                        new PriceList.Band(0, 17, kronor(100)),
                        new PriceList.Band(18, 25, kronor(200)),
                        new PriceList.Band(26, 64, kronor(320)));
    }

    @Test
    void whatTheBandsSayIsWhatIsBilled() {
        var seed = 8580L;
        var random = new Random(seed);
        for (var round = 0; round < 300; round++) {
            var age = random.nextInt(70);
            var day = FROM_2026.plusDays(random.nextInt(800));
            var said = LIST.bands(CLUB, day).stream()
                    .filter(band -> age >= band.minAge() && age <= band.maxAge())
                    .map(PriceList.Band::amount)
                    .findFirst();
            assertThat(said)
                    .as("seed %d round %d", seed, round)
                    .isEqualTo(LIST.priceFor(age, CLUB, day).map(Price::amount));
        }
    }

    @Test
    void aGapInTheAgesPartsTwoBandsOfOneAmount() {
        var gap = new PriceList(
                List.of(new Price(FROM_2026, "/", 0, 6, kronor(50)), new Price(FROM_2026, "/", 18, 20, kronor(50))));
        assertThat(gap.bands("/00001/", FROM_2026))
                .containsExactly(new PriceList.Band(0, 6, kronor(50)), new PriceList.Band(18, 20, kronor(50)));
    }
}
