package se.aviso.accounting;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import se.aviso.kernel.GroupId;
import se.aviso.kernel.Money;

class AccountDayTest {
    private static final LocalDate DAY = LocalDate.of(2027, 1, 8);
    private static final GroupId SELLER = new GroupId(new UUID(0, 1));

    @Test
    void postingsOfAnAccountsDayAreAddedUpSideBySide() {
        var days = AccountDay.of(List.of(of(DAY, entry(300)), of(DAY, entry(50).reversed(DAY)), of(DAY, entry(20))));
        assertThat(days).hasSize(2);
        assertThat(days.get(0).debit()).isEqualTo(Money.kronor(320));
        assertThat(days.get(0).credit()).isEqualTo(Money.kronor(50));
        assertThat(days.get(0).balance()).isEqualTo(Money.kronor(270));
        assertThat(days.get(0).postings()).isEqualTo(3);
    }

    @Test
    void sellersAndDaysAreKeptApart() {
        var other = new AccountDay.OfSeller(new GroupId(new UUID(0, 2)), DAY, entry(1));
        assertThat(AccountDay.of(List.of(of(DAY, entry(1)), of(DAY.plusDays(1), entry(1)), other)))
                .hasSize(6);
    }

    @Test
    void allDaysTogetherBalanceWhateverWasBooked() {
        var seed = 20270108L;
        var random = new Random(seed);
        var entries = new ArrayList<AccountDay.OfSeller>();
        for (var i = 0; i < 1_000; i++) {
            entries.add(of(DAY.plusDays(random.nextInt(30)), entry(1 + random.nextInt(10_000))));
        }
        var days = AccountDay.of(entries);
        assertThat(days.stream().map(AccountDay::balance).reduce(Money.ore(0), Money::plus))
                .as("seed " + seed)
                .isEqualTo(Money.ore(0));
        assertThat(days.stream().mapToLong(AccountDay::postings).sum()).isEqualTo(2_000);
    }

    private static AccountDay.OfSeller of(LocalDate day, LedgerEntry entry) {
        return new AccountDay.OfSeller(SELLER, day, entry);
    }

    private static LedgerEntry entry(long kronor) {
        return new LedgerEntry(
                EntryKind.ISSUE,
                DAY,
                List.of(
                        new Posting(1510, Side.DEBIT, Money.kronor(kronor), Optional.empty(), Optional.empty()),
                        new Posting(3010, Side.CREDIT, Money.kronor(kronor), Optional.empty(), Optional.empty())));
    }
}
