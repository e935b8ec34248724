package se.aviso.app.accounting;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import se.aviso.access.Permission;
import se.aviso.accounting.ClosedBooks;
import se.aviso.app.audit.AuditTrail;
import se.aviso.app.group.GroupStore;
import se.aviso.app.security.Caller;
import se.aviso.app.tenancy.Criteria;
import se.aviso.app.tenant.BusinessDate;
import se.aviso.app.web.HttpProblem;
import se.aviso.audit.Act;
import se.aviso.audit.AuditEntry.Deed;
import se.aviso.audit.Change;
import se.aviso.audit.Field;
import se.aviso.kernel.GroupId;

/** Closes a seller's books up to a day, and opens the last closed period again; waits for those who book. */
@ApplicationScoped
@Transactional
public class CloseBooks {
    @Inject
    ClosingStore closings;

    @Inject
    GroupStore groups;

    @Inject
    BusinessDate businessDate;

    @Inject
    Caller caller;

    @Inject
    AuditTrail trail;

    /** Closes the books up to the day, it included. */
    public UUID close(UUID seller, LocalDate upTo) {
        var group = seller(seller);
        closings.holdClosed();
        standing(group).requireClosable(upTo, businessDate.today());
        var id = closings.add(group, upTo, caller.name());
        told(Act.BOOKS_CLOSED, group, upTo, Optional.empty());
        return id;
    }

    /** Opens a closed period again: back to the closing before it. Harmless when it is open already. */
    public void reopen(UUID id, String reason) {
        closings.holdClosed();
        var criteria = Criteria.of("c")
                .within("g.path", caller.pathsFor(Permission.PAYMENT_WRITE))
                .and("c.id = ?", id);
        var closing = closings.newest(criteria, 1).stream().findFirst().orElseThrow(HttpProblem::notFound);
        if (closing.reopenedAt().isPresent()) {
            return;
        }
        var group = new GroupId(closing.sellerGroupId());
        var why = reason.strip();
        standing(group).requireReopenable(closing.closedTo(), why);
        closings.reopen(id, caller.name(), why);
        told(Act.BOOKS_REOPENED, group, closing.closedTo(), Optional.of(why));
    }

    private ClosedBooks standing(GroupId seller) {
        return closings.of(List.of(seller)).getOrDefault(seller, ClosedBooks.OPEN);
    }

    private void told(Act act, GroupId seller, LocalDate to, Optional<String> reason) {
        trail.record(new Deed(act, seller.value(), Optional.of(seller), List.of(Change.to(Field.TO, to)), reason));
    }

    /** The seller, if the caller moves its money. */
    private GroupId seller(UUID id) {
        return Optional.ofNullable(groups.groupsById(List.of(new GroupId(id))).get(new GroupId(id)))
                .filter(group ->
                        caller.may(Permission.PAYMENT_WRITE, group.place().path()))
                .orElseThrow(HttpProblem::notFound)
                .id();
    }
}
