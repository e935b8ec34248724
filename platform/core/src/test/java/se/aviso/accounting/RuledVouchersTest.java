package se.aviso.accounting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import se.aviso.kernel.Money;
import se.aviso.kernel.VatRate;
import se.aviso.spi.accounting.PostedPart;
import se.aviso.spi.accounting.PostedPart.Origin;
import se.aviso.spi.accounting.RuledRow;
import se.aviso.spi.accounting.Voucher;
import se.aviso.spi.accounting.VoucherRow;
import se.aviso.spi.accounting.VoucherRow.Dimension;

class RuledVouchersTest {
    private static final LocalDate DAY = LocalDate.of(2027, 1, 15);
    private static final LocalDate LATER = LocalDate.of(2027, 2, 1);
    private static final UUID ID = new UUID(1, 2);
    private static final PostedPart CLAIM = part(1510, 30_000, Origin.of(List.of("klubb")));
    private static final PostedPart FEE = part(3010, -30_000, Origin.of(List.of("klubb")));
    private static final Voucher VOUCHER = new Voucher(
            ID,
            DAY,
            "Avi 1",
            List.of(RuledRow.unchanged(CLAIM).row(), RuledRow.unchanged(FEE).row()));

    @Test
    void aVoucherOnWhichNoRuleFitsStaysAsItIs() {
        assertThat(ruled(List.of(row(DAY, 3010, -30_000)))).containsExactly(VOUCHER);
    }

    @Test
    void whatBelongsToALaterMonthIsAVoucherOfItsOwnWithALastingId() {
        var rows = List.of(
                row(DAY, 3010, -10_000), row(DAY, 2970, -20_000), row(LATER, 2970, 20_000), row(LATER, 3010, -20_000));
        var vouchers = ruled(rows);
        assertThat(vouchers).extracting(Voucher::day).containsExactly(DAY, LATER);
        assertThat(vouchers.get(0).id()).isEqualTo(ID);
        assertThat(vouchers.get(1).id())
                .isNotEqualTo(ID)
                .isEqualTo(ruled(rows).get(1).id());
        assertThat(vouchers)
                .allSatisfy(voucher -> assertThat(voucher.rows().stream()
                                .mapToLong(row -> row.amount().minorUnits())
                                .sum())
                        .isZero());
    }

    @Test
    void tenYearsOfMonthsOnTenAccountsAreTaken() {
        var rows = new ArrayList<RuledRow>();
        for (var account = 3010; account < 3020; account++) {
            rows.add(row(DAY, account, -3_000));
            rows.add(row(DAY, 2970, 0));
            for (var month = 1; month <= 121; month++) {
                rows.add(row(DAY.withDayOfMonth(1).plusMonths(month), 2970, 20));
                rows.add(row(DAY.withDayOfMonth(1).plusMonths(month), account, -20));
            }
        }
        assertThat(ruled(rows)).hasSize(122);
    }

    @Test
    void rowsOfOnePlaceAreOneRowAndThoseOfNothingAreNone() {
        var rows = List.of(row(DAY, 3010, -10_000), row(DAY, 3020, 0), row(DAY, 3010, -20_000));
        assertThat(ruled(rows)).containsExactly(VOUCHER);
    }

    @Test
    void whatMakesOrLosesAnOreIsRefused() {
        refused(List.of(row(DAY, 3010, -29_999)));
        refused(List.of(row(DAY, 3010, -30_000), row(LATER, 3010, 1)));
        refused(List.of(row(DAY, 3010, -30_000), row(LATER, 3010, 1), row(LATER.plusDays(1), 3010, -1)));
        refused(List.of());
    }

    @Test
    void whatNoLedgerCanTakeIsRefused() {
        refused(List.of(row(DAY, 99, -30_000)));
        refused(List.of(row(DAY, 10_000, -30_000)));
        refused(List.of(row(DAY.minusDays(1), 3010, -30_000)));
        refused(List.of(row(DAY, 3010, -30_000), row(DAY.plusYears(16), 3010, 0)));
        refused(List.of(with(new Dimension(1, "A"), new Dimension(1, "B"))));
        refused(List.of(with(new Dimension(0, "A"))));
        refused(List.of(with(new Dimension(1, " "))));
        assertThatThrownBy(() -> RuledVouchers.of(VOUCHER, List.of(CLAIM, FEE), List.of()))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aPostingIsToldLineByLineWhereTheLinesComeToIt() {
        var random = new Random(5);
        for (var round = 0; round < 1_000; round++) {
            var lines = new ArrayList<PostedLines.Line>();
            var sum = 0L;
            for (var line = 0; line < 1 + random.nextInt(6); line++) {
                var net = random.nextLong(-50_000, 100_000);
                sum += net;
                lines.add(new PostedLines.Line(Money.ore(net), origin("typ-" + random.nextInt(3))));
            }
            var off = random.nextInt(4) == 0 ? 1 : 0;
            var posted = part(3010, random.nextBoolean() ? sum + off : -sum - off, Origin.of(List.of("klubb")));
            var parts = new PostedLines(lines).parts(posted);
            assertThat(parts.stream()
                            .mapToLong(part -> part.amount().minorUnits())
                            .sum())
                    .isEqualTo(posted.amount().minorUnits());
            assertThat(parts).hasSizeBetween(1, lines.size());
            if (off == 1) {
                assertThat(parts).hasSize(1);
            }
        }
    }

    @Test
    void ofOneThatTheLinesDoNotComeToIsKnownWhatTheyHaveInCommon() {
        var one = new PostedLines.Line(Money.ore(100), origin("ar"));
        var other = new PostedLines.Line(Money.ore(50), origin("ungdom"));
        var posted = part(3010, 40, Origin.of(List.of("forbund")));
        assertThat(new PostedLines(List.of(one, one))
                        .parts(posted)
                        .get(0)
                        .origin()
                        .membershipType())
                .isEqualTo("ar");
        var mixed = new PostedLines(List.of(one, other)).parts(posted).get(0).origin();
        assertThat(mixed.membershipType()).isEmpty();
        assertThat(mixed.groups()).containsExactly("klubb");
        assertThat(new PostedLines(List.of()).parts(posted)).containsExactly(posted);
    }

    @Test
    void eachAccountHasARole() {
        assertThat(ChartOfAccounts.bas().roles())
                .containsEntry(1510, AccountRole.RECEIVABLES)
                .doesNotContainKey(3010)
                .hasSize(AccountRole.values().length);
    }

    private static List<Voucher> ruled(List<RuledRow> rows) {
        return RuledVouchers.of(VOUCHER, List.of(CLAIM, FEE), List.of(List.of(RuledRow.unchanged(CLAIM)), rows));
    }

    private static void refused(List<RuledRow> rows) {
        assertThatThrownBy(() -> ruled(rows)).isInstanceOf(IllegalArgumentException.class);
    }

    private static RuledRow with(Dimension... dimensions) {
        return new RuledRow(DAY, new VoucherRow(3010, Money.ore(-30_000), List.of(dimensions), ""));
    }

    private static RuledRow row(LocalDate day, int account, long ore) {
        return new RuledRow(day, new VoucherRow(account, Money.ore(ore), List.of(), ""));
    }

    private static Origin origin(String type) {
        return new Origin(List.of("klubb"), type, "", Optional.of(VatRate.EXEMPT), Optional.empty());
    }

    private static PostedPart part(int account, long ore, Origin origin) {
        return new PostedPart(ID, DAY, "ISSUE", "REVENUE", account, Money.ore(ore), origin);
    }
}
