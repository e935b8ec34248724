package se.aviso.app.dunning;

import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.omnifaces.cdi.ViewScoped;
import se.aviso.access.Permission;
import se.aviso.app.screen.ActNeeds;
import se.aviso.app.screen.Notices;
import se.aviso.app.screen.Screen;
import se.aviso.app.screen.Texts;
import se.aviso.app.security.Caller;
import se.aviso.kernel.RuleViolation;

/** The reference rates of the installation: seen by everybody, added to by who runs it. */
@Named
@ViewScoped
@Screen(path = "/setting/rates.xhtml", needs = Permission.SELF_READ)
public class ReferenceRatesView implements Serializable {
    @Inject
    transient AddReferenceRate rates;

    @Inject
    transient Caller caller;

    @Inject
    Notices notices;

    @Inject
    Texts texts;

    private String from = "";
    private String percent = "";
    private String source = "";

    /** Adds the rate of a half year. */
    @ActNeeds(Permission.INSTALLATION_RUN)
    public void add() {
        var added = notices.attempt(() -> rates.add(day(), percent, source), texts.get("dunning.rates.not"));
        if (added) {
            notices.done(texts.get("dunning.rates.done"));
            from = "";
            percent = "";
            source = "";
        }
    }

    private LocalDate day() {
        try {
            return LocalDate.parse(from.strip());
        } catch (DateTimeException noDay) {
            throw RuleViolation.at("/from", "bad-day", Map.of());
        }
    }

    /** All of them, the newest first. */
    public List<ReferenceRateStore.Rate> getRows() {
        return rates.all();
    }

    /** The first day of today's half year, while its rate is not there. */
    public Optional<LocalDate> getMissing() {
        return rates.missing();
    }

    /** True of an address, which the page makes a link of. */
    public boolean isAddress(ReferenceRateStore.Rate rate) {
        return rate.source().matches("https://[^\\s<>\"]+");
    }

    /** True when the user may add one. */
    public boolean isWriting() {
        return caller.may(Permission.INSTALLATION_RUN);
    }

    public String getFrom() {
        return from;
    }

    public void setFrom(String from) {
        this.from = from;
    }

    public String getPercent() {
        return percent;
    }

    public void setPercent(String percent) {
        this.percent = percent;
    }

    public String getSource() {
        return source;
    }

    public void setSource(String source) {
        this.source = source;
    }
}
