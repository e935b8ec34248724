package se.aviso.app.channel;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongConsumer;
import se.aviso.access.Grant;
import se.aviso.access.Permission;
import se.aviso.app.audit.AuditTrail;
import se.aviso.app.security.Caller;
import se.aviso.app.tenancy.Tenancy;
import se.aviso.app.web.HttpProblem;
import se.aviso.audit.Act;
import se.aviso.audit.AuditEntry.Deed;
import se.aviso.audit.Change;
import se.aviso.audit.Field;
import se.aviso.dispatch.Channel;
import se.aviso.kernel.Money;
import se.aviso.kernel.RuleViolation;

/** Changes how the whole tenant uses a channel. */
@ApplicationScoped
@Transactional
public class ChangeChannel {
    private static final int FORBIDDEN = 403;
    private static final int CHANGED = 412;

    @Inject
    ChannelStore store;

    @Inject
    ShowChannels show;

    @Inject
    Ways ways;

    @Inject
    Caller caller;

    @Inject
    AuditTrail trail;

    /** Sets it; {@code held} is told the version that is there, and refuses one that the caller has not seen. */
    public ChannelSeen change(Channel channel, WrittenChannel wanted, LongConsumer held) {
        if (!caller.may(Permission.SETTING_WRITE, Grant.WHOLE_TREE)) {
            throw new HttpProblem(FORBIDDEN, "forbidden");
        }
        var plugin = ways.installed(channel)
                .orElseThrow(() -> RuleViolation.of("channel-not-installed", Map.of("channel", channel.name())));
        var before = show.of(channel);
        held.accept(before.setting().version());
        var setting =
                wanted.read(channel, plugin, before.values(), before.setting().version());
        if (!before.secretNames().containsAll(secrets(wanted, before))) {
            throw RuleViolation.at("/values", "channel-value", Map.of());
        }
        if (!store.record(setting)) {
            throw new HttpProblem(CHANGED, "changed-meanwhile");
        }
        store.record(channel, wanted.values(), plugin.secretSettings());
        store.lookAgain();
        store.goOn(channel);
        var changes = Change.between(words(before.setting()), words(setting));
        trail.record(Deed.ofTenant(
                Act.CHANNEL_CHANGED,
                Tenancy.required().value(),
                with(changes, channel, !wanted.values().isEmpty())));
        return show.of(channel);
    }

    private static List<String> secrets(WrittenChannel wanted, ChannelSeen before) {
        return wanted.values().keySet().stream()
                .filter(name -> !before.names().contains(name))
                .toList();
    }

    /** Of what the provider is told nothing is kept in the trail but that it was changed. */
    private static List<Change> with(List<Change> changes, Channel channel, boolean told) {
        var all = new ArrayList<Change>();
        all.add(Change.to(Field.CHANNEL, channel));
        all.addAll(changes);
        if (told) {
            all.add(Change.personal(Field.PROVIDER_TOLD));
        }
        return all;
    }

    private static Map<Field, String> words(ChannelSetting setting) {
        var words = new EnumMap<Field, String>(Field.class);
        words.put(Field.ACTIVE, Boolean.toString(setting.active()));
        words.put(Field.PLACE, Integer.toString(setting.place()));
        words.put(Field.PATIENCE, setting.patience().map(Duration::toString).orElse(""));
        words.put(
                Field.MONTHLY_CAP,
                setting.budget()
                        .cap()
                        .map(Money::toDecimal)
                        .map(text -> text + " SEK")
                        .orElse(""));
        words.put(
                Field.PACE,
                setting.perMinute().map(each -> Integer.toString(each)).orElse(""));
        return words;
    }
}
