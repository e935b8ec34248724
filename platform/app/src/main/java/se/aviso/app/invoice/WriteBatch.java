package se.aviso.app.invoice;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.io.Reader;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import se.aviso.access.Permission;
import se.aviso.app.audit.AuditTrail;
import se.aviso.app.group.GroupStore;
import se.aviso.app.member.MemberStore;
import se.aviso.app.member.MembershipType;
import se.aviso.app.member.MembershipTypeStore;
import se.aviso.app.security.Caller;
import se.aviso.app.tenant.BusinessDate;
import se.aviso.app.tenant.Ids;
import se.aviso.app.web.HttpProblem;
import se.aviso.audit.Act;
import se.aviso.audit.AuditEntry.Deed;
import se.aviso.audit.Change;
import se.aviso.audit.Field;
import se.aviso.kernel.GroupId;
import se.aviso.kernel.MemberId;
import se.aviso.kernel.MembershipTypeId;
import se.aviso.kernel.RuleViolation;
import se.aviso.kernel.RuleViolation.Fault;
import se.aviso.kernel.RunId;
import se.aviso.member.MembershipStatus;

/**
 * Writes drafts for many members at once, from a selection or a list; a run issues them. A list is taken whole or not
 * at all, with each fault named by line and column.
 */
@ApplicationScoped
@Transactional
public class WriteBatch {
    private static final int CHUNK = 1_000;
    private static final UUID FIRST = new UUID(0, 0);

    @Inject
    BatchStore batches;

    @Inject
    SketchStore sketches;

    @Inject
    IssueSketches issue;

    @Inject
    MemberStore members;

    @Inject
    MembershipTypeStore types;

    @Inject
    GroupStore groups;

    @Inject
    BusinessDate businessDate;

    @Inject
    Caller caller;

    @Inject
    AuditTrail trail;

    /** Whom to bill: members with a membership in the group or below it, of a type and with a status where named. */
    public record Selection(UUID group, Optional<UUID> type, Optional<MembershipStatus> status) {}

    /** Writes the same lines to each member that the selection means. */
    public BatchStore.Batch select(Selection wanted, Optional<LocalDate> dueOn, List<DraftLine> lines) {
        var path = path(wanted.group());
        var type = wanted.type().map(MembershipTypeId::new);
        refuse(lines, type);
        var id = batch(wanted.group(), BatchStore.Source.SELECTION);
        var found = batches.members(new BatchStore.Selection(path, type, wanted.status()));
        if (found.isEmpty()) {
            throw RuleViolation.of("selection-empty", Map.of());
        }
        var own = lines.stream().anyMatch(DraftLine::isOwnMembership);
        for (var from = 0; from < found.size(); from += CHUNK) {
            var some = found.subList(from, Math.min(from + CHUNK, found.size()));
            var theirs = own ? new OwnMemberships(batches.own(some, path)) : OwnMemberships.NONE;
            Function<UUID, InvoiceSketch> draft =
                    member -> sketch(id, wanted.group(), member, dueOn, theirs.lines(lines, member, type));
            if (from == 0) {
                requireForAll(draft.apply(some.get(0)));
            }
            if (own) {
                sketches.addAll(some.stream().map(draft).toList());
            } else {
                sketches.addFor(draft.apply(some.get(0)), some, ids(some.size()));
            }
        }
        return written(id, wanted.group(), found.size());
    }

    private static List<UUID> ids(int many) {
        return Stream.generate(Ids::next).limit(many).toList();
    }

    /** Writes a draft for each member of the list, or says everything that is wrong with it. */
    public BatchStore.Batch read(UUID group, Optional<LocalDate> dueOn, Reader csv) {
        var path = path(group);
        var list = new BillList(csv, typesBySlug());
        var id = batch(group, BatchStore.Source.LIST);
        var numbers = list.members();
        for (var from = 0; from < numbers.size(); from += CHUNK) {
            var some = numbers.subList(from, Math.min(from + CHUNK, numbers.size()));
            write(new Part(id, group, path, dueOn, some), list);
        }
        list.refuse();
        if (numbers.isEmpty()) {
            throw RuleViolation.of("list-empty", Map.of());
        }
        return written(id, group, numbers.size());
    }

    private Map<String, MembershipTypeId> typesBySlug() {
        return types.all().values().stream()
                .collect(Collectors.toMap(type -> type.names().slug(), MembershipType::id));
    }

    /** Some of the members of a list. */
    private record Part(UUID batch, UUID group, String path, Optional<LocalDate> dueOn, List<Long> numbers) {}

    private void write(Part part, BillList list) {
        var ids = members.idsByNumber(part.numbers());
        var own = own(part, ids.values(), list);
        var drafts = part.numbers().stream()
                .map(number -> {
                    var member = Optional.ofNullable(ids.get(number)).orElse(FIRST);
                    var lines = list.rows(number).stream()
                            .map(each -> own.line(each.line(), member, list.type(each)))
                            .toList();
                    return sketch(part.batch(), part.group(), member, part.dueOn(), lines);
                })
                .toList();
        var priced = issue.price(drafts, businessDate.today());
        for (var at = 0; at < priced.size(); at++) {
            list.tell(part.numbers().get(at), priced.get(at).faults());
        }
        if (list.isGood()) {
            sketches.addAll(drafts);
        }
    }

    private OwnMemberships own(Part part, Collection<UUID> ids, BillList list) {
        var any = part.numbers().stream()
                .flatMap(number -> list.rows(number).stream())
                .anyMatch(each -> each.membership().isPresent());
        return any ? new OwnMemberships(batches.own(ids, part.path())) : OwnMemberships.NONE;
    }

    /** The columns of a list, as whoever has that language would write them. */
    public static List<String> header(String language) {
        return language.equals("sv") ? BillCsv.SWEDISH : BillCsv.HEADER;
    }

    /** Takes a batch away with its drafts; of one that a run has issued a part of, the drafts that are left. */
    public void drop(UUID id) {
        var batch = free(id);
        var waiting = batches.waiting(id);
        if (batch.issued()) {
            batches.dropRest(id);
        } else {
            batches.drop(id);
        }
        var change = List.of(Change.to(Field.RECIPIENTS, waiting));
        trail.record(Deed.in(batch.group().id(), Act.DRAFT_DROPPED, id, change));
    }

    /** Gives what waits of the batch to a run, to one at a time: the drafts that are issued are gone for the next. */
    public BatchStore.Batch issuing(UUID id) {
        return free(id);
    }

    /** A batch that no run has in hand, and of which something waits; it stays so until commit. */
    private BatchStore.Batch free(UUID id) {
        writable(id);
        batches.lock(id);
        var batch = writable(id);
        if (batch.inHand() || (batch.issued() && batches.waiting(id) == 0)) {
            throw RuleViolation.of("batch-issued", Map.of());
        }
        return batch;
    }

    /** Notes which run issues the batch. */
    public void begunBy(UUID id, RunId run) {
        batches.begunBy(id, run.value());
    }

    private BatchStore.Batch writable(UUID id) {
        return batches.find(id)
                .filter(found ->
                        caller.may(Permission.INVOICE_WRITE, found.group().path()))
                .orElseThrow(HttpProblem::notFound);
    }

    private String path(UUID group) {
        return groups.find(new GroupId(group))
                .map(found -> found.place().path())
                .filter(path -> caller.may(Permission.INVOICE_WRITE, path))
                .orElseThrow(() -> RuleViolation.at("/groupId", "unknown-group", Map.of()));
    }

    /**
     * What is wrong with the lines or the day is wrong for everybody; what is wrong with a member the outlook tells.
     */
    private void requireForAll(InvoiceSketch model) {
        var faults = issue.price(List.of(model), businessDate.today()).get(0).faults().stream()
                .filter(fault ->
                        !fault.pointer().equals("/memberId") && !fault.pointer().endsWith("/membershipId"))
                .toList();
        if (!faults.isEmpty()) {
            throw new RuleViolation(faults);
        }
    }

    /** A membership is one member's, so a line for many means each one's own, of the type of the selection. */
    private static void refuse(List<DraftLine> lines, Optional<MembershipTypeId> type) {
        var faults = new ArrayList<Fault>();
        for (var at = 0; at < lines.size(); at++) {
            var line = lines.get(at);
            if (line.membershipId().isPresent()) {
                faults.add(new Fault("membership-in-selection", "/lines/" + at + "/membershipId", Map.of()));
            } else if (line.isOwnMembership() && type.isEmpty()) {
                faults.add(new Fault("membership-needs-type", "/typeId", Map.of()));
            }
        }
        if (!faults.isEmpty()) {
            throw new RuleViolation(faults);
        }
    }

    private UUID batch(UUID group, BatchStore.Source source) {
        var id = Ids.next();
        batches.add(id, new GroupId(group), source);
        return id;
    }

    private static InvoiceSketch sketch(
            UUID batch, UUID group, UUID member, Optional<LocalDate> dueOn, List<DraftLine> lines) {
        return new InvoiceSketch(
                Ids.next(), Optional.of(batch), new GroupId(group), new MemberId(member), dueOn, lines, 1);
    }

    private BatchStore.Batch written(UUID id, UUID group, int drafts) {
        batches.recordDrafts(id, drafts);
        var change = List.of(Change.to(Field.RECIPIENTS, drafts));
        trail.record(Deed.in(new GroupId(group), Act.DRAFTS_WRITTEN, id, change));
        return batches.find(id).orElseThrow();
    }
}
