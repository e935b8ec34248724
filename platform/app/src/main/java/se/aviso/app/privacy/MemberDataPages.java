package se.aviso.app.privacy;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import se.aviso.access.Permission;
import se.aviso.app.audit.AuditTrail;
import se.aviso.app.dispatch.InvoiceDocument;
import se.aviso.app.member.FindMembers;
import se.aviso.app.member.FindOwnDetails;
import se.aviso.app.member.MembershipStore;
import se.aviso.app.secret.PersonalNumberStore;
import se.aviso.app.security.Caller;
import se.aviso.app.security.MailboxStore;
import se.aviso.app.tenancy.Row;
import se.aviso.app.tenancy.Sql;
import se.aviso.app.tenancy.Tenancy;
import se.aviso.app.web.HttpProblem;
import se.aviso.audit.Act;
import se.aviso.audit.AuditEntry.Deed;
import se.aviso.kernel.InvoiceId;
import se.aviso.kernel.MemberId;
import se.aviso.kernel.PersonalNumber;

/** What is known of one member, part by part, each in a transaction of its own: a slow reader holds none. */
@ApplicationScoped
@Transactional
public class MemberDataPages {
    private static final int ROWS = 200;
    private static final int FORBIDDEN = 403;

    @Inject
    FindMembers find;

    @Inject
    FindOwnDetails ownDetails;

    @Inject
    MembershipStore memberships;

    @Inject
    PersonalNumberStore numbers;

    @Inject
    MailboxStore mailboxes;

    @Inject
    InvoiceDocument documents;

    @Inject
    Sql sql;

    @Inject
    Caller caller;

    @Inject
    AuditTrail trail;

    /** Whose copy it is, and the personal number, where whoever asks may see it. */
    record Owner(MemberId member, Optional<String> personalNumber) {}

    /** A row: its key, and its fields in order; what is not known is left out. */
    record Line(String key, Map<String, String> fields) {}

    /** The members that the caller is; one mailbox may be several people's. */
    public List<MailboxStore.Owner> choices() {
        return mailboxes.of(caller.memberIds());
    }

    /**
     * Begins the copy of a member that the caller is; none need be named by who is but one. Who came in by a link and
     * has no account gets the personal number masked: a mailbox may be shared, and mail may be read by others; and no
     * copy of somebody with a protected identity, which is full of addresses.
     */
    Owner own(Optional<UUID> wanted) {
        var own = caller.memberIds();
        var member = wanted.or(() -> own.size() == 1 ? own.stream().findFirst() : Optional.empty())
                .filter(own::contains)
                .map(MemberId::new)
                .orElseThrow(HttpProblem::notFound);
        if (!ownDetails.hidden(List.of(member.value())).isEmpty()) {
            throw new HttpProblem(FORBIDDEN, "own-not-here");
        }
        var withAccount = caller.user().isPresent();
        return begun(member, numbers.of(member).map(withAccount ? PersonalNumber::whole : PersonalNumber::toString));
    }

    /** Begins the copy of a member on behalf of an office; one whom the caller may not see is unknown. */
    Owner of(UUID id) {
        var found = find.whole(id, Permission.MEMBER_DATA_READ).orElseThrow(HttpProblem::notFound);
        var member = found.member().id();
        return begun(member, numbers.of(member).map(PersonalNumber::whole));
    }

    private Owner begun(MemberId member, Optional<String> number) {
        var group = memberships.firstGroup(member.value());
        trail.record(new Deed(Act.MEMBER_DATA_GIVEN, member.value(), group, List.of(), Optional.empty()));
        return new Owner(member, number);
    }

    /** The next rows of a kind behind a key; none at the end. */
    List<Line> page(DataKind kind, MemberId member, String after) {
        return sql.query(kind.page(), row -> line(kind, row), Tenancy.required(), member.value(), after, ROWS);
    }

    /** The next invoices behind an id, which is empty at first. */
    List<UUID> invoices(MemberId member, Optional<UUID> after) {
        return sql.query(
                "select id from invoice where tenant_id = ? and member_id = ? and id > ? order by id limit ?",
                row -> row.uuid("id"),
                Tenancy.required(),
                member.value(),
                after.orElse(new UUID(0, 0)),
                ROWS);
    }

    /** The document of an invoice. */
    byte[] pdf(MemberId member, UUID invoice) {
        return documents.pdfOf(List.of(member.value()), new InvoiceId(invoice));
    }

    private static Line line(DataKind kind, Row row) {
        var fields = new LinkedHashMap<String, String>();
        kind.columns()
                .forEach(column ->
                        row.optionalText(column).ifPresent(value -> fields.put(column, kind.said(column, value))));
        return new Line(row.text("key"), fields);
    }
}
