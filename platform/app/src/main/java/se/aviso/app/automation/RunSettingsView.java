package se.aviso.app.automation;

import jakarta.annotation.PostConstruct;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.omnifaces.cdi.ViewScoped;
import se.aviso.access.Permission;
import se.aviso.app.run.RunSettings;
import se.aviso.app.screen.Notices;
import se.aviso.app.screen.Screen;
import se.aviso.app.screen.Texts;
import se.aviso.app.tenant.ShowTenant;
import se.aviso.automation.DailyMode;
import se.aviso.automation.DailyWork;
import se.aviso.dispatch.Channel;
import se.aviso.kernel.RuleViolation;

/** What Aviso does by itself in the tenant, how long documents wait, and what it costs to send them. */
@Named
@ViewScoped
@Screen(path = "/setting/list.xhtml", needs = Permission.SETTING_WRITE)
public class RunSettingsView implements Serializable {
    private static final int NO_NUMBER = -1;

    @Inject
    transient ShowRunSettings show;

    @Inject
    transient ChangeRunSettings change;

    @Inject
    transient ShowTenant tenant;

    @Inject
    Notices notices;

    @Inject
    Texts texts;

    private final Map<DailyWork, DailyMode> modes = new EnumMap<>(DailyWork.class);
    private final Map<Channel, String> costs = new EnumMap<>(Channel.class);
    private String startsAt = "";
    private String holdMinutes = "";
    private long version;

    @PostConstruct
    void load() {
        fill(show.settings());
    }

    private void fill(RunSettings settings) {
        modes.putAll(settings.plan().modes());
        settings.costs()
                .costs()
                .forEach((channel, cost) -> costs.put(channel, cost.toDecimal().replace('.', ',')));
        startsAt = settings.plan().startsAt().toString();
        holdMinutes = Integer.toString(settings.hold().minutes());
        version = settings.version();
    }

    /** Sets all of them; stays where something is wrong, or somebody else has changed them meanwhile. */
    public @Nullable String save() {
        var saved = notices.attempt(this::attempt, texts.get("automation.not"));
        if (saved) {
            notices.done(texts.get("automation.saved"));
        }
        return saved ? "/setting/list.xhtml?faces-redirect=true" : null;
    }

    private void attempt() {
        var wanted = new WrittenSettings(modes, startsAt, minutes(), costs).read();
        change.change(wanted, this::requireSeen);
    }

    private void requireSeen(long current) {
        if (current != version) {
            throw RuleViolation.of("changed-meanwhile", Map.of());
        }
    }

    private int minutes() {
        try {
            return Integer.parseInt(holdMinutes.strip());
        } catch (NumberFormatException noNumber) {
            return NO_NUMBER;
        }
    }

    /** How far Aviso can go by itself. */
    public List<DailyMode> getModes() {
        return List.of(DailyMode.values());
    }

    /** The zone of the tenant's clock. */
    public String getZone() {
        return tenant.zone().getId();
    }

    public DailyMode getRenewal() {
        return mode(DailyWork.RENEWAL);
    }

    public void setRenewal(@Nullable DailyMode mode) {
        set(DailyWork.RENEWAL, mode);
    }

    public DailyMode getReminder() {
        return mode(DailyWork.REMINDER);
    }

    public void setReminder(@Nullable DailyMode mode) {
        set(DailyWork.REMINDER, mode);
    }

    public DailyMode getLapse() {
        return mode(DailyWork.LAPSE);
    }

    public void setLapse(@Nullable DailyMode mode) {
        set(DailyWork.LAPSE, mode);
    }

    public DailyMode getPeriodEnd() {
        return mode(DailyWork.PERIOD_END);
    }

    public void setPeriodEnd(@Nullable DailyMode mode) {
        set(DailyWork.PERIOD_END, mode);
    }

    public String getStartsAt() {
        return startsAt;
    }

    public void setStartsAt(String startsAt) {
        this.startsAt = startsAt;
    }

    public String getHoldMinutes() {
        return holdMinutes;
    }

    public void setHoldMinutes(String holdMinutes) {
        this.holdMinutes = holdMinutes;
    }

    public String getCostEmail() {
        return costs.getOrDefault(Channel.EMAIL, "");
    }

    public void setCostEmail(String cost) {
        costs.put(Channel.EMAIL, cost);
    }

    public String getCostLetter() {
        return costs.getOrDefault(Channel.LETTER, "");
    }

    public void setCostLetter(String cost) {
        costs.put(Channel.LETTER, cost);
    }

    public String getCostSms() {
        return costs.getOrDefault(Channel.SMS, "");
    }

    public void setCostSms(String cost) {
        costs.put(Channel.SMS, cost);
    }

    public String getCostPeppol() {
        return costs.getOrDefault(Channel.PEPPOL, "");
    }

    public void setCostPeppol(String cost) {
        costs.put(Channel.PEPPOL, cost);
    }

    private DailyMode mode(DailyWork work) {
        return modes.getOrDefault(work, DailyMode.OFF);
    }

    /** A choice without a value, which only a forged form has, is the most careful one. */
    private void set(DailyWork work, @Nullable DailyMode mode) {
        modes.put(work, Objects.requireNonNullElse(mode, DailyMode.OFF));
    }
}
