package se.aviso.app.privacy;

import com.fasterxml.jackson.core.type.TypeReference;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import se.aviso.access.Role;
import se.aviso.app.tenancy.Codes;
import se.aviso.app.tenancy.Row;
import se.aviso.app.tenancy.SearchTokens;
import se.aviso.app.tenancy.Sql;
import se.aviso.app.tenancy.Tenancy;
import se.aviso.app.web.Json;
import se.aviso.dispatch.DispatchState;
import se.aviso.invoice.InvoiceKind;
import se.aviso.invoice.Settlement;
import se.aviso.member.MembershipStatus;
import se.aviso.payment.PayerRule;
import se.aviso.privacy.Erasure;

/** How a member stands before an erasure, the erasure itself, row by row, and its certificate. */
@ApplicationScoped
class ErasureStore {
    private static final TypeReference<Certificate> CERTIFICATE = new TypeReference<>() {};
    private static final String OF_INVOICES =
            "invoice_id in (select i.id from invoice i where i.tenant_id = ? and i.member_id = ?)";
    private static final String STANDING = """
            select (select count(*) from membership s
                    where s.tenant_id = m.tenant_id and s.member_id = m.id and s.status = ?) as active,
                   (select count(*) from invoice i join settlement s on s.tenant_id = i.tenant_id and s.invoice_id = i.id
                    where i.tenant_id = m.tenant_id and i.member_id = m.id and i.kind = ? and s.status in (?, ?)) as claims,
                   (select count(*) from invoice i
                    join offer_answer a on a.tenant_id = i.tenant_id and a.invoice_id = i.id
                    where i.tenant_id = m.tenant_id and i.member_id = m.id and a.state = 0) as offers,
                   (select max(i.issued_on) from invoice i
                    where i.tenant_id = m.tenant_id and i.member_id = m.id) as invoiced,
                   greatest((select max(p.booked_on) from invoice i
                    join allocation a on a.tenant_id = i.tenant_id and a.invoice_id = i.id
                    join payment p on p.tenant_id = a.tenant_id and p.id = a.payment_id
                    where i.tenant_id = m.tenant_id and i.member_id = m.id),
                    (select max(coalesce(r.paid_on, r.proposed_on)) from refund r
                    where r.tenant_id = m.tenant_id and r.member_id = m.id)) as paid,
                   (select max(e.made_on) from invoice i
                    join collector_case c on c.tenant_id = i.tenant_id and c.invoice_id = i.id
                    join collector_export e on e.tenant_id = c.tenant_id and e.id = c.export_id
                    where i.tenant_id = m.tenant_id and i.member_id = m.id) as handed_over,
                   m.erased_on
            from member m where m.tenant_id = ? and m.id = ?""";

    @Inject
    Sql sql;

    @Inject
    Clock clock;

    @Inject
    SearchTokens searchTokens;

    Erasure.Standing standing(UUID member) {
        return sql.one(
                        STANDING,
                        ErasureStore::standing,
                        Codes.of(MembershipStatus.ACTIVE),
                        Codes.of(InvoiceKind.CLAIM),
                        Codes.of(Settlement.Status.OPEN),
                        Codes.of(Settlement.Status.PARTLY_PAID),
                        Tenancy.required(),
                        member)
                .orElseThrow();
    }

    private static Erasure.Standing standing(Row row) {
        return new Erasure.Standing(
                row.bigint("active"),
                row.bigint("claims"),
                row.bigint("offers"),
                row.optionalDay("erased_on").isPresent(),
                row.optionalDay("invoiced"),
                row.optionalDay("paid"),
                row.optionalDay("handed_over"));
    }

    /** Makes a nobody of the row, and takes away what would lead to who it was. */
    void erase(UUID member, Certificate certificate, Optional<UUID> by) {
        var tenant = Tenancy.required();
        forgetLinks(member);
        sql.update(
                "update member set given_name = 'Raderad', family_name = 'medlem', born = date '1900-01-01', "
                        + "email = null, phone = null, peppol = null, buyer_reference = null, street = null, postal_code = null, city = null, guardian_name = null, "
                        + "guardian_email = null, protected_identity = false, erased_on = ?, version = version + 1 "
                        + "where tenant_id = ? and id = ?",
                certificate.erasedOn(),
                tenant,
                member);
        searchTokens.remove(SearchTokens.MEMBER, List.of(member));
        sql.update("delete from personal_number where tenant_id = ? and member_id = ?", tenant, member);
        sql.update("delete from consent where tenant_id = ? and member_id = ?", tenant, member);
        sql.update(
                "update payment_rule set state = ?, mark = '', shown = '' where tenant_id = ? and member_id = ?",
                Codes.of(PayerRule.RuleState.ENDED),
                tenant,
                member);
        endMemberships(member);
        forgetDeliveries(member);
        forgetWriting(member);
        sql.update(
                "insert into erasure (tenant_id, member_id, erased_on, erased_at, erased_by, certificate) "
                        + "values (?, ?, ?, ?, ?, ?::jsonb)",
                tenant,
                member,
                certificate.erasedOn(),
                clock.instant(),
                by,
                Json.write(certificate));
    }

    /** What was offered and never paid for is billed to nobody any more. */
    private void endMemberships(UUID member) {
        sql.update(
                "update membership set status = ? where tenant_id = ? and member_id = ? and status = ?",
                Codes.of(MembershipStatus.ENDED),
                Tenancy.required(),
                member,
                Codes.of(MembershipStatus.OFFERED));
    }

    /** Before the addresses go, by which links to log in are found. */
    private void forgetLinks(UUID member) {
        var tenant = Tenancy.required();
        sql.update(
                "delete from login_link l using member m where l.tenant_id = ? and m.tenant_id = l.tenant_id and m.id = ? "
                        + "and l.mailbox in (m.mailbox, m.guardian_mailbox)",
                tenant,
                member);
        sql.update("delete from address_notice where tenant_id = ? and member_id = ?", tenant, member);
        sql.update("delete from invoice_link where tenant_id = ? and " + OF_INVOICES, tenant, tenant, member);
    }

    /**
     * What nobody has issued is issued to nobody; and what was written beside reminders and moves may name the person.
     */
    private void forgetWriting(UUID member) {
        var tenant = Tenancy.required();
        sql.update("delete from invoice_draft where tenant_id = ? and member_id = ?", tenant, member);
        sql.update(
                "update dunning_stop set note = '' where tenant_id = ? and (member_id = ? or " + OF_INVOICES + ")",
                tenant,
                member,
                tenant,
                member);
        sql.update(
                "update collector_case set note = '' where tenant_id = ? and " + OF_INVOICES, tenant, tenant, member);
        sql.update(
                "update membership_transfer set note = '' where tenant_id = ? and membership_id in "
                        + "(select s.id from membership s where s.tenant_id = ? and s.member_id = ?)",
                tenant,
                tenant,
                member);
    }

    /** The words of a mail server may name the address; what has not left the house stays there. */
    private void forgetDeliveries(UUID member) {
        var tenant = Tenancy.required();
        sql.update(
                "update dispatch_sending set failure = null, provider_reference = null, sent_to = null where tenant_id = ? "
                        + "and dispatch_id in (select d.id from dispatch d where d.tenant_id = ? and d." + OF_INVOICES
                        + ")",
                tenant,
                tenant,
                tenant,
                member);
        sql.update(
                "update dispatch set failure = null, provider_reference = null, sent_to = null where tenant_id = ? and "
                        + OF_INVOICES,
                tenant,
                tenant,
                member);
        sql.update(
                "update dispatch set state = ?, failure = 'the member was erased' where tenant_id = ? and state = ? and "
                        + OF_INVOICES,
                Codes.of(DispatchState.FAILED),
                tenant,
                Codes.of(DispatchState.QUEUED),
                tenant,
                member);
    }

    /** A user who is named no more, and how the identity provider knows them. */
    record Unnamed(UUID user, Optional<String> account) {}

    /** Ends the member's log-in; a user who does nothing else here is named no more. */
    List<Unnamed> endLogIn(UUID member, Optional<UUID> by) {
        var tenant = Tenancy.required();
        var users = sql.query(
                "select distinct user_id from role_grant where tenant_id = ? and member_id = ? and role = ?",
                row -> row.uuid("user_id"),
                tenant,
                member,
                Role.MEMBER.code());
        sql.update(
                "update role_grant set ended_at = ?, ended_by = ? where tenant_id = ? and member_id = ? "
                        + "and ended_at is null",
                clock.instant(),
                by,
                tenant,
                member);
        return sql.query(
                "with known as (select u.id, coalesce(u.subject, u.email) as account from app_user u "
                        + "where u.tenant_id = ? and u.id = any(?) and not exists (select from role_grant r "
                        + "where r.tenant_id = u.tenant_id and r.user_id = u.id and r.ended_at is null) for update) "
                        + "update app_user u set name = 'Raderad', email = null, subject = null from known "
                        + "where u.tenant_id = ? and u.id = known.id returning u.id, known.account",
                row -> new Unnamed(row.uuid("id"), row.optionalText("account")),
                tenant,
                Sql.uuids(users),
                tenant);
    }

    /** The certificate of the member's erasure. */
    Optional<Certificate> certificate(UUID member) {
        return sql.one(
                "select certificate from erasure where tenant_id = ? and member_id = ?",
                row -> Json.read(row.text("certificate"), CERTIFICATE),
                Tenancy.required(),
                member);
    }
}
