package se.aviso.app.invoice;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import se.aviso.access.Permission;
import se.aviso.app.member.MemberStore;
import se.aviso.app.security.Caller;
import se.aviso.app.tenant.BusinessDate;
import se.aviso.app.web.PageRequest;
import se.aviso.kernel.Money;
import se.aviso.kernel.RuleViolation.Fault;

/** Finds batches of drafts, with what their drafts come to today and what is in the way of them. */
@ApplicationScoped
@Transactional
public class FindBatches {
    private static final int CHUNK = 1_000;
    private static final UUID FIRST = new UUID(0, 0);
    private static final int MOST_TOLD = 50;

    @Inject
    BatchStore batches;

    @Inject
    SketchStore sketches;

    @Inject
    IssueSketches issue;

    @Inject
    MemberStore members;

    @Inject
    BusinessDate businessDate;

    @Inject
    Caller caller;

    /**
     * What the drafts of a batch come to today.
     *
     * @param ready how many can be issued
     * @param total of those
     * @param problems how many each problem is in the way of, by its code
     * @param blocked the first few of those that it is in the way of
     */
    public record Outlook(
            BatchStore.Batch batch,
            long waiting,
            long ready,
            Money total,
            Map<String, Long> problems,
            List<Blocked> blocked) {}

    /** A draft that cannot be issued today, and the first reason why. */
    public record Blocked(UUID member, long number, String name, Fault fault) {}

    /** The batch, with what its drafts come to today, to those who may read invoices of its group. */
    public Optional<Outlook> find(UUID id) {
        return seen(id).map(this::outlook);
    }

    /** The newest batches of the caller's groups. */
    public List<BatchStore.Batch> newest(PageRequest page) {
        return batches.newest(caller.pathsFor(Permission.INVOICE_READ), page);
    }

    /** The batch, to those who may read invoices of its group. */
    public Optional<BatchStore.Batch> seen(UUID id) {
        return batches.find(id)
                .filter(found ->
                        caller.may(Permission.INVOICE_READ, found.group().path()));
    }

    /** How many drafts of a batch that the caller has found are not issued yet. */
    public long waiting(BatchStore.Batch batch) {
        return batches.waiting(batch.id());
    }

    private Outlook outlook(BatchStore.Batch batch) {
        var problems = new TreeMap<String, Long>();
        var blocked = new LinkedHashMap<UUID, Fault>();
        var waiting = 0L;
        var ready = 0L;
        var total = Money.ore(0);
        for (var drafts = sketches.ofBatch(batch.id(), FIRST, CHUNK); !drafts.isEmpty(); ) {
            for (var priced : issue.price(drafts, businessDate.today())) {
                waiting++;
                if (priced.order().isPresent()) {
                    ready++;
                    total = total.plus(priced.order().get().draft().total());
                } else {
                    var fault = priced.faults().get(0);
                    problems.merge(fault.code(), 1L, Long::sum);
                    if (blocked.size() < MOST_TOLD) {
                        blocked.put(priced.sketch().member().value(), fault);
                    }
                }
            }
            drafts = sketches.ofBatch(batch.id(), drafts.get(drafts.size() - 1).id(), CHUNK);
        }
        return new Outlook(batch, waiting, ready, total, problems, blocked(blocked));
    }

    private List<Blocked> blocked(Map<UUID, Fault> faults) {
        return members.byIds(faults.keySet()).stream()
                .map(member -> new Blocked(
                        member.id().value(),
                        member.number(),
                        member.name().full(),
                        Optional.ofNullable(faults.get(member.id().value())).orElseThrow()))
                .sorted(Comparator.comparing(Blocked::number))
                .toList();
    }
}
