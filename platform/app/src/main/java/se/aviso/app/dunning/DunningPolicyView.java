package se.aviso.app.dunning;

import jakarta.annotation.PostConstruct;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.omnifaces.cdi.ViewScoped;
import se.aviso.access.Permission;
import se.aviso.app.member.FindMembershipTypes;
import se.aviso.app.member.MembershipType;
import se.aviso.app.member.MembershipTypeBodies.NamesBody;
import se.aviso.app.screen.Absent;
import se.aviso.app.screen.ActNeeds;
import se.aviso.app.screen.Address;
import se.aviso.app.screen.Desk;
import se.aviso.app.screen.Notices;
import se.aviso.app.screen.Screen;
import se.aviso.app.screen.Texts;
import se.aviso.app.security.Caller;
import se.aviso.dispatch.Channel;
import se.aviso.kernel.RuleViolation;

/** How unpaid invoices of a type, or of no type, are reminded of, and what the terms say of it. */
@Named
@ViewScoped
@Screen(path = "/dunning/policy.xhtml", needs = Permission.TYPE_READ)
public class DunningPolicyView implements Serializable {
    private static final int LEVELS = 4;

    @Inject
    transient SetDunningPolicy policies;

    @Inject
    transient FindMembershipTypes types;

    @Inject
    transient Caller caller;

    @Inject
    Address address;

    @Inject
    Desk desk;

    @Inject
    Notices notices;

    @Inject
    Texts texts;

    private String name = SetDunningPolicy.ONE_OFF;
    private String title = "";
    private long version;
    private final List<LevelForm> levels = new ArrayList<>();
    private final Map<String, @Nullable String> fields = new HashMap<>();
    private boolean remindOffers;
    private boolean dueDayAgreed = true;
    private boolean writing;

    @PostConstruct
    void load() {
        var type = address.id("type");
        name = type.map(Object::toString).orElse(SetDunningPolicy.ONE_OFF);
        title = type.flatMap(types::find)
                .map(MembershipType::names)
                .map(names -> names.in(desk.getLanguage()))
                .orElse("");
        writing = caller.may(Permission.TYPE_WRITE, "/");
        policies.find(name).ifPresentOrElse(this::show, Absent::answer);
    }

    private void show(SetDunningPolicy.Versioned found) {
        version = found.version();
        var policy = found.policy();
        levels.clear();
        for (var number = 1; number <= Math.max(LEVELS, policy.levels().size()); number++) {
            levels.add(
                    number <= policy.levels().size()
                            ? LevelForm.of(number, policy.levels().get(number - 1))
                            : new LevelForm(number));
        }
        fields.put("offerLapseAfterDays", Integer.toString(policy.offerLapseAfterDays()));
        fields.put(
                "claimLapseAfterDays",
                policy.claimLapseAfterDays().map(String::valueOf).orElse(""));
        fields.put(
                "collectorAfterDays",
                policy.collectorAfterDays().map(String::valueOf).orElse(""));
        remindOffers = policy.remindOffers();
    }

    /** Saves the policy. */
    @ActNeeds(Permission.TYPE_WRITE)
    public void save() {
        var done = notices.attempt(
                () -> show(policies.set(name, this::requireSame, body())), texts.get("dunning.policy.not"));
        if (done) {
            notices.done(texts.get("dunning.policy.done"));
        }
    }

    /** Writes an agreement down. */
    @ActNeeds(Permission.TYPE_WRITE)
    public void agree() {
        var done = notices.attempt(() -> policies.agree(name, agreement()), texts.get("dunning.agreement.not"));
        if (done) {
            notices.done(texts.get("dunning.agreement.done"));
            List.of("from", "sv", "en", "fee", "ownRate").forEach(fields::remove);
        }
    }

    private PolicyBodies.PolicyBody body() {
        return new PolicyBodies.PolicyBody(
                Optional.empty(),
                levels.stream().flatMap(level -> level.body().stream()).toList(),
                days("offerLapseAfterDays").orElse(-1),
                days("claimLapseAfterDays"),
                remindOffers,
                days("collectorAfterDays"),
                Optional.empty());
    }

    private PolicyBodies.AgreementBody agreement() {
        return new PolicyBodies.AgreementBody(
                Optional.empty(),
                day(field("from")),
                new NamesBody(field("sv"), field("en")),
                Optional.of(field("fee")),
                dueDayAgreed,
                Optional.of(field("ownRate")).filter(rate -> !rate.isEmpty()));
    }

    private static LocalDate day(String written) {
        try {
            return LocalDate.parse(written);
        } catch (DateTimeException noDay) {
            throw RuleViolation.at("/from", "bad-day", Map.of());
        }
    }

    private Optional<Integer> days(String field) {
        var written = field(field);
        if (written.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(written.matches("\\d{1,4}") ? Integer.parseInt(written) : -1);
    }

    private String field(String field) {
        return Optional.ofNullable(fields.get(field)).orElse("").strip();
    }

    private void requireSame(long current) {
        if (current != version) {
            throw RuleViolation.of("changed-meanwhile", Map.of());
        }
    }

    /** The agreements, the newest first. */
    public List<PolicyBodies.AgreementBody> getAgreements() {
        return policies.find(name).flatMap(found -> found.policy().agreements()).orElse(List.of());
    }

    /** The membership type's name; empty for invoices of no membership. */
    public String getTitle() {
        return title;
    }

    /** Its id, for links. */
    public String getName() {
        return name;
    }

    /** True when the user may set it. */
    public boolean isWriting() {
        return writing;
    }

    public List<LevelForm> getLevels() {
        return levels;
    }

    public Map<String, @Nullable String> getFields() {
        return fields;
    }

    /** The ways that a reminder can go. */
    public List<Channel> getChannels() {
        return List.of(Channel.values());
    }

    public boolean isRemindOffers() {
        return remindOffers;
    }

    public void setRemindOffers(boolean remindOffers) {
        this.remindOffers = remindOffers;
    }

    public boolean isDueDayAgreed() {
        return dueDayAgreed;
    }

    public void setDueDayAgreed(boolean dueDayAgreed) {
        this.dueDayAgreed = dueDayAgreed;
    }
}
