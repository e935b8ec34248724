package se.aviso.app.channel;

import java.time.Duration;
import se.aviso.app.plugin.PluginCalls;
import se.aviso.app.plugin.PluginFailure;
import se.aviso.dispatch.Channel;
import se.aviso.spi.PluginContext;
import se.aviso.spi.dispatch.Capability;
import se.aviso.spi.dispatch.DispatchChannel;

/**
 * A channel that a tenant can use now: the plugin, what it is told, and how it is used.
 *
 * @param calls by which it is called: within limits
 */
public record Way(DispatchChannel plugin, PluginContext context, ChannelSetting setting, PluginCalls calls) {
    /** For twenty messages, or a print house's file, whose transports have limits of their own below this one. */
    private static final Duration LIMIT = Duration.ofMinutes(15);

    /** Which one. */
    public Channel channel() {
        return setting.channel();
    }

    /** True when many documents go as one file. */
    public boolean prints() {
        return plugin.capabilities().contains(Capability.PRINT);
    }

    /** True when it is told what documents say. */
    public boolean readsFacts() {
        return plugin.capabilities().contains(Capability.FACTS);
    }

    /** True when its provider can call us about what became of a message. */
    public boolean hears() {
        return plugin.capabilities().contains(Capability.NOTICES);
    }

    /** True when its provider can be asked what became of a message. */
    public boolean canBeAsked() {
        return plugin.capabilities().contains(Capability.STATUS);
    }

    /** True when what was handed over can be called back for a while. */
    public boolean callsBack() {
        return plugin.capabilities().contains(Capability.CANCEL);
    }

    /** False while its plugin rests: nothing is taken for it then. */
    public boolean mayBeCalled() {
        return calls.mayBeCalled(plugin);
    }

    /**
     * Calls the plugin.
     *
     * @throws PluginFailure when it says nothing
     */
    public <T> T call(Call<T> call) {
        return calls.call(plugin, LIMIT, () -> call.on(plugin, context));
    }

    /** What the plugin is asked. */
    @FunctionalInterface
    public interface Call<T> {
        /** Asks it. */
        T on(DispatchChannel plugin, PluginContext context);
    }
}
