package se.aviso.app.automation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.EnumMap;
import java.util.Map;
import java.util.function.LongConsumer;
import se.aviso.access.Grant;
import se.aviso.access.Permission;
import se.aviso.app.audit.AuditTrail;
import se.aviso.app.run.ChannelCosts;
import se.aviso.app.run.RunSettingStore;
import se.aviso.app.run.RunSettings;
import se.aviso.app.security.Caller;
import se.aviso.app.tenancy.Tenancy;
import se.aviso.app.web.HttpProblem;
import se.aviso.audit.Act;
import se.aviso.audit.AuditEntry.Deed;
import se.aviso.audit.Change;
import se.aviso.audit.Field;
import se.aviso.automation.DailyWork;
import se.aviso.dispatch.Channel;

/** Changes how runs of the whole tenant go; who may start runs in a part of it only may not. */
@ApplicationScoped
@Transactional
public class ChangeRunSettings {
    private static final int FORBIDDEN = 403;
    private static final int CHANGED = 412;

    @Inject
    RunSettingStore store;

    @Inject
    ShowRunSettings show;

    @Inject
    Caller caller;

    @Inject
    AuditTrail trail;

    /** Sets them; {@code held} is told the version that is there, and refuses one that the caller has not seen. */
    public RunSettings change(RunSettings wanted, LongConsumer held) {
        if (!caller.may(Permission.SETTING_WRITE, Grant.WHOLE_TREE)) {
            throw new HttpProblem(FORBIDDEN, "forbidden");
        }
        var before = show.settings();
        held.accept(before.version());
        if (!store.record(new RunSettings(wanted.plan(), wanted.hold(), wanted.costs(), before.version()))) {
            throw new HttpProblem(CHANGED, "changed-meanwhile");
        }
        var tenant = Tenancy.required().value();
        var changes = Change.between(words(before), words(wanted));
        trail.record(Deed.ofTenant(Act.RUN_SETTINGS_CHANGED, tenant, changes));
        return show.settings();
    }

    private static Map<Field, String> words(RunSettings settings) {
        var words = new EnumMap<Field, String>(Field.class);
        for (var work : DailyWork.values()) {
            words.put(field(work), settings.plan().mode(work).name());
        }
        for (var channel : ChannelCosts.PRICED) {
            words.put(field(channel), settings.costs().each(channel).toDecimal() + " SEK");
        }
        words.put(Field.DAILY_START, settings.plan().startsAt().toString());
        words.put(Field.HOLD, settings.hold().length().toString());
        return words;
    }

    private static Field field(DailyWork work) {
        return switch (work) {
            case RENEWAL -> Field.DAILY_RENEWAL;
            case REMINDER -> Field.DAILY_REMINDER;
            case LAPSE -> Field.DAILY_LAPSE;
            case PERIOD_END -> Field.DAILY_PERIOD_END;
        };
    }

    private static Field field(Channel channel) {
        return switch (channel) {
            case EMAIL -> Field.COST_EMAIL;
            case LETTER -> Field.COST_LETTER;
            case SMS -> Field.COST_SMS;
            case PEPPOL -> Field.COST_PEPPOL;
            case MY_PAGES -> throw new IllegalArgumentException("nothing leaves the house by " + channel);
        };
    }
}
