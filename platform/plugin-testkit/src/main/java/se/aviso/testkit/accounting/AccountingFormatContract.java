package se.aviso.testkit.accounting;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import se.aviso.kernel.Money;
import se.aviso.spi.PluginContext;
import se.aviso.spi.accounting.AccountingFormat;
import se.aviso.spi.accounting.BooksExtract;
import se.aviso.spi.accounting.BooksHead;
import se.aviso.spi.accounting.Voucher;
import se.aviso.spi.accounting.VoucherRow;
import se.aviso.spi.accounting.VoucherSink;
import se.aviso.testkit.TestContext;

/** What an accounting format promises to its host; the test of each extends it. */
public abstract class AccountingFormatContract {
    private static final Currency SEK = Currency.getInstance("SEK");
    private static final LocalDate FIRST = LocalDate.of(2027, 1, 1);
    private static final int THREADS = 8;
    private static final int MANY = 200_000;

    /** The plugin under test. */
    protected abstract AccountingFormat format();

    /** What the bytes of a file say, voucher by voucher: read by other code than that which wrote them. */
    protected abstract List<Read> read(byte[] file);

    /** The settings that it is to have; none unless said. */
    protected PluginContext context() {
        return TestContext.plain();
    }

    /** A voucher as it was read back: its accounts with their amounts in öre, in order. */
    public record Read(LocalDate day, List<Integer> accounts, List<Long> ore) {
        public Read {
            accounts = List.copyOf(accounts);
            ore = List.copyOf(ore);
        }
    }

    @Test
    void theNamesAreStable() {
        assertThat(format().name()).matches("[A-Z][A-Z0-9_]*").isEqualTo(format().name());
        assertThat(format().ending()).matches("[a-z0-9]+");
        assertThat(format().mediaType()).contains("/");
    }

    @Test
    void noVoucherIsInventedOrLeftOut() {
        var vouchers = vouchers(300);
        assertThat(read(written(vouchers)))
                .isEqualTo(
                        vouchers.stream().map(AccountingFormatContract::asRead).toList());
    }

    /** Rules may put both sides of an entry on one account: then no row is left, and the entry is not in the file. */
    @Test
    void aVoucherWithoutRowsIsNotWritten() {
        var vouchers = vouchers(2);
        var bare = new Voucher(new UUID(4, 1), FIRST, "Avi 0", List.of());
        assertThat(written(List.of(bare, vouchers.get(0), bare, vouchers.get(1), bare)))
                .isEqualTo(written(vouchers));
        assertThat(read(written(List.of(bare)))).isEmpty();
    }

    @Test
    void theSameVouchersMakeTheSameBytesAlsoByManyThreads() {
        var vouchers = vouchers(100);
        var once = written(vouchers);
        var again = IntStream.range(0, THREADS)
                .parallel()
                .mapToObj(thread -> written(vouchers))
                .toList();
        assertThat(again).allSatisfy(file -> assertThat(file).isEqualTo(once));
    }

    @Test
    void aTextWithWhateverInItHarmsNoOtherField() {
        var nasty = "Åsa \"Ö\" {1} #VER \\ € – \u0000\r\n\t;,=1+1 \u6f22 \uD83D\uDE00";
        var row = new VoucherRow(3010, Money.ore(-100), List.of(new VoucherRow.Dimension(1, nasty)), nasty);
        var other = new VoucherRow(1510, Money.ore(100), List.of(), nasty);
        var voucher = new Voucher(new UUID(3, 1), FIRST, nasty, List.of(other, row));
        assertThat(read(written(List.of(voucher, voucher)))).containsExactly(asRead(voucher), asRead(voucher));
    }

    @Test
    void allOfManyVouchersAreWrittenAndTheStreamStaysOpen() throws IOException {
        var count = new Counting();
        var voucher = vouchers(1).get(0);
        format().write(
                        new Extract(sink -> {
                            for (var index = 0; index < MANY; index++) {
                                sink.voucher(voucher);
                            }
                        }),
                        count,
                        context());
        assertThat(count.closed).isFalse();
        assertThat(count.bytes).isGreaterThan(MANY);
    }

    /** So many balanced vouchers of two to five rows, some with dimensions. */
    protected static List<Voucher> vouchers(int count) {
        var random = new Random(13);
        var vouchers = new ArrayList<Voucher>(count);
        for (var index = 0; index < count; index++) {
            var rows = new ArrayList<VoucherRow>();
            var sum = 0L;
            for (var row = 0; row < 1 + random.nextInt(4); row++) {
                var ore = random.nextInt(2_000_000) - 1_000_000;
                sum += ore;
                var dimensions = random.nextBoolean()
                        ? List.<VoucherRow.Dimension>of()
                        : List.of(new VoucherRow.Dimension(1, "100"), new VoucherRow.Dimension(6, "P" + row));
                rows.add(new VoucherRow(3000 + random.nextInt(999), Money.ore(ore), dimensions, "Rad " + row));
            }
            rows.add(new VoucherRow(1510, Money.ore(-sum), List.of(), ""));
            vouchers.add(new Voucher(new UUID(3, index), FIRST.plusDays(random.nextInt(31)), "Avi " + index, rows));
        }
        return vouchers;
    }

    /** The file of these vouchers. */
    protected final byte[] written(List<Voucher> vouchers) {
        var out = new ByteArrayOutputStream();
        try {
            format().write(
                            new Extract(sink -> {
                                for (var voucher : vouchers) {
                                    sink.voucher(voucher);
                                }
                            }),
                            out,
                            context());
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return out.toByteArray();
    }

    private static Read asRead(Voucher voucher) {
        return new Read(
                voucher.day(),
                voucher.rows().stream().map(VoucherRow::account).toList(),
                voucher.rows().stream().map(row -> row.amount().minorUnits()).toList());
    }

    /** Tells its vouchers to a sink. */
    private interface Telling {
        void to(VoucherSink sink) throws IOException;
    }

    private record Extract(Telling telling) implements BooksExtract {
        @Override
        public BooksHead head() {
            return new BooksHead(
                    "Förbundet Åäö", "8020012345", 1, FIRST, LocalDate.of(2027, 1, 31), LocalDate.of(2027, 2, 1), SEK);
        }

        @Override
        public void tell(VoucherSink sink) throws IOException {
            telling.to(sink);
        }
    }

    private static final class Counting extends OutputStream {
        private long bytes;
        private boolean closed;

        @Override
        public void write(int b) {
            bytes++;
        }

        @Override
        public void write(byte[] b, int off, int len) {
            bytes += len;
        }

        @Override
        public void close() {
            closed = true;
        }
    }
}
