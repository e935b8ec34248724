package se.aviso.app.dispatch;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import se.aviso.app.channel.Way;
import se.aviso.app.channel.Ways;
import se.aviso.dispatch.Channel;
import se.aviso.spi.dispatch.Delivery;
import se.aviso.spi.dispatch.Notice;

/** Fetches what waits at providers, and asks them what they have not told. No transaction is open meanwhile. */
@ApplicationScoped
public class CollectNotices {
    private static final System.Logger LOG = System.getLogger(CollectNotices.class.getName());
    private static final Duration ASKED_AFTER = Duration.ofMinutes(15);
    private static final int MOST = 50;

    @Inject
    Ways ways;

    @Inject
    HearNotices hear;

    @Inject
    Outbox outbox;

    /** Hears of all of those, in transactions of its own. */
    @FunctionalInterface
    public interface Ear {
        /** Hears them. */
        HearNotices.Heard hear(List<Delivery> told);
    }

    /** What the thread's tenant's own providers have for it: receipts of letters, and what became of texts. */
    public void ofTenant() {
        for (var way : ways.open()) {
            if (way.channel() != Channel.EMAIL) {
                collect(way, told -> hear.hear(way.channel(), told));
                ask(way);
            }
        }
    }

    /**
     * What came back of the installation's mails.
     *
     * @param way by which the installation's mailbox is read
     * @param anyTenant hears for each tenant
     */
    public void ofInstallation(Way way, Ear anyTenant) {
        collect(way, anyTenant);
    }

    /**
     * Puts aside what was kept, which is known when the transactions of those who heard it have ended; all else comes
     * again.
     */
    private static void collect(Way way, Ear ear) {
        List<Notice> notices = way.call((plugin, context) -> plugin.collect(context));
        if (notices.isEmpty()) {
            return;
        }
        var told = new LinkedHashMap<Notice, List<Delivery>>();
        notices.forEach(notice -> told.put(notice, way.call((plugin, context) -> plugin.read(notice, context))));
        var heard = ear.hear(told.values().stream().flatMap(List::stream).toList());
        LOG.log(
                System.Logger.Level.INFO,
                "{0} notices by {1} told of {2} dispatches",
                notices.size(),
                way.channel(),
                heard.known().size());
        var kept = notices.stream()
                .filter(notice -> heard.keeps(told.getOrDefault(notice, List.of())))
                .toList();
        if (!kept.isEmpty()) {
            way.call((plugin, context) -> {
                plugin.settled(kept, context);
                return true;
            });
        }
    }

    private void ask(Way way) {
        if (!way.canBeAsked()) {
            return;
        }
        var submitted = outbox.unheard(way.channel(), ASKED_AFTER, MOST);
        if (!submitted.isEmpty()) {
            hear.hear(way.channel(), way.call((plugin, context) -> plugin.status(submitted, context)));
        }
    }
}
