package se.aviso.app.channel;

import java.util.List;
import java.util.Set;
import se.aviso.dispatch.Channel;
import se.aviso.spi.PluginContext;
import se.aviso.spi.dispatch.Capability;
import se.aviso.spi.dispatch.DispatchChannel;
import se.aviso.spi.dispatch.Message;
import se.aviso.spi.dispatch.Receipt;

/** The channel that is built in: a document lies in the member's own pages from the moment it is issued. */
final class MyPagesChannel implements DispatchChannel {
    @Override
    public String name() {
        return Channel.MY_PAGES.name();
    }

    @Override
    public Set<Capability> capabilities() {
        return Set.of();
    }

    @Override
    public List<Receipt> send(List<Message> messages, PluginContext context) {
        return messages.stream()
                .<Receipt>map(message -> new Receipt.Accepted(message.id(), "my"))
                .toList();
    }
}
