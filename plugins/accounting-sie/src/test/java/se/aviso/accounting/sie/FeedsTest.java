package se.aviso.accounting.sie;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import se.aviso.kernel.Money;
import se.aviso.spi.accounting.AccountingFormat;
import se.aviso.spi.accounting.Voucher;
import se.aviso.spi.accounting.VoucherRow;
import se.aviso.testkit.accounting.AccountingFormatContract;

class FeedsTest {
    private static final String QUOTED = "\"(?:[^\"\\\\]|\\\\.)*\"";

    @Nested
    class Csv extends AccountingFormatContract {
        private static final Pattern ROW =
                Pattern.compile("([0-9a-f-]{36}),([0-9-]{10}),\"(?:[^\"]|\"\")*\",([0-9]+),(-?[0-9]+)\\.([0-9]{2}),SEK,"
                        + "\"(?:[^\"]|\"\")*\",\"(?:[^\"]|\"\")*\",\"(?:[^\"]|\"\")*\",\"[0-9]*\",[0-9]+\r\n");

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
        void eachRowSaysWhoseItIsAndOfWhichExport() {
            assertThat(lines(vouchers(1)))
                    .startsWith("voucher,day,text,account,amount,currency,dimensions,rowText,"
                            + "seller,organisationNumber,export")
                    .filteredOn(line -> line.endsWith(",\"Förbundet Åäö\",\"8020012345\",1"))
                    .hasSize(vouchers(1).get(0).rows().size());
        }

        @Test
        void aTextIsNoFormula() {
            assertThat(lines(List.of(voucher("=1+1", List.of()))).get(1)).contains(",\"'=1+1\",");
        }

        @Test
        void objectsWithBlanksAndQuotesAreToldApart() {
            var objects = List.of(
                    new VoucherRow.Dimension(1, "a b 6:c"),
                    new VoucherRow.Dimension(6, "P:1"),
                    new VoucherRow.Dimension(20, "\"Lag\u00a0A\" 21:x"));
            var line = lines(List.of(voucher("", objects))).get(1);
            assertThat(line).contains(",SEK,\"1:\"\"a b 6:c\"\" 6:P:1 20:\"\"\"\"\"\"Lag\u00a0A\"\"\"\" 21:x\"\"\",");
        }

        private List<String> lines(List<Voucher> vouchers) {
            return new String(written(vouchers), StandardCharsets.UTF_8).lines().toList();
        }

        private static Voucher voucher(String text, List<VoucherRow.Dimension> objects) {
            var row = new VoucherRow(3010, Money.ore(-1), objects, "");
            var other = new VoucherRow(1510, Money.ore(1), List.of(), "");
            return new Voucher(new UUID(0, 1), LocalDate.of(2027, 1, 4), text, List.of(row, other));
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

        @Test
        void eachVoucherSaysWhoseItIsAndOfWhichExport() {
            assertThat(new String(written(vouchers(2)), StandardCharsets.UTF_8).lines())
                    .hasSize(2)
                    .allMatch(line -> line.contains(",\"export\":{\"number\":1,\"seller\":\"Förbundet Åäö\","
                            + "\"organisationNumber\":\"8020012345\"},\"rows\":["));
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
