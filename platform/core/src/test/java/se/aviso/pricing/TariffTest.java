package se.aviso.pricing;

import static org.assertj.core.api.Assertions.assertThat;
import static se.aviso.kernel.Money.kronor;
import static se.aviso.kernel.Money.ore;

import java.time.LocalDate;
import java.time.MonthDay;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import se.aviso.kernel.DayRange;
import se.aviso.kernel.Money;
import se.aviso.spi.pricing.PositionFee;
import se.aviso.spi.pricing.PricedPosition;

class TariffTest {
    private static final LocalDate NEW_YEAR = LocalDate.of(2027, 1, 1);
    private static final DayRange YEAR = new DayRange(NEW_YEAR, LocalDate.of(2027, 12, 31));
    private static final DayRange NEXT = new DayRange(LocalDate.of(2028, 1, 1), LocalDate.of(2028, 12, 31));
    private static final LocalDate BORN = LocalDate.of(1990, 5, 17);
    private static final Charging OF_PLUGIN =
            new Charging(BilledBy.NEAREST_ACCOUNT, Charging.Shares.NONE, LateSignUp.WHOLE, Optional.of("EGEN"));
    private static final Charging SHARED = charging(Charging.Shares.OWN_LINES, LateSignUp.WHOLE);
    private static final List<Price> PRICES = List.of(
            price("/", 240, PricePart.OWN, PriceOccasion.ANY),
            price(PlaceFixture.CLUB.path(), 200, PricePart.OWN, PriceOccasion.RENEWAL),
            price("/", 30, PricePart.DISTRICT, PriceOccasion.ANY),
            price("/", 150, PricePart.FEDERATION, PriceOccasion.ANY),
            price("/", 100, PricePart.ENTRY, PriceOccasion.ANY),
            price("/", 900, PricePart.FAMILY_CAP, PriceOccasion.ANY));

    @Test
    void eachLevelHasItsFeeAndANewMemberPaysTheEntryFeeOnce() {
        var first = priced(SHARED, PriceOccasion.FIRST, NEW_YEAR, List.of());
        assertThat(first.fees())
                .extracting(Fee::part)
                .containsExactly(PricePart.OWN, PricePart.DISTRICT, PricePart.FEDERATION, PricePart.ENTRY);
        assertThat(first.fees())
                .extracting(Fee::owner)
                .containsExactly(PlaceFixture.CLUB, PlaceFixture.DISTRICT, PlaceFixture.FEDERATION, PlaceFixture.CLUB);
        assertThat(first.total()).isEqualTo(kronor(520));
        var renewal = priced(SHARED, PriceOccasion.RENEWAL, NEW_YEAR, List.of());
        assertThat(renewal.total()).isEqualTo(kronor(380));
    }

    @Test
    void withoutSharesTheFeeIsOne() {
        var charge = priced(Charging.PLAIN, PriceOccasion.RENEWAL, NEW_YEAR, List.of());
        assertThat(charge.fees()).extracting(Fee::part).containsExactly(PricePart.OWN);
    }

    @Test
    void aFeeSaysWhichPriceGaveIt() {
        var fee = priced(SHARED, PriceOccasion.RENEWAL, NEW_YEAR, List.of())
                .fees()
                .get(0);
        var step = fee.why().steps().get(0);
        assertThat(step.rule()).isEqualTo(Explanation.Rule.PRICE);
        assertThat(step.values())
                .containsEntry("part", "OWN")
                .containsEntry("occasion", "RENEWAL")
                .containsEntry("from", "2026-01-01")
                .containsEntry("group", "Klubben")
                .containsEntry("age", "36")
                .containsEntry("ageOn", "2027-01-01")
                .containsEntry("amount", "200.00");
    }

    @ParameterizedTest(name = "without a price of {0}: {1}")
    @CsvSource(textBlock = """
            OWN,        no-price
            DISTRICT,   no-price-district
            FEDERATION, no-price-federation
            """)
    void aMissingPriceIsABlockerWithAName(PricePart part, String code) {
        var left = PRICES.stream().filter(price -> price.use().part() != part).toList();
        assertThat(new Tariff(new PriceList(left), SHARED).charge(who(NEW_YEAR, List.of()), first()))
                .isEqualTo(new Charge.Missing(code));
    }

    @Test
    void anEntryFeeThatHoldsForNoneOfThatAgeIsMissingToo() {
        var use = new Price.Use(PricePart.ENTRY, PriceOccasion.ANY);
        var prices = List.of(
                price("/", 240, PricePart.OWN, PriceOccasion.ANY),
                new Price(LocalDate.of(2026, 1, 1), "/", 0, 17, kronor(50), use, Optional.empty()));
        assertThat(new Tariff(new PriceList(prices), Charging.PLAIN).charge(who(NEW_YEAR, List.of()), first()))
                .isEqualTo(new Charge.Missing("no-price-entry"));
    }

    @ParameterizedTest(name = "joined {0}: {1} of twelve months")
    @CsvSource(textBlock = """
            2027-01-01, 12
            2027-01-31, 12
            2027-02-01, 11
            2027-10-15, 3
            2027-12-31, 1
            """)
    void aSignUpPaysForTheMonthsThatAreLeft(LocalDate joinedOn, long months) {
        var byMonth = charging(Charging.Shares.NONE, new LateSignUp(LateSignUp.Kind.BY_MONTH, MonthDay.of(1, 1)));
        var charge = priced(byMonth, PriceOccasion.FIRST, joinedOn, List.of());
        assertThat(charge.fee()).isEqualTo(kronor(20 * months));
        assertThat(charge.entry()).isEqualTo(kronor(100));
    }

    @Test
    void aPartOfAFeeIsRoundedToTheOre() {
        assertThat(kronor(280).portion(5, 12)).isEqualTo(ore(11_667));
    }

    @ParameterizedTest(name = "joined {0}: {1} to {2}")
    @CsvSource(textBlock = """
            2027-09-30, 2027-01-01, 2027-12-31
            2027-10-01, 2027-10-01, 2028-12-31
            2027-12-31, 2027-12-31, 2028-12-31
            """)
    void aLateSignUpRollsOver(LocalDate joinedOn, LocalDate first, LocalDate last) {
        var late = new LateSignUp(LateSignUp.Kind.ROLLS_OVER, MonthDay.of(10, 1));
        assertThat(late.period(YEAR, NEXT, joinedOn)).isEqualTo(new DayRange(first, last));
    }

    @Test
    void discountsTakeOffOneAfterTheOtherAndSayWhy() {
        var half = new Concession(Concession.Kind.PERCENT, 50, "Student", NEW_YEAR, Optional.empty());
        var ten = new Concession(Concession.Kind.AMOUNT, 1_000, "Funktionär", NEW_YEAR, Optional.empty());
        var charge = priced(Charging.PLAIN, PriceOccasion.RENEWAL, NEW_YEAR, List.of(half, ten));
        assertThat(charge.cuts()).extracting(Cut::amount).containsExactly(kronor(100), kronor(10));
        assertThat(charge.total()).isEqualTo(kronor(90));
        assertThat(charge.cuts().get(0).why().steps().get(0).values()).containsEntry("reason", "Student");
    }

    @Test
    void aDiscountNeverTakesMoreThanThereIsAndLeavesTheEntryFee() {
        var much = new Concession(Concession.Kind.AMOUNT, 99_900, "Jubileum", NEW_YEAR, Optional.empty());
        assertThat(priced(Charging.PLAIN, PriceOccasion.FIRST, NEW_YEAR, List.of(much))
                        .total())
                .isEqualTo(kronor(100));
    }

    @Test
    void anHonoraryMemberPaysNothingAndNeedsNoPrice() {
        var honour = new Concession(Concession.Kind.HONORARY, 0, "Hedersmedlem 2019", NEW_YEAR, Optional.empty());
        var charge = new Tariff(new PriceList(List.of()), SHARED).charge(who(NEW_YEAR, List.of(honour)), first());
        assertThat(((Charge.Priced) charge).total().isZero()).isTrue();
        assertThat(((Charge.Priced) charge).fees().get(0).why().steps().get(0).rule())
                .isEqualTo(Explanation.Rule.FREE);
    }

    @Test
    void aDiscountOfOtherDaysIsNone() {
        var over = new Concession(
                Concession.Kind.PERCENT,
                50,
                "Student",
                LocalDate.of(2026, 1, 1),
                Optional.of(LocalDate.of(2026, 12, 31)));
        assertThat(priced(Charging.PLAIN, PriceOccasion.RENEWAL, NEW_YEAR, List.of(over))
                        .cuts())
                .isEmpty();
    }

    private static Charge.Priced priced(
            Charging charging, PriceOccasion occasion, LocalDate joinedOn, List<Concession> concessions) {
        var period = new Tariff.Period(NEW_YEAR, Optional.of(YEAR), occasion);
        return (Charge.Priced) new Tariff(new PriceList(PRICES), charging).charge(who(joinedOn, concessions), period);
    }

    private static Tariff.Period first() {
        return new Tariff.Period(NEW_YEAR, Optional.of(YEAR), PriceOccasion.FIRST);
    }

    private static Tariff.Who who(LocalDate joinedOn, List<Concession> concessions) {
        return new Tariff.Who(BORN, NEW_YEAR, joinedOn, PlaceFixture.IN_CLUB, concessions);
    }

    private static Charging charging(Charging.Shares shares, LateSignUp late) {
        return new Charging(BilledBy.NEAREST_ACCOUNT, shares, late, Optional.empty());
    }

    private static Price price(String path, long kronor, PricePart part, PriceOccasion occasion) {
        return new Price(
                LocalDate.of(2026, 1, 1),
                path,
                0,
                150,
                Money.kronor(kronor),
                new Price.Use(part, occasion),
                Optional.empty());
    }

    @Test
    void aPluginsPriceIsTakenWithItsReason() {
        var charge = (Charge.Priced) plugged(200, PositionFee.Part.OWN, 0);
        assertThat(charge.total()).isEqualTo(kronor(200));
        assertThat(charge.fees().get(0).why().steps().get(0).values())
                .containsEntry("name", "EGEN")
                .containsEntry("reason", "efter inkomst");
    }

    @Test
    void aPluginsPriceWithoutAnOwnFeeIsRefused() {
        assertThat(plugged(200, PositionFee.Part.ENTRY, 0)).isEqualTo(new Charge.Missing("plugin-price-refused"));
    }

    @Test
    void anAnswerToAnotherQuestionIsNone() {
        assertThat(plugged(200, PositionFee.Part.OWN, 1)).isEqualTo(new Charge.Missing("no-plugin-price"));
    }

    @Test
    void withoutAnAnswerATypeOfAPluginHasNoPrice() {
        var tariff = new Tariff(new PriceList(PRICES), OF_PLUGIN);
        assertThat(tariff.charge(who(NEW_YEAR, List.of()), first())).isEqualTo(new Charge.Missing("no-plugin-price"));
    }

    @Test
    void aPluginThatWasAskedAndFailedIsToldApartFromOneThatKnowsNoPrice() {
        var tariff = new Tariff(new PriceList(PRICES), OF_PLUGIN);
        var asked = tariff.position(new UUID(0, 9), "vuxen", who(NEW_YEAR, List.of()), first());
        var failed = PluginPrice.failed("EGEN", List.of(asked)).get(0);
        assertThat(tariff.charge(who(NEW_YEAR, List.of()), first(), Optional.of(failed)))
                .isEqualTo(new Charge.Missing("price-plugin-failed"));
        var unpriced = PluginPrice.of(
                        "EGEN", List.of(asked), List.of(new PricedPosition.Unpriced(asked.id(), "okänd inkomst")))
                .get(0);
        assertThat(tariff.charge(who(NEW_YEAR, List.of()), first(), Optional.of(unpriced)))
                .isEqualTo(new Charge.Missing("no-plugin-price"));
    }

    private static Charge plugged(long kronor, PositionFee.Part part, int daysLater) {
        var tariff = new Tariff(new PriceList(PRICES), OF_PLUGIN);
        var asked = tariff.position(new UUID(0, 9), "vuxen", who(NEW_YEAR, List.of()), first());
        var fees = List.of(new PositionFee(part, kronor(kronor)));
        var answer = new PricedPosition.Priced(asked.id(), fees, "efter inkomst");
        var said = PluginPrice.of("EGEN", List.of(asked), List.of(answer)).get(0);
        return tariff.charge(who(NEW_YEAR.plusDays(daysLater), List.of()), first(), Optional.of(said));
    }
}
