package se.aviso.app.run;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.LocalTime;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import se.aviso.app.tenancy.Codes;
import se.aviso.app.tenancy.Sql;
import se.aviso.app.tenancy.Tenancy;
import se.aviso.automation.DailyMode;
import se.aviso.automation.DailyPlan;
import se.aviso.automation.DailyWork;
import se.aviso.dispatch.Channel;
import se.aviso.kernel.Money;
import se.aviso.run.HoldWindow;

/** How runs of the tenant go; where nothing was said, nothing waits and nothing costs. */
@ApplicationScoped
public class RunSettingStore {
    private static final int MINUTES_OF_HOUR = 60;

    @Inject
    Sql sql;

    /** How long documents of a run wait. */
    public HoldWindow hold() {
        return row().map(Kept::hold).orElse(HoldWindow.NONE);
    }

    /** What a document costs by each channel. */
    public ChannelCosts costs() {
        var costs = new EnumMap<Channel, Money>(Channel.class);
        sql.query(
                "select channel, cost from channel_cost where tenant_id = ?",
                row -> costs.put(row.code("channel", Channel.class), Money.ore(row.bigint("cost"))),
                Tenancy.required());
        return new ChannelCosts(costs);
    }

    /** All settings, and the version that they are of; version 0 is that of those that nobody has set. */
    public RunSettings all(DailyPlan unset) {
        var kept = row();
        var plan = kept.map(each -> new DailyPlan(modes(), each.startsAt())).orElse(unset);
        return new RunSettings(
                plan,
                kept.map(Kept::hold).orElse(HoldWindow.NONE),
                costs(),
                kept.map(Kept::version).orElse(0L));
    }

    /** Sets all, if the version is still what the caller has seen. */
    public boolean record(RunSettings settings) {
        var start = settings.plan().startsAt();
        var set = sql.update(
                "insert into run_setting (tenant_id, start_minute, hold_minutes, version) values (?, ?, ?, 1) "
                        + "on conflict (tenant_id) do update set start_minute = excluded.start_minute, "
                        + "hold_minutes = excluded.hold_minutes, version = run_setting.version + 1 "
                        + "where run_setting.version = ?",
                Tenancy.required(),
                start.getHour() * MINUTES_OF_HOUR + start.getMinute(),
                settings.hold().minutes(),
                settings.version());
        if (set == 1) {
            recordModes(settings.plan());
            recordCosts(settings.costs());
        }
        return set == 1;
    }

    /** Sets all where nobody has set any. */
    public void recordFirst(RunSettings settings) {
        if (row().isEmpty()) {
            record(settings);
        }
    }

    private void recordModes(DailyPlan plan) {
        var works = List.of(DailyWork.values());
        sql.update(
                "insert into daily_mode (tenant_id, work, mode) select ?, u.* from unnest(?::smallint[], ?::smallint[]) u "
                        + "on conflict (tenant_id, work) do update set mode = excluded.mode",
                Tenancy.required(),
                Sql.smallints(works, Codes::of),
                Sql.smallints(works, work -> Codes.of(plan.mode(work))));
    }

    private void recordCosts(ChannelCosts costs) {
        var channels = List.of(Channel.values());
        sql.update(
                "insert into channel_cost (tenant_id, channel, cost) select ?, u.* "
                        + "from unnest(?::smallint[], ?::bigint[]) u "
                        + "on conflict (tenant_id, channel) do update set cost = excluded.cost",
                Tenancy.required(),
                Sql.smallints(channels, Codes::of),
                Sql.bigints(channels, channel -> costs.each(channel).minorUnits()));
    }

    private record Kept(LocalTime startsAt, HoldWindow hold, long version) {}

    private Optional<Kept> row() {
        return sql.one(
                "select start_minute, hold_minutes, version from run_setting where tenant_id = ?",
                row -> new Kept(
                        LocalTime.ofSecondOfDay(row.integer("start_minute") * (long) MINUTES_OF_HOUR),
                        new HoldWindow(Duration.ofMinutes(row.integer("hold_minutes"))),
                        row.bigint("version")),
                Tenancy.required());
    }

    private Map<DailyWork, DailyMode> modes() {
        var modes = new EnumMap<DailyWork, DailyMode>(DailyWork.class);
        sql.query(
                "select work, mode from daily_mode where tenant_id = ?",
                row -> modes.put(row.code("work", DailyWork.class), row.code("mode", DailyMode.class)),
                Tenancy.required());
        return modes;
    }
}
