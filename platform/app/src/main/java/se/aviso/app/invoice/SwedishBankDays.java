package se.aviso.app.invoice;

import de.focus_shift.jollyday.core.Holiday;
import de.focus_shift.jollyday.core.HolidayCalendar;
import de.focus_shift.jollyday.core.HolidayManager;
import de.focus_shift.jollyday.core.ManagerParameters;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.MonthDay;
import java.time.Year;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import se.aviso.invoice.BankDays;

/**
 * The days on which Swedish banks book: Monday to Friday but for public holidays (lagen 1989:253) and the three eves on
 * which the clearing is closed too.
 *
 * <p>The moving holidays come from Jollyday. The eves are added here, for law does not call them holidays.
 */
@ApplicationScoped
public class SwedishBankDays implements BankDays {
    private static final Set<MonthDay> EVES = Set.of(MonthDay.of(12, 24), MonthDay.of(12, 31));
    private static final MonthDay EARLIEST_MIDSUMMER_EVE = MonthDay.of(6, 19);
    private static final MonthDay LATEST_MIDSUMMER_EVE = MonthDay.of(6, 25);

    /** By year: a run of thousands asks for the same few again and again. */
    private final ConcurrentHashMap<Integer, Set<LocalDate>> holidays = new ConcurrentHashMap<>();

    @Override
    public boolean isBankDay(LocalDate day) {
        var weekday = day.getDayOfWeek();
        return weekday != DayOfWeek.SATURDAY
                && weekday != DayOfWeek.SUNDAY
                && !isEve(day)
                && !holidays.computeIfAbsent(day.getYear(), SwedishBankDays::ofYear)
                        .contains(day);
    }

    private static boolean isEve(LocalDate day) {
        var date = MonthDay.from(day);
        var midsummer = day.getDayOfWeek() == DayOfWeek.FRIDAY
                && !date.isBefore(EARLIEST_MIDSUMMER_EVE)
                && !date.isAfter(LATEST_MIDSUMMER_EVE);
        return midsummer || EVES.contains(date);
    }

    private static Set<LocalDate> ofYear(int year) {
        var days = new TreeSet<LocalDate>();
        HolidayManager.getInstance(ManagerParameters.create(HolidayCalendar.SWEDEN)).getHolidays(Year.of(year)).stream()
                .map(Holiday::getDate)
                .forEach(days::add);
        return days;
    }
}
