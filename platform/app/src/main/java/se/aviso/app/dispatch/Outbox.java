package se.aviso.app.dispatch;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import se.aviso.app.group.GroupStore;
import se.aviso.app.invoice.InvoiceStore;
import se.aviso.app.member.Channel;
import se.aviso.group.BillingField;

/** The short transactions round a hand-over: take, mark, note what became of it. */
@ApplicationScoped
@Transactional
public class Outbox {
    @Inject
    DispatchStore dispatches;

    @Inject
    InvoiceStore invoices;

    @Inject
    GroupStore groups;

    /** Dispatches that this worker alone has, with their documents as issued and the logos on them. */
    record Taken(List<Dispatch> dispatches, Map<UUID, InvoiceStore.Stored> documents, Map<String, byte[]> logos) {}

    Taken take(Channel channel, int most) {
        var claimed = dispatches.claim(channel, most);
        var documents = new HashMap<UUID, InvoiceStore.Stored>();
        invoices.byIds(claimed.stream().map(Dispatch::invoice).distinct().toList())
                .forEach(stored -> documents.put(stored.invoice().id().value(), stored));
        return new Taken(claimed, documents, logos(documents.values()));
    }

    List<UUID> handingOver(List<UUID> ids, List<String> hashes) {
        return dispatches.handingOver(ids, hashes);
    }

    void record(List<DispatchStore.Outcome> outcomes) {
        dispatches.record(outcomes);
    }

    int recover(Duration olderThan) {
        return dispatches.recover(olderThan);
    }

    private Map<String, byte[]> logos(Collection<InvoiceStore.Stored> documents) {
        var logos = new HashMap<String, byte[]>();
        for (var stored : documents) {
            var hash = stored.snapshot().seller().get(BillingField.LOGO);
            if (hash != null && !logos.containsKey(hash)) {
                groups.logo(hash).ifPresent(bytes -> logos.put(hash, bytes));
            }
        }
        return logos;
    }
}
