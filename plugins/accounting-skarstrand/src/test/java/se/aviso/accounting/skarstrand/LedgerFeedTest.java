package se.aviso.accounting.skarstrand;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import se.aviso.kernel.Money;
import se.aviso.spi.PluginContext;
import se.aviso.spi.accounting.AccountingFormat;
import se.aviso.spi.accounting.Voucher;
import se.aviso.spi.accounting.VoucherRow;
import se.aviso.spi.accounting.VoucherRow.Dimension;
import se.aviso.testkit.accounting.AccountingFormatContract;

class LedgerFeedTest extends AccountingFormatContract {
    @Override
    protected AccountingFormat format() {
        return new LedgerFeed();
    }

    @Override
    protected PluginContext context() {
        return new PluginContext(Map.of("company", "042"), Clock.systemUTC(), false);
    }

    @Override
    protected List<Read> read(byte[] file) {
        var vouchers = new ArrayList<Read>();
        for (var line : new String(file, StandardCharsets.UTF_8).lines().toList()) {
            var fields = line.split(";", -1);
            assertThat(fields[0]).isEqualTo("042");
            if (fields[1].equals("V")) {
                assertThat(fields).hasSize(4);
                vouchers.add(new Read(LocalDate.parse(fields[2]), List.of(), List.of()));
            } else {
                assertThat(fields).hasSize(7);
                vouchers.add(plus(vouchers.remove(vouchers.size() - 1), fields));
            }
        }
        return vouchers;
    }

    private static Read plus(Read former, String... fields) {
        var accounts = new ArrayList<>(former.accounts());
        accounts.add(Integer.valueOf(fields[2]));
        var ore = new ArrayList<>(former.ore());
        ore.add(new BigDecimal(fields[5]).movePointRight(2).longValueExact());
        return new Read(former.day(), accounts, ore);
    }

    @Test
    void aVoucherIsItsHeadAndItsRows() {
        var day = LocalDate.of(2027, 1, 4);
        var fee = new VoucherRow(
                3911,
                Money.ore(-50_000),
                List.of(new Dimension(6, "MEDLEM"), new Dimension(1, "skar-lysekil"), new Dimension(20, "annat")),
                "Avgift; Vuxen");
        var claim = new VoucherRow(1519, Money.ore(50_000), List.of(), "");
        var voucher = new Voucher(new UUID(3, 1), day, "Faktura 7", List.of(claim, fee));
        assertThat(written(List.of(voucher))).asString(StandardCharsets.UTF_8).isEqualTo("""
                042;V;2027-01-04;Faktura 7
                042;R;1519;;;500.00;
                042;R;3911;skar-lysekil;MEDLEM;-500.00;Avgift  Vuxen
                """);
    }
}
