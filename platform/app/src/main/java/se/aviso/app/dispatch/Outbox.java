package se.aviso.app.dispatch;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import se.aviso.app.channel.Way;
import se.aviso.app.group.GroupStore;
import se.aviso.app.group.LookStore;
import se.aviso.app.invoice.CreditNoteStore;
import se.aviso.app.invoice.InvoiceSnapshot;
import se.aviso.app.invoice.InvoiceStore;
import se.aviso.app.invoice.Whereabouts;
import se.aviso.app.tenancy.Tenancy;
import se.aviso.app.tenant.TenantStore;
import se.aviso.dispatch.Channel;
import se.aviso.group.BillingField;
import se.aviso.invoice.SummaryPaper;
import se.aviso.kernel.Money;
import se.aviso.link.LinkKey;
import se.aviso.spi.dispatch.Message;
import se.aviso.spi.dispatch.Submitted;
import se.aviso.spi.summary.SummarisedLines;

/** The short transactions round a hand-over: take, mark, note what became of it. */
@ApplicationScoped
@Transactional
public class Outbox {
    static final String NO_MONEY = "the month's money is spent";

    @Inject
    DispatchStore dispatches;

    @Inject
    HandOverStore handOvers;

    @Inject
    HoldStore holds;

    @Inject
    InvoiceStore invoices;

    @Inject
    Whereabouts whereabouts;

    @Inject
    CreditNoteStore creditNotes;

    @Inject
    GroupStore groups;

    @Inject
    LookStore looks;

    @Inject
    SummaryStore summaries;

    @Inject
    TenantStore tenants;

    @Inject
    DeliveryStore deliveries;

    @Inject
    PaceStore pace;

    @Inject
    DispatchLinks addresses;

    @Inject
    KeptWords words;

    /**
     * Dispatches that this worker alone has, with their documents as issued, what credit notes are about, the logos and
     * words on them, where their recipients are reached now, the links in their mails, where providers tell what became
     * of them, and the rows of documents as they were arranged, or which may be.
     */
    record Taken(
            List<Dispatch> dispatches,
            Map<UUID, InvoiceStore.Stored> documents,
            Map<UUID, InvoiceSnapshot.Recipient> reached,
            Map<UUID, CreditNoteStore.About> credits,
            Map<String, byte[]> logos,
            Map<UUID, LinkKey> links,
            Map<UUID, String> notices,
            Map<UUID, SummarisedLines> summaries,
            Unarranged unarranged,
            KeptWords.Shelf words) {
        /** The same with what may be arranged before it leaves. */
        Taken with(Unarranged found) {
            return new Taken(dispatches, documents, reached, credits, logos, links, notices, summaries, found, words);
        }
    }

    Taken take(Way way, int most) {
        var claimed = claim(way, most);
        pace.took(way, claimed.size());
        var documents = documents(claimed);
        var reached = whereabouts.of(documents.values());
        if (way.channel().readsAddressOnDocument()) {
            documents.replaceAll((id, stored) -> stored.with(Objects.requireNonNull(reached.get(id))));
        }
        var links = way.channel().carriesLink()
                ? addresses.keys(way.channel(), claimed, documents)
                : Map.<UUID, LinkKey>of();
        var notices = way.hears() ? addresses.notices(way.channel(), claimed) : Map.<UUID, String>of();
        var taken = taken(claimed, new Papers(documents, reached), links, notices);
        return taken.with(unarranged(taken));
    }

    /** What was one file is one again: nobody else takes a part of it meanwhile, and nothing new is added. */
    private List<Dispatch> claim(Way way, int most) {
        if (way.prints()) {
            tenants.lock(Tenancy.required(), "print");
        }
        var batch = way.prints() ? Optional.of(dispatches.batchDue(way.channel())) : Optional.<String>empty();
        var lets = pace.lets(way, most);
        var count = batch.orElse("").isEmpty() ? lets : most;
        return lets == 0 ? List.of() : dispatches.claim(way.channel(), batch, count);
    }

    /**
     * One that was handed over, as it was taken then; there are no links and no notices round it any more.
     *
     * @param window the lines in the window of its envelope; empty where they were those on the document
     */
    Taken again(Dispatch dispatch, Optional<List<String>> window) {
        var one = List.of(dispatch);
        var documents = documents(one);
        window.ifPresent(lines -> documents.replaceAll(
                (id, stored) -> stored.with(stored.snapshot().recipient().inWindow(lines))));
        return taken(one, new Papers(documents, Map.of()), Map.of(), Map.of());
    }

    Optional<DispatchStore.Sent> sent(UUID id) {
        return dispatches.sent(id);
    }

    private Map<UUID, InvoiceStore.Stored> documents(List<Dispatch> claimed) {
        var documents = new HashMap<UUID, InvoiceStore.Stored>();
        invoices.byIds(claimed.stream().map(Dispatch::invoice).distinct().toList())
                .forEach(stored -> documents.put(stored.invoice().id().value(), stored));
        return documents;
    }

    /** Documents, and where their recipients are reached now; of one that is shown again nobody is. */
    private record Papers(Map<UUID, InvoiceStore.Stored> documents, Map<UUID, InvoiceSnapshot.Recipient> reached) {}

    private Taken taken(List<Dispatch> claimed, Papers papers, Map<UUID, LinkKey> links, Map<UUID, String> notices) {
        var documents = papers.documents();
        var credits = creditNotes.about(claimed.stream()
                .filter(each -> each.document() == DispatchDocument.CREDIT_NOTE)
                .map(Dispatch::invoice)
                .toList());
        return new Taken(
                claimed,
                documents,
                papers.reached(),
                credits,
                logos(documents.values()),
                links,
                notices,
                summaries.of(documents.keySet()),
                Unarranged.NONE,
                words(claimed, documents));
    }

    /** Of the invoices that are sent for the first time those whose rows nobody has arranged yet. */
    private Unarranged unarranged(Taken taken) {
        var first = taken.dispatches().stream()
                .filter(dispatch -> dispatch.document() == DispatchDocument.INVOICE)
                .map(Dispatch::invoice)
                .filter(invoice -> !taken.summaries().containsKey(invoice))
                .collect(Collectors.toSet());
        first.removeAll(dispatches.handedOver(first));
        var wanted = first.stream()
                .flatMap(id -> Optional.ofNullable(taken.documents().get(id)).stream())
                .filter(stored -> SummaryPaper.of(stored.invoice().draft()).isPresent())
                .toList();
        if (wanted.isEmpty()) {
            return Unarranged.NONE;
        }
        var places = groups.groupsById(
                wanted.stream().map(stored -> stored.buyer().group()).toList());
        var placed = wanted.stream()
                .flatMap(stored -> Optional.ofNullable(places.get(stored.buyer().group()))
                        .map(group ->
                                new Unarranged.Placed(stored, group.place().path()))
                        .stream())
                .toList();
        return new Unarranged(placed, summaries.named());
    }

    /** The words of all documents, of reminders their own. */
    private KeptWords.Shelf words(List<Dispatch> claimed, Map<UUID, InvoiceStore.Stored> documents) {
        return words.shelf(claimed.stream()
                .flatMap(each -> KeptWords.all(
                        each, Optional.ofNullable(documents.get(each.invoice())).map(InvoiceStore.Stored::snapshot)))
                .toList());
    }

    /**
     * Keeps rows as they were arranged, and answers those that hold: what another worker has kept meanwhile stays, and
     * what it has handed over plain stays plain.
     */
    Map<UUID, SummarisedLines> keep(Map<UUID, SummarisedLines> arranged) {
        if (arranged.isEmpty()) {
            return Map.of();
        }
        tenants.lock(Tenancy.required(), "summaries");
        var holding = summaries.of(arranged.keySet());
        var fresh = new HashMap<>(arranged);
        fresh.keySet().removeAll(holding.keySet());
        fresh.keySet().removeAll(dispatches.handedOver(arranged.keySet()));
        summaries.keep(fresh.values());
        holding.putAll(fresh);
        return holding;
    }

    /**
     * What may leave now.
     *
     * @param going is marked as handed over; what another worker has taken meanwhile is neither here nor there
     * @param tooDear for what is left of the month's money
     */
    record Handed(Set<UUID> going, List<UUID> tooDear) {}

    /** Marks as handed over what the month's money pays for, each for its own cost, and keeps what leaves. */
    Handed handingOver(Way way, List<Message> messages, Map<UUID, Money> costs) {
        var each = messages.stream()
                .map(message -> Objects.requireNonNull(costs.get(message.id())))
                .toList();
        var leaving = new ArrayList<HandOverStore.Leaving>();
        var tooDear = new ArrayList<UUID>();
        var paid = pace.pays(way, each);
        for (var i = 0; i < messages.size(); i++) {
            var message = messages.get(i);
            if (paid.contains(i)) {
                var content = message.attachments().get(0).content();
                leaving.add(new HandOverStore.Leaving(
                        message.id(), content, each.get(i), message.recipient().address()));
            } else {
                tooDear.add(message.id());
            }
        }
        return new Handed(Set.copyOf(handOvers.handingOver(leaving)), tooDear);
    }

    /** What a provider has not told the end of. */
    List<Submitted> unheard(Channel channel, Duration after, int most) {
        return deliveries.unheard(channel, after, most);
    }

    /** @param chance from 0 to below 1, drawn anew each time */
    void record(Channel channel, List<Outcome> outcomes, double chance) {
        holds.told(channel, outcomes, chance);
        handOvers.record(outcomes);
    }

    /** Says that the worker that has these in hand lives. */
    void renew(List<UUID> ids) {
        handOvers.renew(ids);
    }

    private Map<String, byte[]> logos(Collection<InvoiceStore.Stored> documents) {
        return looks.logos(documents.stream()
                .flatMap(
                        stored -> Optional.ofNullable(stored.snapshot().seller().get(BillingField.LOGO)).stream())
                .distinct()
                .toList());
    }
}
