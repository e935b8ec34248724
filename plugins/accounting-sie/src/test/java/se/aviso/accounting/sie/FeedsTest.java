package se.aviso.accounting.sie;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import se.aviso.spi.accounting.AccountingFormat;
import se.aviso.testkit.accounting.AccountingFormatContract;

class FeedsTest {
    private static final String QUOTED = "\"(?:[^\"\\\\]|\\\\.)*\"";

    @Nested
    class Csv extends AccountingFormatContract {
        private static final Pattern ROW =
                Pattern.compile("([0-9a-f-]{36}),([0-9-]{10}),\"(?:[^\"]|\"\")*\",([0-9]+),(-?[0-9]+)\\.([0-9]{2}),SEK,"
                        + "\"(?:[^\"]|\"\")*\",\"(?:[^\"]|\"\")*\"\r\n");

        @Override
        protected AccountingFormat format() {
            return new CsvVouchers();
        }

        @Override
        protected List<Read> read(byte[] file) {
            var text = new String(file, StandardCharsets.UTF_8);
            var rows = ROW.matcher(text.substring(text.indexOf('\n') + 1));
            var vouchers = new ArrayList<Read>();
            var last = "";
            while (rows.lookingAt()) {
                var ore = Long.parseLong(rows.group(4) + rows.group(5));
                var same = rows.group(1).equals(last) && sum(vouchers) != 0;
                var former = same
                        ? vouchers.remove(vouchers.size() - 1)
                        : new Read(day(rows.group(2)), List.of(), List.of());
                vouchers.add(plus(former, Integer.parseInt(rows.group(3)), ore));
                last = rows.group(1);
                rows.region(rows.end(), rows.regionEnd());
            }
            assertThat(rows.regionStart()).as("all of it was read").isEqualTo(rows.regionEnd());
            return vouchers;
        }

        @Test
        void aTextIsNoFormula() {
            assertThat(new String(written(vouchers(1)), StandardCharsets.UTF_8)).startsWith("voucher,day,text,account");
        }

        private static long sum(List<Read> vouchers) {
            return vouchers.isEmpty()
                    ? 0
                    : vouchers.get(vouchers.size() - 1).ore().stream()
                            .mapToLong(Long::longValue)
                            .sum();
        }
    }

    @Nested
    class Json extends AccountingFormatContract {
        private static final Pattern ROW = Pattern.compile(
                "\\{\"account\":([0-9]+),\"amount\":\"(-?[0-9]+)\\.([0-9]{2})\",\"currency\":\"SEK\",\"dimensions\":"
                        + "\\{(?:" + QUOTED + ":" + QUOTED + ",?)*},\"text\":" + QUOTED + "}");

        @Override
        protected AccountingFormat format() {
            return new JsonVouchers();
        }

        @Override
        protected List<Read> read(byte[] file) {
            return new String(file, StandardCharsets.UTF_8)
                    .lines()
                    .map(Json::voucher)
                    .toList();
        }

        private static Read voucher(String line) {
            var read = new Read(day(line.replaceFirst(".*?\"day\":\"([0-9-]+)\".*", "$1")), List.of(), List.of());
            var rows = ROW.matcher(line);
            while (rows.find()) {
                read = plus(read, Integer.parseInt(rows.group(1)), Long.parseLong(rows.group(2) + rows.group(3)));
            }
            return read;
        }
    }

    private static LocalDate day(String text) {
        return LocalDate.parse(text);
    }

    private static AccountingFormatContract.Read plus(AccountingFormatContract.Read read, int account, long ore) {
        var accounts = new ArrayList<>(read.accounts());
        accounts.add(account);
        var amounts = new ArrayList<>(read.ore());
        amounts.add(ore);
        return new AccountingFormatContract.Read(read.day(), accounts, amounts);
    }
}
