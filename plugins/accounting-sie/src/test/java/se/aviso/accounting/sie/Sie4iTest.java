package se.aviso.accounting.sie;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import se.aviso.kernel.Money;
import se.aviso.spi.PluginContext;
import se.aviso.spi.accounting.AccountingFormat;
import se.aviso.spi.accounting.BooksExtract;
import se.aviso.spi.accounting.BooksHead;
import se.aviso.spi.accounting.NamedDimension;
import se.aviso.spi.accounting.NamedObject;
import se.aviso.spi.accounting.Voucher;
import se.aviso.spi.accounting.VoucherRow;
import se.aviso.spi.accounting.VoucherSink;
import se.aviso.testkit.TestContext;
import se.aviso.testkit.accounting.AccountingFormatContract;

class Sie4iTest extends AccountingFormatContract {
    private static final Charset PC8 = Charset.forName("IBM437");

    @Override
    protected AccountingFormat format() {
        return new Sie4iFormat();
    }

    @Override
    protected PluginContext context() {
        return TestContext.plain();
    }

    @Override
    protected List<Read> read(byte[] file) {
        var vouchers = new ArrayList<Read>();
        var day = LocalDate.EPOCH;
        var accounts = new ArrayList<Integer>();
        var ore = new ArrayList<Long>();
        for (var line : new String(file, PC8).lines().toList()) {
            var fields = Fields.of(line);
            if (line.startsWith("#VER ")) {
                day = LocalDate.parse(fields.get(3), DateTimeFormatter.BASIC_ISO_DATE);
            } else if (line.startsWith("#TRANS ")) {
                accounts.add(Integer.valueOf(fields.get(1)));
                ore.add(Long.valueOf(fields.get(3).replace(".", "")));
            } else if (line.equals("}")) {
                vouchers.add(new Read(day, accounts, ore));
                accounts.clear();
                ore.clear();
            }
        }
        return vouchers;
    }

    @Test
    void theHeadIsWhatReceiversAskFor() {
        assertThat(lines(vouchers(1)))
                .startsWith(
                        "#FLAGGA 0",
                        "#PROGRAM \"Aviso\" \"1\"",
                        "#FORMAT PC8",
                        "#GEN 20270201",
                        "#SIETYP 4",
                        "#PROSA \"Aviso export 1, 2027-01-01 - 2027-01-31\"",
                        "#ORGNR \"802001-2345\"",
                        "#FNAMN \"Förbundet Åäö\"");
    }

    @Test
    void aVoucherIsLeftToTheReceiversNumbering() {
        var row =
                new VoucherRow(3010, Money.ore(-12_345), List.of(new VoucherRow.Dimension(1, "Nord \"A\"")), "Avgift");
        var other = new VoucherRow(1510, Money.ore(12_345), List.of(), "");
        var voucher = new Voucher(new UUID(0, 1), LocalDate.of(2027, 1, 4), "Avi 1001", List.of(other, row));
        assertThat(lines(List.of(voucher)))
                .endsWith(
                        "#VER \"\" \"\" 20270104 \"Avi 1001\"",
                        "{",
                        "#TRANS 1510 {} 123.45 20270104 \"\"",
                        "#TRANS 3010 {1 \"Nord \\\"A\\\"\"} -123.45 20270104 \"Avgift\"",
                        "}");
    }

    @Test
    void dimensionsAndObjectsAreDeclaredBeforeTheFirstVoucher() throws IOException {
        var out = new ByteArrayOutputStream();
        format().write(new Declaring(), out, context());
        assertThat(out.toString(PC8).lines().toList())
                .containsSubsequence(
                        "#FNAMN \"F\"",
                        "#DIM 1 \"Kostnadsställe\"",
                        "#DIM 20 \"Verksamhet\"",
                        "#UNDERDIM 21 \"Lag\" 20",
                        "#OBJEKT 1 \"umea\" \"Umeå \\\"IK\\\"\"",
                        "#OBJEKT 21 \"A\" \"A-laget\"",
                        "#VER \"\" \"\" 20270104 \"\"");
    }

    /** A voucher with what it is for. */
    private static final class Declaring implements BooksExtract {
        private static final LocalDate DAY = LocalDate.of(2027, 1, 4);

        @Override
        public BooksHead head() {
            return new BooksHead("F", "", 1, DAY, DAY, DAY, Currency.getInstance("SEK"));
        }

        @Override
        public List<NamedDimension> dimensions() {
            return List.of(
                    new NamedDimension(1, "Kostnadsställe", Optional.empty()),
                    new NamedDimension(20, "Verksamhet", Optional.empty()),
                    new NamedDimension(21, "Lag", Optional.of(20)));
        }

        @Override
        public List<NamedObject> objects() {
            return List.of(new NamedObject(1, "umea", "Umeå \"IK\""), new NamedObject(21, "A", "A-laget"));
        }

        @Override
        public void tell(VoucherSink sink) throws IOException {
            var rows = List.of(
                    new VoucherRow(1510, Money.ore(1), List.of(), ""),
                    new VoucherRow(3010, Money.ore(-1), List.of(new VoucherRow.Dimension(1, "umea")), ""));
            sink.voucher(new Voucher(new UUID(0, 1), DAY, "", rows));
        }
    }

    @Test
    void whatTheCodePageLacksIsWrittenByWhatIsNearest() {
        assertThat(CodePage.harmless("100 € – Łódź “å” Ñ\u0007漢")).isEqualTo("100 EUR - Lódz \"å\" Ñ ?");
    }

    @Test
    void aBackslashNeverTakesAQuoteAway() {
        var row = new VoucherRow(1510, Money.ore(1), List.of(), "C:\\fil \\\"A\\");
        var other = new VoucherRow(3010, Money.ore(-1), List.of(), "");
        var voucher = new Voucher(new UUID(0, 1), LocalDate.of(2027, 1, 4), "Nord\\", List.of(row, other));
        assertThat(lines(List.of(voucher)))
                .contains("#VER \"\" \"\" 20270104 \"Nord/\"", "#TRANS 1510 {} 0.01 20270104 \"C:\\fil /\\\"A/\"");
    }

    @Test
    void theBytesAreThoseOfTheCodePage() {
        assertThat(CodePage.encode("ÅÄÖåäöé")).isEqualTo(new byte[] {
            (byte) 0x8f, (byte) 0x8e, (byte) 0x99, (byte) 0x86, (byte) 0x84, (byte) 0x94, (byte) 0x82
        });
    }

    @Test
    void aVoucherOutOfBalanceIsNotWritten() {
        var row = new VoucherRow(1510, Money.ore(1), List.of(), "");
        var voucher = new Voucher(new UUID(0, 1), LocalDate.of(2027, 1, 4), "", List.of(row));
        assertThatThrownBy(() -> written(List.of(voucher))).hasMessageContaining("out of balance");
    }

    private List<String> lines(List<Voucher> vouchers) {
        return new String(written(vouchers), PC8).lines().toList();
    }

    /** The fields of a record: quotes hold a field together, braces a list of objects. */
    private static final class Fields {
        static List<String> of(String record) {
            var fields = new ArrayList<String>();
            var field = new StringBuilder();
            var quoted = false;
            var depth = 0;
            for (var at = 0; at < record.length(); at++) {
                var letter = record.charAt(at);
                if (letter == '\\' && quoted && record.charAt(at + 1) == '"') {
                    field.append('"');
                    at++;
                } else if (letter == '"') {
                    quoted = !quoted;
                } else if (letter == ' ' && !quoted && depth == 0) {
                    fields.add(field.toString());
                    field.setLength(0);
                } else {
                    depth += quoted ? 0 : letter == '{' ? 1 : letter == '}' ? -1 : 0;
                    field.append(letter);
                }
            }
            fields.add(field.toString());
            return fields;
        }
    }
}
