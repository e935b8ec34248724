package se.aviso.accounting.enterprise;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import se.aviso.kernel.DayRange;
import se.aviso.kernel.Money;
import se.aviso.kernel.VatRate;
import se.aviso.spi.PluginContext;
import se.aviso.spi.accounting.NamedDimension;
import se.aviso.spi.accounting.PostedPart;
import se.aviso.spi.accounting.RuledRow;
import se.aviso.spi.accounting.VoucherRow;
import se.aviso.spi.accounting.VoucherRow.Dimension;

class RuleTableTest {
    private static final LocalDate DAY = LocalDate.of(2027, 1, 15);
    private static final DayRange YEAR = new DayRange(LocalDate.of(2027, 1, 1), LocalDate.of(2027, 12, 31));
    private static final PostedPart FEE = part("REVENUE", 3010, -30_000, Optional.of(YEAR));

    @Test
    void whatNoRuleFitsStaysAsItWasPosted() {
        assertThat(rows("", FEE)).containsExactly(RuledRow.unchanged(FEE));
        assertThat(rows("type=ungdom -> account=3011", FEE)).containsExactly(RuledRow.unchanged(FEE));
    }

    @Test
    void theFirstRuleThatFitsDecides() {
        var table = "type=ungdom -> account=3011\ntype=ar -> account=3012\nrole=REVENUE -> account=3013";
        assertThat(accounts(rows(table, FEE))).containsExactly(3012);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "role=REVENUE",
                "kind=ISSUE,CREDIT",
                "account=3010",
                "account=3000-3099",
                "type=a*",
                "group=distrikt",
                "group=klubb",
                "level=3",
                "vat=EXEMPT",
                "product=* type=ar -> account=4000\n"
            })
    void eachFactCanBeAsked(String conditions) {
        var rule = conditions.contains("->") ? conditions + "-> account=3099" : conditions + " -> account=3099";
        assertThat(accounts(rows(rule, FEE))).containsExactly(3099);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "role=BANK",
                "account=3011",
                "account=3011-3999",
                "group=annan",
                "level=2",
                "vat=LOW",
                "product=*"
            })
    void andSaidNoTo(String conditions) {
        assertThat(accounts(rows(conditions + " -> account=3099", FEE))).containsExactly(3010);
    }

    @ParameterizedTest
    @CsvSource({"2026-12-31,3001", "2027-01-01,3002", "2027-06-30,3002", "2027-07-01,3010"})
    void theVersionOfItsDayHolds(LocalDate day, int account) {
        var table = "-> account=3001\nfrom 2027-01-01\n-> account=3002\nfrom 2027-07-01\n# no rules any more";
        var posted = new PostedPart(FEE.voucher(), day, FEE.kind(), FEE.role(), 3010, FEE.amount(), FEE.origin());
        assertThat(accounts(rows(table, posted))).containsExactly(account);
    }

    @Test
    void aCreditFollowsTheVersionOfItsClaimsDay() {
        var table = "-> account=3001\nfrom 2027-01-01\n-> account=3002";
        var of = FEE.origin();
        var claimed = Optional.of(LocalDate.of(2026, 12, 31));
        var origin =
                new PostedPart.Origin(of.groups(), of.membershipType(), of.product(), of.vat(), of.period(), claimed);
        var credit = new PostedPart(FEE.voucher(), DAY, "CREDIT", FEE.role(), 3010, FEE.amount(), origin);
        assertThat(rows(table, credit))
                .containsExactly(row(DAY.toString(), 3001, FEE.amount().minorUnits()));
    }

    @Test
    void dimensionsAndTextsNameWhatItCameOf() {
        var rule = "-> cost={group} project=P1 dim20={product} text=\"Avgift {type}, {group}\"";
        assertThat(rows(rule, FEE))
                .containsExactly(new RuledRow(
                        DAY,
                        new VoucherRow(
                                3010,
                                FEE.amount(),
                                List.of(new Dimension(1, "klubb"), new Dimension(6, "P1")),
                                "Avgift ar, klubb")));
    }

    @Test
    void dimensionsHaveTheNamesThatTheTenantGivesThem() {
        var table = "name dim21=\"Lag och match\" under=dim20\nfrom 2027-01-01\n-> dim21=A\nname cost=Enhet";
        assertThat(RuleTable.read(table).dimensions())
                .containsExactly(
                        new NamedDimension(1, "Enhet", Optional.empty()),
                        new NamedDimension(21, "Lag och match", Optional.of(20)));
        assertThat(accounts(rows(table, FEE))).containsExactly(3010);
    }

    @Test
    void sharesAreCutToTheOreAndTheRestIsTheAccounts() {
        var posted = part("REVENUE", 3010, -10_001, Optional.empty());
        var rows = rows("-> account=3011 share=3012:33,3013:33", posted);
        assertThat(accounts(rows)).containsExactly(3012, 3013, 3011);
        assertThat(rows)
                .extracting(each -> each.row().amount().minorUnits())
                .containsExactly(-3_300L, -3_300L, -3_401L);
    }

    @Test
    void groupsOnTheWayToTheMembersAreNamedByTheirLevel() {
        var rule = "-> cost={level2} project={level4} dim20=X{level1} text=\"{level3}/{group} {level0}\"";
        assertThat(rows(rule, FEE))
                .containsExactly(new RuledRow(
                        DAY,
                        new VoucherRow(
                                3010,
                                FEE.amount(),
                                List.of(new Dimension(1, "distrikt"), new Dimension(20, "Xforbund")),
                                "klubb/klubb {level0}")));
    }

    @Test
    void aShareHasObjectsOfItsOwnInPlaceOfTheRules() {
        var rule = "-> cost={group} project=P1 "
                + "share=3012:30@cost={level2},3010:20@cost={level1}@dim20=A,3012:10@project={product}";
        var club = new Dimension(1, "klubb");
        var project = new Dimension(6, "P1");
        assertThat(rows(rule, FEE))
                .extracting(RuledRow::row)
                .containsExactly(
                        new VoucherRow(
                                3010,
                                Money.ore(-6_000),
                                List.of(new Dimension(1, "forbund"), project, new Dimension(20, "A")),
                                ""),
                        new VoucherRow(3012, Money.ore(-9_000), List.of(new Dimension(1, "distrikt"), project), ""),
                        new VoucherRow(3012, Money.ore(-3_000), List.of(club), ""),
                        new VoucherRow(3010, Money.ore(-12_000), List.of(club, project), ""));
    }

    @Test
    void whatAShareDefersWaitsWithItsObjects() {
        var rule = "-> cost={group} share=3012:50@cost={level2} defer=2970";
        var rows = rows(rule, part("REVENUE", 3010, -1_200, Optional.of(YEAR)));
        var district = rows.stream()
                .filter(each -> each.row().dimensions().equals(List.of(new Dimension(1, "distrikt"))))
                .toList();
        assertThat(district).hasSize(2 + 2 * 11);
        assertThat(sum(district)).isEqualTo(-600);
        assertThat(accounts(district)).containsOnly(3012, 2970);
    }

    @Test
    void aYearIsSpreadOverItsMonths() {
        var rows = rows("-> defer=2970", part("REVENUE", 3010, -1_201, Optional.of(YEAR)));
        assertThat(rows).hasSize(2 + 2 * 11);
        assertThat(rows.get(0).row()).isEqualTo(new VoucherRow(3010, Money.ore(-101), List.of(), ""));
        assertThat(rows.get(1).row()).isEqualTo(new VoucherRow(2970, Money.ore(-1_100), List.of(), ""));
        assertThat(rows.get(2)).isEqualTo(row("2027-02-01", 2970, 100));
        assertThat(rows.get(3)).isEqualTo(row("2027-02-01", 3010, -100));
        assertThat(rows.get(22)).isEqualTo(row("2027-12-01", 2970, 100));
        assertThat(rows.get(23)).isEqualTo(row("2027-12-01", 3010, -100));
    }

    @Test
    void aCreditTakesBackOfEachMonthWhatItsClaimHasThere() {
        var quarter = Optional.of(new DayRange(LocalDate.of(2027, 1, 1), LocalDate.of(2027, 3, 31)));
        var claim = rows("-> defer=2970", part("REVENUE", 3010, -100, quarter));
        assertThat(claim.stream()
                        .filter(each -> each.row().account() == 3010)
                        .map(each -> each.row().amount().minorUnits()))
                .containsExactly(-34L, -33L, -33L);
        assertThat(rows("-> defer=2970", part("REVENUE", 3010, 100, quarter))).isEqualTo(takenBack(claim));
    }

    @Test
    void tenYearsAreSpreadOverAllTheirMonths() {
        var years = new DayRange(LocalDate.of(2027, 1, 15), LocalDate.of(2037, 1, 14));
        var rows = rows("-> defer=2970", part("REVENUE", 3010, -121_000, Optional.of(years)));
        assertThat(rows).hasSize(2 + 2 * 120);
        assertThat(rows.get(rows.size() - 1)).isEqualTo(row("2037-01-01", 3010, -1_000));
        assertThat(sum(rows.stream().filter(row -> row.row().account() == 2970).toList()))
                .isZero();
    }

    @Test
    void whatIsOverIsBookedAtOnceAndWithoutAPeriodNothingWaits() {
        var over = new DayRange(LocalDate.of(2026, 1, 1), LocalDate.of(2026, 12, 31));
        var rows = rows("-> defer=2970", part("REVENUE", 3010, -1_200, Optional.of(over)));
        assertThat(rows.get(0)).isEqualTo(row(DAY.toString(), 3010, -1_200));
        assertThat(rows.get(1).row().amount()).isEqualTo(Money.ore(0));
        assertThat(rows("-> defer=2970", part("REVENUE", 3010, -1_200, Optional.empty())))
                .containsExactly(row(DAY.toString(), 3010, -1_200));
    }

    /**
     * Whatever the amount, the shares and the months: no öre is made or lost, and a credit takes back on each account
     * and day what its claim has there.
     */
    @Test
    void noOreIsMadeOrLost() {
        var seed = System.nanoTime();
        var random = new Random(seed);
        for (var round = 0; round < 5_000; round++) {
            var first = DAY.plusDays(random.nextInt(1_000) - 500L);
            var days = new DayRange(first, first.plusDays(random.nextInt(3_700)));
            var ore = random.nextLong(-10_000_000, 10_000_000);
            var rule = "-> account=3011 share=3012:" + (1 + random.nextInt(50)) + ",3013:" + (1 + random.nextInt(48))
                    + " defer=2970";
            var rows = rows(rule, part("REVENUE", 3010, ore, Optional.of(days)));
            assertThat(sum(rows.stream().filter(row -> row.day().equals(DAY)).toList()))
                    .as("seed %d", seed)
                    .isEqualTo(ore);
            assertThat(sum(rows)).as("seed %d", seed).isEqualTo(ore);
            var revenue =
                    rows.stream().filter(row -> row.row().account() != 2970).toList();
            assertThat(sum(revenue)).as("seed %d", seed).isEqualTo(ore);
            assertThat(rows(rule, part("REVENUE", 3010, -ore, Optional.of(days))))
                    .as("seed %d", seed)
                    .isEqualTo(takenBack(rows));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "role=REVENUE account=3011",
                "colour=red -> account=3011",
                "-> colour=red",
                "-> account=311",
                "-> account=3011 account=3012",
                "-> share=3012",
                "-> share=3012:30,3012:20",
                "-> share=3012:30@cost=A,3012:20@cost=A",
                "-> share=3012:30@cost",
                "-> share=3012:30@cost=",
                "-> share=3012:30@dim19=A",
                "-> share=3012:30@cost=A@cost=B",
                "-> share=3012:60@cost=A,3012:40@cost=B",
                "-> share=3012:60,3013:40",
                "-> dim19=A",
                "-> defer=2970 share=3001:1,3002:1,3003:1,3004:1,3005:1,3006:1,3007:1,3008:1,3009:1,3010:1",
                "-> account 3011",
                "-> text=\"open",
                "name ",
                "name dim20",
                "name dim19=A",
                "name dim20=A over=dim21",
                "name dim20=A under=dim20",
                "name dim20=A under=dim21 under=dim22",
                "name dim20=A\nname dim20=B",
                "from yesterday",
                "from 2027-01-01\nfrom 2027-01-01"
            })
    void aLineThatMakesNoSenseIsNamed(String text) {
        var number = text.lines().count() + 1;
        assertThatThrownBy(() -> RuleTable.read("# rules\n" + text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("line " + number + ": ");
        assertThat(problem("# rules\n" + text)).isPresent();
        assertThat(problem("-> account=3011")).isEmpty();
    }

    private static Optional<String> problem(String text) {
        var settings = Map.of(EnterpriseRules.SETTING, text);
        return new RulesAreReadable().problem(new PluginContext(settings, Clock.systemUTC(), true));
    }

    private static List<RuledRow> rows(String table, PostedPart part) {
        return RuleTable.read(table).rows(part);
    }

    private static List<RuledRow> takenBack(List<RuledRow> rows) {
        return rows.stream()
                .map(each -> new RuledRow(
                        each.day(),
                        new VoucherRow(
                                each.row().account(),
                                each.row().amount().negated(),
                                each.row().dimensions(),
                                each.row().text())))
                .toList();
    }

    private static List<Integer> accounts(List<RuledRow> rows) {
        return rows.stream().map(each -> each.row().account()).toList();
    }

    private static long sum(List<RuledRow> rows) {
        return rows.stream().mapToLong(each -> each.row().amount().minorUnits()).sum();
    }

    private static RuledRow row(String day, int account, long ore) {
        return new RuledRow(LocalDate.parse(day), new VoucherRow(account, Money.ore(ore), List.of(), ""));
    }

    private static PostedPart part(String role, int account, long ore, Optional<DayRange> period) {
        var groups = List.of("forbund", "distrikt", "klubb");
        var origin = new PostedPart.Origin(groups, "ar", "", Optional.of(VatRate.EXEMPT), period);
        return new PostedPart(new UUID(0, 1), DAY, "ISSUE", role, account, Money.ore(ore), origin);
    }
}
