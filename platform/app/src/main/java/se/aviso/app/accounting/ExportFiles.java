package se.aviso.app.accounting;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import se.aviso.accounting.BooksYear;
import se.aviso.app.plugin.PluginCalls;
import se.aviso.app.plugin.PluginFailure;
import se.aviso.app.plugin.TenantPlugins;
import se.aviso.app.web.HttpProblem;
import se.aviso.kernel.DayRange;
import se.aviso.kernel.Money;
import se.aviso.spi.accounting.AccountingFormat;
import se.aviso.spi.accounting.BooksHead;

/**
 * Writes exports as files, by the formats that are installed: from the vouchers that are kept, and what is not decided
 * yet is decided first. A file is written whole, and held against what the export says of itself, before a byte of it
 * leaves.
 */
@ApplicationScoped
public class ExportFiles {
    /** A million vouchers take a minute or two. */
    private static final Duration LIMIT = Duration.ofMinutes(10);

    private static final int UNAVAILABLE = 503;
    private static final System.Logger LOG = System.getLogger(ExportFiles.class.getName());

    @Inject
    TenantPlugins plugins;

    @Inject
    PluginCalls calls;

    @Inject
    KeptVouchers vouchers;

    @Inject
    KeptObjects objects;

    @Inject
    KeptYears years;

    @Inject
    KeepVouchers keep;

    /** A format that is installed. */
    public record Format(String name, String ending, String mediaType) {}

    /** Those that are installed, by name. */
    public List<Format> formats() {
        return plugins.extensions(AccountingFormat.class).stream()
                .map(format -> new Format(format.name(), format.ending(), format.mediaType()))
                .sorted((one, other) -> one.name().compareTo(other.name()))
                .toList();
    }

    /** The format of that name, if it is installed. */
    Optional<Format> format(String name) {
        return formats().stream().filter(format -> format.name().equals(name)).findFirst();
    }

    /**
     * What is fetched.
     *
     * @param format its name
     * @param year the vouchers of that year alone; all where none is named
     */
    record Wanted(String format, Optional<Long> year) {}

    /** The file's name: whose, which and how. */
    static String name(ExportStore.Export export, Format format, Optional<Long> year) {
        return "bokforing-" + export.lastDay() + "-" + export.number()
                + year.map(each -> "-" + each).orElse("") + "." + format.ending();
    }

    /** The file, in a place of its own until it is taken; the caller deletes it. */
    Path written(ExportStore.Export export, Wanted wanted) {
        var format = plugins.extensions(AccountingFormat.class).stream()
                .filter(each -> each.name().equals(wanted.format()))
                .findFirst()
                .orElseThrow();
        var context = plugins.context(format);
        var file = fresh();
        try {
            keep.decide(export.id());
            var year = wanted.year().map(each -> year(export.id(), each));
            var extract = extract(export, year);
            calls.call(format, LIMIT, () -> {
                try (var out = new BufferedOutputStream(Files.newOutputStream(file))) {
                    format.write(extract, out, context);
                } catch (IOException full) {
                    throw new UncheckedIOException(full);
                }
                return file;
            });
            requireWhole(extract, export, year);
            return file;
        } catch (PluginFailure silent) {
            LOG.log(System.Logger.Level.ERROR, "an export was not written", silent);
            delete(file);
            throw new HttpProblem(UNAVAILABLE, "plugin-unavailable");
        } catch (RuntimeException failed) {
            delete(file);
            throw failed;
        }
    }

    /** Sends the file, which is no more afterwards. */
    static void send(Path file, OutputStream out) throws IOException {
        try {
            Files.copy(file, out);
        } finally {
            delete(file);
        }
    }

    /** A year in which some of its vouchers stand. */
    private KeptYears.Kept year(UUID export, long year) {
        return years.of(export).stream()
                .filter(kept -> kept.year() == year)
                .findFirst()
                .orElseThrow(HttpProblem::notFound);
    }

    private KeptExtract extract(ExportStore.Export export, Optional<KeptYears.Kept> year) {
        var days = year.map(kept -> new BooksYear(kept.year()).days());
        var currency = Currency.getInstance(export.currency());
        var asked = new KeptVouchers.Asked(export.id(), currency, days);
        var told = days.orElseGet(() -> new DayRange(export.firstDay(), export.lastDay()));
        return new KeptExtract(head(export, told), named(export.id()), asked, vouchers);
    }

    private static void requireWhole(KeptExtract told, ExportStore.Export export, Optional<KeptYears.Kept> year) {
        var turnover = Money.parse(export.turnover(), Currency.getInstance(export.currency()));
        year.ifPresentOrElse(told::requireYear, () -> told.requireAll(export.vouchers(), turnover));
    }

    private KeptExtract.Named named(UUID export) {
        return new KeptExtract.Named(objects.dimensions(export), objects.objects(export));
    }

    private static BooksHead head(ExportStore.Export export, DayRange days) {
        return new BooksHead(
                export.sellerName(),
                export.organisationNumber(),
                export.number(),
                days.firstDay(),
                days.lastDay(),
                export.madeOn(),
                Currency.getInstance(export.currency()));
    }

    private static Path fresh() {
        try {
            return Files.createTempFile("aviso-books-", "");
        } catch (IOException full) {
            throw new UncheckedIOException(full);
        }
    }

    private static void delete(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException held) {
            throw new UncheckedIOException(held);
        }
    }
}
