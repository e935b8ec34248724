package se.aviso.app.run;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import se.aviso.app.invoice.Foreseen;
import se.aviso.dispatch.Channel;
import se.aviso.kernel.Money;

/**
 * What a run would bring, added up: first what stops recipients, then the documents by kind and by channel.
 *
 * @param blocked recipients for whom nothing can come before somebody mends something
 * @param coming recipients for whom something comes
 * @param passedOver recipients for whom nothing is due, by the code of the reason
 * @param without documents that come without what the policy wants and somebody can mend, by the code of what
 */
public record Preview(
        Blocked blocked,
        long coming,
        Map<String, Long> passedOver,
        Map<String, Long> without,
        List<OfKind> kinds,
        List<ByChannel> channels) {
    private static final Money NOTHING = Money.ore(0);

    /** How many are stopped, and where by what; the list may be cut, the count is not. */
    public record Blocked(long count, List<ForecastStore.Blocker> blockers) {}

    /** The documents of a kind. */
    public record OfKind(Foreseen.Kind kind, long count, Money amount) {}

    /** The documents that go by a channel, and what that costs. */
    public record ByChannel(Channel channel, long count, Money each, Money cost) {}

    static Preview of(List<ForecastStore.Share> shares, List<ForecastStore.Blocker> blockers, ChannelCosts costs) {
        return new Preview(
                new Blocked(count(shares, with(Foreseen.Verdict.BLOCKED)), blockers),
                count(shares, with(Foreseen.Verdict.COMES)),
                reasons(shares, Foreseen.Verdict.PASSED_OVER),
                reasons(shares, Foreseen.Verdict.COMES),
                kinds(shares),
                channels(shares, costs));
    }

    private static Map<String, Long> reasons(List<ForecastStore.Share> shares, Foreseen.Verdict verdict) {
        var reasons = new TreeMap<String, Long>();
        shares.stream()
                .filter(with(verdict))
                .forEach(share -> share.reason().ifPresent(reason -> reasons.merge(reason, share.count(), Long::sum)));
        return reasons;
    }

    /** The sum of all documents. */
    public Money amount() {
        return kinds.stream().map(OfKind::amount).reduce(NOTHING, Money::plus);
    }

    /** How many documents there are. */
    public long documents() {
        return kinds.stream().mapToLong(OfKind::count).sum();
    }

    /** What it costs to send them. */
    public Money cost() {
        return channels.stream().map(ByChannel::cost).reduce(NOTHING, Money::plus);
    }

    /** How many recipients nothing is due for. */
    public long passedOverCount() {
        return passedOver.values().stream().mapToLong(Long::longValue).sum();
    }

    private static List<OfKind> kinds(List<ForecastStore.Share> shares) {
        var kinds = new EnumMap<Foreseen.Kind, OfKind>(Foreseen.Kind.class);
        for (var share : shares) {
            share.kind()
                    .ifPresent(kind -> kinds.merge(
                            kind,
                            new OfKind(kind, share.count(), share.amount()),
                            (one, other) -> new OfKind(
                                    kind,
                                    one.count() + other.count(),
                                    one.amount().plus(other.amount()))));
        }
        return List.copyOf(kinds.values());
    }

    private static List<ByChannel> channels(List<ForecastStore.Share> shares, ChannelCosts costs) {
        var counts = new EnumMap<Channel, Long>(Channel.class);
        for (var share : shares) {
            share.channel().ifPresent(channel -> counts.merge(channel, share.count(), Long::sum));
        }
        var channels = new ArrayList<ByChannel>();
        counts.forEach((channel, count) ->
                channels.add(new ByChannel(channel, count, costs.each(channel), costs.of(channel, count))));
        return channels;
    }

    private static long count(List<ForecastStore.Share> shares, Predicate<ForecastStore.Share> which) {
        return shares.stream()
                .filter(which)
                .mapToLong(ForecastStore.Share::count)
                .sum();
    }

    private static Predicate<ForecastStore.Share> with(Foreseen.Verdict verdict) {
        return share -> share.verdict() == verdict;
    }
}
