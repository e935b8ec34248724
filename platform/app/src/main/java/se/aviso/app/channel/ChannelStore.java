package se.aviso.app.channel;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import se.aviso.app.secret.TenantSeal;
import se.aviso.app.tenancy.Codes;
import se.aviso.app.tenancy.Row;
import se.aviso.app.tenancy.Sql;
import se.aviso.app.tenancy.Tenancy;
import se.aviso.dispatch.Budget;
import se.aviso.dispatch.Cascade;
import se.aviso.dispatch.Channel;
import se.aviso.dispatch.DispatchState;
import se.aviso.kernel.Money;

/** What a tenant has said of its channels; secrets are sealed by the tenant's key. */
@ApplicationScoped
public class ChannelStore {
    @Inject
    Sql sql;

    @Inject
    TenantSeal seal;

    @Inject
    Clock clock;

    /** In which order people are reached. */
    public Cascade cascade() {
        return ChannelSetting.cascade(List.copyOf(all().values()));
    }

    /** True when the tenant has said how it goes on when a channel fails; else a person goes on. */
    public boolean isCascading() {
        return all().values().stream().anyMatch(setting -> setting.version() > 0);
    }

    /** Each channel's setting, in the order of the constants. */
    Map<Channel, ChannelSetting> all() {
        var settings = new EnumMap<Channel, ChannelSetting>(Channel.class);
        Arrays.stream(Channel.values()).forEach(channel -> settings.put(channel, ChannelSetting.usual(channel)));
        sql.query(
                "select channel, active, place, patience_hours, monthly_cap, per_minute, version from channel_setting "
                        + "where tenant_id = ?",
                row -> settings.put(row.code("channel", Channel.class), read(row)),
                Tenancy.required());
        return settings;
    }

    private static ChannelSetting read(Row row) {
        return new ChannelSetting(
                row.code("channel", Channel.class),
                row.flag("active"),
                row.integer("place"),
                row.optionalInteger("patience_hours").map(Duration::ofHours),
                new Budget(row.optionalBigint("monthly_cap").map(Money::ore)),
                row.optionalInteger("per_minute"),
                row.bigint("version"));
    }

    /** What a piece costs: a part of a text, a letter. */
    Money piece(Channel channel) {
        return sql.one(
                        "select cost from channel_cost where tenant_id = ? and channel = ?",
                        row -> Money.ore(row.bigint("cost")),
                        Tenancy.required(),
                        Codes.of(channel))
                .orElse(Money.ore(0));
    }

    /** Sets a channel, if the version is still what the caller has seen. */
    boolean record(ChannelSetting setting) {
        return sql.update(
                        "insert into channel_setting (tenant_id, channel, active, place, patience_hours, monthly_cap, "
                                + "per_minute, version) values (?, ?, ?, ?, ?, ?, ?, 1) on conflict (tenant_id, channel) "
                                + "do update set active = excluded.active, place = excluded.place, "
                                + "patience_hours = excluded.patience_hours, monthly_cap = excluded.monthly_cap, "
                                + "per_minute = excluded.per_minute, version = channel_setting.version + 1 "
                                + "where channel_setting.version = ?",
                        Tenancy.required(),
                        Codes.of(setting.channel()),
                        setting.active(),
                        setting.place(),
                        setting.patience().map(length -> (int) length.toHours()),
                        setting.budget().cap().map(Money::minorUnits),
                        setting.perMinute(),
                        setting.version())
                == 1;
    }

    /** What was lost, or met by silence, and waits for a channel is looked at again now. */
    void lookAgain() {
        var now = clock.instant();
        sql.update(
                "update dispatch set next_attempt_at = ? where tenant_id = ? and state in (5, 6) and not followed "
                        + "and next_attempt_at > ?",
                now,
                Tenancy.required(),
                now);
        // what has only been sent stands at its receipt, minutes later at most; what was looked at, hours later
        sql.update(
                "update dispatch set next_attempt_at = sent_at where tenant_id = ? and channel = any(?) and state = ? "
                        + "and not followed and next_attempt_at > ? and next_attempt_at > sent_at + interval '6 hours'",
                Tenancy.required(),
                Sql.codes(Arrays.asList(Channel.values())),
                Codes.of(DispatchState.SENT),
                now.minus(Cascade.Step.LONGEST_PATIENCE.multipliedBy(2)));
    }

    /** What waits for a channel for a reason that a change may have mended does not wait out its rest. */
    void goOn(Channel channel) {
        var now = clock.instant();
        sql.update(
                "delete from channel_hold where tenant_id = ? and channel = ?", Tenancy.required(), Codes.of(channel));
        sql.update(
                "update dispatch set next_attempt_at = ? where tenant_id = ? and channel = ? and state = 0 "
                        + "and failure is not null and next_attempt_at > ?",
                now,
                Tenancy.required(),
                Codes.of(channel),
                now);
    }

    /** What the provider is told, secrets among it, for a call. */
    Map<String, String> values(Channel channel) {
        var values = new HashMap<String, String>();
        sql.query(
                "select name, value, sealed from channel_value where tenant_id = ? and channel = ?",
                row -> values.put(
                        row.text("name"),
                        row.optionalText("value")
                                .orElseGet(() -> seal.open(use(channel, row.text("name")), row.bytes("sealed")))),
                Tenancy.required(),
                Codes.of(channel));
        return values;
    }

    /** What may be shown: open values as they are, and of secrets that they are there. */
    Map<String, Optional<String>> shown(Channel channel) {
        var shown = new HashMap<String, Optional<String>>();
        sql.query(
                "select name, value from channel_value where tenant_id = ? and channel = ?",
                row -> shown.put(row.text("name"), row.optionalText("value")),
                Tenancy.required(),
                Codes.of(channel));
        return shown;
    }

    /** Sets values; an empty one is forgotten, and what is not named stays. */
    void record(Channel channel, Map<String, String> values, Set<String> secrets) {
        values.forEach((name, value) -> {
            sql.update(
                    "delete from channel_value where tenant_id = ? and channel = ? and name = ?",
                    Tenancy.required(),
                    Codes.of(channel),
                    name);
            if (!value.isEmpty()) {
                var secret = secrets.contains(name);
                sql.update(
                        "insert into channel_value (tenant_id, channel, name, value, sealed) values (?, ?, ?, ?, ?)",
                        Tenancy.required(),
                        Codes.of(channel),
                        name,
                        secret ? null : value,
                        secret ? seal.seal(use(channel, name), value) : null);
            }
        });
    }

    private static String use(Channel channel, String name) {
        return "channel " + channel + " " + name;
    }
}
