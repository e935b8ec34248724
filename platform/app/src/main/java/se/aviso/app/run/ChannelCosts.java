package se.aviso.app.run;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import se.aviso.dispatch.Channel;
import se.aviso.kernel.Money;

/** What one document costs by each channel, in kronor; a channel that is left out costs nothing. */
public record ChannelCosts(Map<Channel, Money> costs) {
    /** Those that can cost something. */
    public static final List<Channel> PRICED = List.of(Channel.EMAIL, Channel.LETTER, Channel.SMS, Channel.PEPPOL);

    private static final Money NOTHING = Money.ore(0);

    public ChannelCosts {
        var all = new EnumMap<Channel, Money>(Channel.class);
        for (var channel : Channel.values()) {
            all.put(channel, Objects.requireNonNullElse(costs.get(channel), NOTHING));
        }
        costs = Map.copyOf(all);
    }

    /** What one document costs. */
    public Money each(Channel channel) {
        return Objects.requireNonNull(costs.get(channel));
    }

    /** What so many cost. */
    public Money of(Channel channel, long count) {
        return Money.ore(Math.multiplyExact(each(channel).minorUnits(), count));
    }
}
