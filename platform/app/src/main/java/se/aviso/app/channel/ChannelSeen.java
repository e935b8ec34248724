package se.aviso.app.channel;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import se.aviso.dispatch.Channel;
import se.aviso.kernel.Money;

/**
 * A channel as its tenant sees it; of secrets only that they are there.
 *
 * @param installed whether this installation has it at all
 * @param ready whether it can be used: switched on, installed, and its provider has what it wants
 * @param names of the open values that its provider takes
 * @param secretNames of the secret ones
 * @param values the open ones, and of the secret ones that are kept nothing
 * @param spent this month
 */
public record ChannelSeen(
        ChannelSetting setting,
        boolean installed,
        boolean ready,
        Set<String> names,
        Set<String> secretNames,
        Map<String, Optional<String>> values,
        Money spent) {
    /** Which one. */
    public Channel channel() {
        return setting.channel();
    }
}
