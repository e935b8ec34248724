package se.aviso.app.dunning;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import se.aviso.access.Permission;
import se.aviso.app.audit.AuditTrail;
import se.aviso.app.invoice.FindInvoices;
import se.aviso.app.member.FindMembers;
import se.aviso.app.member.MembershipStore;
import se.aviso.app.tenancy.Row;
import se.aviso.app.tenancy.Sql;
import se.aviso.app.tenancy.Tenancy;
import se.aviso.app.tenant.BusinessDate;
import se.aviso.app.tenant.Ids;
import se.aviso.app.web.HttpProblem;
import se.aviso.audit.Act;
import se.aviso.audit.AuditEntry.Deed;
import se.aviso.audit.Change;
import se.aviso.audit.Field;
import se.aviso.kernel.GroupId;
import se.aviso.kernel.RuleViolation;

/** Stops reminders of one invoice, or of all that a member is to pay, until a day or until somebody lifts the stop. */
@ApplicationScoped
@Transactional
public class StopDunning {
    private static final int LONGEST = 500;
    private static final int MOST = 100;

    @Inject
    Sql sql;

    @Inject
    FindInvoices invoices;

    @Inject
    FindMembers members;

    @Inject
    MembershipStore memberships;

    @Inject
    BusinessDate businessDate;

    @Inject
    AuditTrail trail;

    /**
     * A stop.
     *
     * @param until the last day on which nothing is reminded of; absent where it holds until it is lifted
     * @param ofMember whether it is of all that the member is to pay
     */
    public record Stop(
            UUID id,
            Optional<LocalDate> until,
            String note,
            LocalDate madeOn,
            Optional<LocalDate> liftedOn,
            boolean ofMember) {
        /** True while it keeps reminders back. */
        public boolean holds(LocalDate today) {
            return liftedOn.isEmpty()
                    && until.filter(last -> last.isBefore(today)).isEmpty();
        }
    }

    /** What is asked for. */
    public record Wish(Optional<LocalDate> until, String note) {}

    /** The stops that concern an invoice, its payer's too, the newest first; empty for one that is not seen. */
    public Optional<List<Stop>> ofInvoice(UUID invoice) {
        return invoices.find(invoice)
                .map(found -> query(
                        "(invoice_id = ? or member_id = ?)",
                        invoice,
                        found.invoice().memberId()));
    }

    /** The stops of all that a member is to pay, the newest first; empty for one who is not seen. */
    public Optional<List<Stop>> ofMember(UUID member) {
        return members.find(member, Permission.INVOICE_READ).map(found -> query("member_id = ?", member));
    }

    /** Stops reminders of an invoice. */
    public Stop stopInvoice(UUID invoice, Wish wish) {
        var row = invoices.writable(invoice).orElseThrow(HttpProblem::notFound);
        var stop = add("invoice_id", invoice, wish);
        trail.record(deed(Act.DUNNING_STOPPED, invoice, Optional.of(new GroupId(row.groupId())), wish.until()));
        return stop;
    }

    /** Stops reminders of all that a member is to pay. */
    public Stop stopMember(UUID member, Wish wish) {
        requireWritable(member);
        var stop = add("member_id", member, wish);
        trail.record(deed(Act.PAYER_DUNNING_STOPPED, member, memberships.firstGroup(member), wish.until()));
        return stop;
    }

    /** Lifts a stop of an invoice; one that was lifted before is none any more. */
    public void liftOfInvoice(UUID invoice, UUID stop) {
        var row = invoices.writable(invoice).orElseThrow(HttpProblem::notFound);
        lift("invoice_id", invoice, stop);
        trail.record(Deed.in(new GroupId(row.groupId()), Act.DUNNING_RESUMED, invoice, List.of()));
    }

    /** Lifts a stop of a member. */
    public void liftOfMember(UUID member, UUID stop) {
        requireWritable(member);
        lift("member_id", member, stop);
        trail.record(new Deed(
                Act.PAYER_DUNNING_RESUMED, member, memberships.firstGroup(member), List.of(), Optional.empty()));
    }

    private void requireWritable(UUID member) {
        if (members.find(member, Permission.INVOICE_WRITE).isEmpty()) {
            throw HttpProblem.notFound();
        }
    }

    private static Deed deed(Act act, UUID subject, Optional<GroupId> group, Optional<LocalDate> until) {
        var change = Change.to(Field.UNTIL, until.map(LocalDate::toString).orElse(""));
        return new Deed(act, subject, group, List.of(change), Optional.empty());
    }

    private Stop add(String column, UUID of, Wish wish) {
        var today = businessDate.today();
        var note = wish.note().strip();
        if (note.isEmpty() || note.length() > LONGEST) {
            throw RuleViolation.at("/note", "bad-note", Map.of());
        }
        if (wish.until().filter(until -> until.isBefore(today)).isPresent()) {
            throw RuleViolation.at("/until", "day-has-passed", Map.of("today", today.toString()));
        }
        var stop = new Stop(Ids.next(), wish.until(), note, today, Optional.empty(), column.equals("member_id"));
        sql.update(
                "insert into dunning_stop (tenant_id, id, " + column
                        + ", until, note, made_on) values (?, ?, ?, ?, ?, ?)",
                Tenancy.required(),
                stop.id(),
                of,
                stop.until(),
                stop.note(),
                today);
        return stop;
    }

    private void lift(String column, UUID of, UUID stop) {
        var lifted = sql.update(
                "update dunning_stop set lifted_on = ? where tenant_id = ? and id = ? and " + column
                        + " = ? and lifted_on is null",
                businessDate.today(),
                Tenancy.required(),
                stop,
                of);
        if (lifted == 0) {
            throw RuleViolation.of("not-found", Map.of());
        }
    }

    private List<Stop> query(String which, UUID... of) {
        var params = new ArrayList<Object>(List.of(Tenancy.required()));
        params.addAll(List.of(of));
        return sql.query(
                "select * from dunning_stop where tenant_id = ? and " + which + " order by id desc limit " + MOST,
                StopDunning::read,
                params.toArray());
    }

    private static Stop read(Row row) {
        return new Stop(
                row.uuid("id"),
                row.optionalDay("until"),
                row.text("note"),
                row.day("made_on"),
                row.optionalDay("lifted_on"),
                row.optionalUuid("member_id").isPresent());
    }
}
