package ${package};

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import se.aviso.spi.accounting.AccountingFormat;
import se.aviso.testkit.accounting.AccountingFormatContract;

/** What an accounting format promises; the file is read back here by other code than that which wrote it. */
class PlainBooksContractTest extends AccountingFormatContract {
    @Override
    protected AccountingFormat format() {
        return new PlainBooks();
    }

    @Override
    protected List<Read> read(byte[] file) {
        var vouchers = new ArrayList<Read>();
        for (var part : new String(file, StandardCharsets.UTF_8).split("\n\n")) {
            var voucher = voucher(part);
            if (!voucher.accounts().isEmpty()) { // the heading alone is none
                vouchers.add(voucher);
            }
        }
        return vouchers;
    }

    private static Read voucher(String part) {
        var day = LocalDate.MIN;
        var accounts = new ArrayList<Integer>();
        var ore = new ArrayList<Long>();
        for (var line : part.lines().filter(row -> row.matches("[0-9-]{10} .*")).toList()) {
            var fields = line.split(" ");
            day = LocalDate.parse(fields[0]);
            accounts.add(Integer.valueOf(fields[1]));
            ore.add(new BigDecimal(fields[2]).movePointRight(2).longValueExact());
        }
        return new Read(day, accounts, ore);
    }
}
