package se.aviso.app.screen;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.math.BigDecimal;
import java.text.NumberFormat;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import se.aviso.app.tenant.ShowTenant;
import se.aviso.app.web.WrittenAmount;
import se.aviso.kernel.Money;

/** Amounts, days and times as the user's language writes them. */
@Named("show")
@RequestScoped
public class Show {
    private static final Pattern DAY = Pattern.compile("\\b[0-9]{4}-[0-9]{2}-[0-9]{2}\\b");

    @Inject
    Desk desk;

    @Inject
    ShowTenant tenant;

    private @Nullable ZoneId zone;

    /** An amount with two decimals and its currency: {@code 1 850,00 kr}. */
    public String amount(Money money) {
        return amount(money.toDecimal(), money.currency().getCurrencyCode());
    }

    /** An amount that is a decimal text already, as lists of the API have it. */
    public String amount(String decimal, String currency) {
        return WrittenAmount.shown(decimal, currency, desk.getLocale());
    }

    /** Amounts of several currencies, side by side: {@code 22 205,25 kr + 5 500,00 EUR}. */
    public String amounts(List<Money> amounts) {
        return amounts.stream().map(this::amount).collect(Collectors.joining(" + "));
    }

    /** A rate of so many hundredths of a percent: {@code 2,50}, without its sign. */
    public String percent(int points) {
        var format = NumberFormat.getNumberInstance(desk.getLocale());
        format.setMinimumFractionDigits(2);
        return format.format(BigDecimal.valueOf(points, 2));
    }

    /** A count. */
    public String number(long count) {
        return NumberFormat.getIntegerInstance(desk.getLocale()).format(count);
    }

    /** A day: {@code 23 november 2026}. */
    public String day(LocalDate day) {
        return DateTimeFormatter.ofPattern("d MMMM yyyy", desk.getLocale()).format(day);
    }

    /**
     * A day with the hour: {@code 23 november 2026 14:05}; a tenant's own day, where it is not the clock's, has none.
     */
    public String day(LocalDate day, Optional<Instant> at) {
        return at.map(instant -> instant.atZone(zone()))
                .filter(local -> local.toLocalDate().equals(day))
                .map(local -> DateTimeFormatter.ofPattern("d MMMM yyyy HH:mm", desk.getLocale())
                        .format(local))
                .orElseGet(() -> day(day));
    }

    /** A day in a table: {@code 23 nov 2026}. */
    public String shortDay(LocalDate day) {
        return DateTimeFormatter.ofPattern("d MMM yyyy", desk.getLocale())
                .format(day)
                .replace(".", "");
    }

    /** A text, such as that of an invoice line, with the days in it as people read them: {@code 1 jan 2028}. */
    public String withDays(String text) {
        return DAY.matcher(text).replaceAll(found -> day(found.group()));
    }

    private String day(String written) {
        try {
            return shortDay(LocalDate.parse(written));
        } catch (DateTimeException noDay) {
            return written;
        }
    }

    /** The day of a point in time, in the world's zone: where something ends at midnight there, the day before. */
    public String lastDay(Instant end) {
        return day(LocalDate.ofInstant(end.minusMillis(1), ZoneOffset.UTC));
    }

    /** A point in time, in the tenant's zone: {@code 23 nov 2026 14:05}. */
    public String moment(Instant instant) {
        return DateTimeFormatter.ofPattern("d MMM yyyy HH:mm", desk.getLocale())
                .format(instant.atZone(zone()))
                .replace(".", "");
    }

    /** Asked once a request, not once a row. */
    private ZoneId zone() {
        var known = zone;
        if (known == null) {
            known = tenant.zone();
            zone = known;
        }
        return known;
    }

    /** What may be absent, or nothing. */
    public String maybe(Optional<?> value) {
        return value.map(String::valueOf).orElse("");
    }
}
