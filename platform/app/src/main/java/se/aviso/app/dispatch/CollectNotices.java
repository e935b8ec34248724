package se.aviso.app.dispatch;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
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

    @Inject
    Clock clock;

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
     * @param anyTenant hears for each tenant, and answers of how many of them something was told
     */
    public void ofInstallation(Way way, Function<List<Delivery>, Integer> anyTenant) {
        collect(way, anyTenant);
    }

    /** What tells of nobody's dispatch is put aside as well: it would come again for ever. */
    private static void collect(Way way, Function<List<Delivery>, Integer> heard) {
        List<Notice> notices = way.call((plugin, context) -> plugin.collect(context));
        if (notices.isEmpty()) {
            return;
        }
        var told = new ArrayList<Delivery>();
        notices.forEach(notice -> told.addAll(way.call((plugin, context) -> plugin.read(notice, context))));
        var known = heard.apply(told);
        LOG.log(
                System.Logger.Level.INFO,
                "{0} notices by {1} told of {2} dispatches",
                notices.size(),
                way.channel(),
                known);
        way.call((plugin, context) -> {
            plugin.settled(notices, context);
            return true;
        });
    }

    private void ask(Way way) {
        if (!way.canBeAsked()) {
            return;
        }
        var submitted = outbox.unheard(way.channel(), clock.instant().minus(ASKED_AFTER), MOST);
        if (!submitted.isEmpty()) {
            hear.hear(way.channel(), way.call((plugin, context) -> plugin.status(submitted, context)));
        }
    }
}
