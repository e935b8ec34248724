package se.aviso.app.channel;

import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import se.aviso.dispatch.Budget;
import se.aviso.dispatch.Cascade;
import se.aviso.dispatch.Channel;

/**
 * How a tenant uses a channel.
 *
 * @param place in the cascade; the lowest comes first
 * @param patience how long silence is good news; empty where it always is
 * @param perMinute so many leave in a minute at the most; empty where nothing holds them back
 * @param version 0 where nobody has said anything
 */
public record ChannelSetting(
        Channel channel,
        boolean active,
        int place,
        Optional<Duration> patience,
        Budget budget,
        Optional<Integer> perMinute,
        long version) {
    /** What holds where a tenant has said nothing of a channel. */
    static ChannelSetting usual(Channel channel) {
        return new ChannelSetting(
                channel,
                Cascade.USUAL.has(channel),
                usualPlace(channel),
                Optional.empty(),
                Budget.OPEN,
                Optional.empty(),
                0);
    }

    private static int usualPlace(Channel channel) {
        return switch (channel) {
            case MY_PAGES -> 1;
            case EMAIL -> 2;
            case SMS -> 3;
            case LETTER -> 4;
            case PEPPOL -> 5;
        };
    }

    /** The cascade that the settings come to. */
    static Cascade cascade(List<ChannelSetting> settings) {
        return new Cascade(settings.stream()
                .filter(ChannelSetting::active)
                .sorted(Comparator.comparingInt(ChannelSetting::place).thenComparing(ChannelSetting::channel))
                .map(setting -> new Cascade.Step(setting.channel(), setting.patience()))
                .toList());
    }
}
