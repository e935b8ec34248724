package se.aviso.app.channel;

import jakarta.annotation.PostConstruct;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.omnifaces.cdi.ViewScoped;
import se.aviso.access.Permission;
import se.aviso.app.screen.Absent;
import se.aviso.app.screen.Address;
import se.aviso.app.screen.Notices;
import se.aviso.app.screen.Screen;
import se.aviso.app.screen.Texts;
import se.aviso.dispatch.Channel;
import se.aviso.kernel.RuleViolation;

/** One channel: whether, in which place, for how much, and what its provider is told; and a test of it. */
@Named
@ViewScoped
@Screen(path = "/channel/edit.xhtml", needs = Permission.SETTING_WRITE)
public class ChannelEditView implements Serializable {
    private static final int NO_NUMBER = -1;

    @Inject
    transient ShowChannels show;

    @Inject
    transient ChangeChannel change;

    @Inject
    transient TryChannel tryChannel;

    @Inject
    Address address;

    @Inject
    Notices notices;

    @Inject
    Texts texts;

    private Channel channel = Channel.EMAIL;
    private final Map<String, String> values = new HashMap<>();
    private final List<String> kept = new ArrayList<>();
    private List<String> names = List.of();
    private List<String> secretNames = List.of();
    private boolean installed;
    private boolean active;
    private String place = "";
    private String patience = "";
    private String cap = "";
    private String pace = "";
    private String to = "";
    private long version;

    @PostConstruct
    void load() {
        address.constant("channel", Channel.class).ifPresentOrElse(this::show, Absent::answer);
    }

    private void show(Channel wanted) {
        channel = wanted;
        var seen = show.of(wanted);
        var setting = seen.setting();
        names = List.copyOf(seen.names());
        secretNames = List.copyOf(seen.secretNames());
        seen.values()
                .forEach((name, value) -> value.ifPresentOrElse(open -> values.put(name, open), () -> kept.add(name)));
        installed = seen.installed();
        active = setting.active();
        place = Integer.toString(setting.place());
        patience = setting.patience()
                .map(Duration::toHours)
                .map(hours -> Long.toString(hours))
                .orElse("");
        cap = setting.budget()
                .cap()
                .map(money -> money.toDecimal().replace('.', ','))
                .orElse("");
        pace = setting.perMinute().map(each -> Integer.toString(each)).orElse("");
        version = setting.version();
    }

    /** Saves it; stays where something is wrong, or somebody else has changed it meanwhile. */
    public @Nullable String save() {
        var saved =
                notices.attempt(() -> change.change(channel, written(), this::requireSeen), texts.get("channel.not"));
        if (saved) {
            notices.done(texts.with("channel.saved", texts.of(channel)));
        }
        return saved ? "/channel/list.xhtml?faces-redirect=true" : null;
    }

    private WrittenChannel written() {
        return new WrittenChannel(
                active,
                number(place).orElse(NO_NUMBER),
                number(patience),
                Optional.of(cap).filter(text -> !text.isBlank()),
                number(pace),
                told());
    }

    /** Open values as they stand; secrets only where somebody has written one. */
    private Map<String, String> told() {
        var told = new HashMap<String, String>();
        names.forEach(name -> told.put(name, values.getOrDefault(name, "").strip()));
        secretNames.stream()
                .filter(name -> !values.getOrDefault(name, "").isBlank())
                .forEach(name -> told.put(name, values.getOrDefault(name, "").strip()));
        return told;
    }

    private static Optional<Integer> number(String text) {
        if (text.isBlank()) {
            return Optional.empty();
        }
        try {
            return Optional.of(Integer.parseInt(text.strip()));
        } catch (NumberFormatException noNumber) {
            return Optional.of(NO_NUMBER);
        }
    }

    private void requireSeen(long current) {
        if (current != version) {
            throw RuleViolation.of("changed-meanwhile", Map.of());
        }
    }

    /** Sends a test to the address that was written. */
    public void tryOut() {
        notices.attempt(
                () -> {
                    var tried = tryChannel.tryOut(channel, to);
                    if (tried.outcome().equals("SENT")) {
                        notices.done(texts.get("channel.tried"));
                    } else {
                        notices.failed(
                                texts.get("channel.tried." + tried.outcome()),
                                tried.reason(),
                                texts.get("channel.triedNow"));
                    }
                },
                texts.get("channel.notTried"));
    }

    public Channel getChannel() {
        return channel;
    }

    /** What its provider is told, by name. */
    public Map<String, String> getValues() {
        return values;
    }

    /** What it can be told openly. */
    public List<String> getNames() {
        return names;
    }

    /** What it can be told in secret. */
    public List<String> getSecretNames() {
        return secretNames;
    }

    /** True for a secret that is kept. */
    public boolean isKept(String name) {
        return kept.contains(name);
    }

    public boolean isInstalled() {
        return installed;
    }

    /** True for a channel that a test can go by. */
    public boolean isTestable() {
        return installed && channel.carriesTests();
    }

    public boolean isActive() {
        return active;
    }

    public void setActive(boolean active) {
        this.active = active;
    }

    public String getPlace() {
        return place;
    }

    public void setPlace(String place) {
        this.place = place;
    }

    public String getPatience() {
        return patience;
    }

    public void setPatience(String patience) {
        this.patience = patience;
    }

    public String getCap() {
        return cap;
    }

    public void setCap(String cap) {
        this.cap = cap;
    }

    public String getPace() {
        return pace;
    }

    public void setPace(String pace) {
        this.pace = pace;
    }

    public String getTo() {
        return to;
    }

    public void setTo(String to) {
        this.to = to;
    }
}
