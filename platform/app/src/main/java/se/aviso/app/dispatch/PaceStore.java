package se.aviso.app.dispatch;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import se.aviso.app.channel.MonthsCost;
import se.aviso.app.channel.Way;
import se.aviso.app.tenancy.Codes;
import se.aviso.app.tenancy.Sql;
import se.aviso.app.tenancy.Tenancy;
import se.aviso.dispatch.Bucket;
import se.aviso.dispatch.DispatchState;
import se.aviso.kernel.Money;
import se.aviso.spi.dispatch.DispatchChannel;

/**
 * How many may leave by a channel now: by its pace, and by what it may cost in a month. Whoever asks holds others who
 * ask for the same until commit, so that nobody takes the same room twice.
 */
@ApplicationScoped
class PaceStore {
    @Inject
    Sql sql;

    @Inject
    HandOverStore handOvers;

    @Inject
    ProviderPaceStore providers;

    @Inject
    MonthsCost spent;

    @Inject
    Clock clock;

    /**
     * So many of those that are wanted, by what the tenant and its provider let; where the month's money lets none,
     * what is due is told so. The tenant's own row is held before the provider's, by everybody.
     */
    int lets(Way way, int wanted) {
        return providers.lets(way, ofTenant(way, wanted));
    }

    private int ofTenant(Way way, int wanted) {
        var setting = way.setting();
        if (setting.perMinute().isEmpty() && setting.budget().cap().isEmpty()) {
            return wanted;
        }
        var bucket = held(way);
        var paced = setting.perMinute().isEmpty() ? wanted : bucket.lets(wanted);
        if (setting.budget().cap().isEmpty()) {
            return paced;
        }
        var piece = Money.ore(Long.parseLong(way.context().setting(DispatchChannel.PIECE, "0")));
        var paid = setting.budget().lets(paced, spent.of(way.channel()).plus(takenFor(way, piece)), piece);
        if (paid == 0 && paced > 0) {
            handOvers.blocked(way.channel(), Outbox.NO_MONEY);
        }
        return paid;
    }

    /** Which of those, by their place, the month's money pays for: each for its own cost, however many pieces it is. */
    Set<Integer> pays(Way way, List<Money> costs) {
        var budget = way.setting().budget();
        if (budget.cap().isEmpty()) {
            return budget.pays(costs, Money.ore(0));
        }
        held(way);
        return budget.pays(costs, spent.of(way.channel()));
    }

    /** Notes that so many leave. */
    void took(Way way, int count) {
        way.setting().perMinute().ifPresent(perMinute -> {
            var left = held(way).without(count);
            sql.update(
                    "update channel_pace set thousandths = ?, at = ? where tenant_id = ? and channel = ?",
                    left.thousandths(),
                    left.at(),
                    Tenancy.required(),
                    Codes.of(way.channel()));
        });
        providers.took(way, count);
    }

    private Bucket held(Way way) {
        var now = clock.instant();
        var perMinute = way.setting().perMinute().orElse(1);
        var full = Bucket.full(perMinute, now);
        sql.update(
                "insert into channel_pace (tenant_id, channel, thousandths, at) values (?, ?, ?, ?) on conflict do nothing",
                Tenancy.required(),
                Codes.of(way.channel()),
                full.thousandths(),
                full.at());
        return sql.one(
                        "select thousandths, at from channel_pace where tenant_id = ? and channel = ? for update",
                        row -> new Bucket(row.bigint("thousandths"), row.instant("at")),
                        Tenancy.required(),
                        Codes.of(way.channel()))
                .orElseThrow()
                .filled(perMinute, now);
    }

    /** What those cost at least that were taken and are not handed over yet. */
    private Money takenFor(Way way, Money piece) {
        return piece.times(sql.one(
                        "select count(*) as times from dispatch where tenant_id = ? and channel = ? and state = ?",
                        row -> row.bigint("times"),
                        Tenancy.required(),
                        Codes.of(way.channel()),
                        Codes.of(DispatchState.PREPARING))
                .orElse(0L));
    }
}
