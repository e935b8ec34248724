package se.aviso.app.invoice;

import com.fasterxml.jackson.core.type.TypeReference;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import se.aviso.app.member.Member;
import se.aviso.app.member.MemberStore;
import se.aviso.app.tenancy.Sql;
import se.aviso.app.tenancy.Tenancy;
import se.aviso.app.web.Json;

/**
 * Where the recipients of documents are reached now: under the names on the document, at the addresses that the member
 * has today. What stands on the document itself stays as it was issued. Personal data: never logged.
 */
@ApplicationScoped
public class Whereabouts {
    private static final TypeReference<InvoiceSnapshot.Recipient> RECIPIENT = new TypeReference<>() {};

    @Inject
    Sql sql;

    @Inject
    MemberStore members;

    private record Addressed(UUID invoice, UUID member, InvoiceSnapshot.Recipient recipient) {}

    /** By invoice; two queries, however many there are. */
    public Map<UUID, InvoiceSnapshot.Recipient> ofIds(Collection<UUID> invoices) {
        return now(sql.query(
                "select id, member_id, snapshot ->> 'recipient' as recipient from invoice "
                        + "where tenant_id = ? and id = any(?)",
                row -> new Addressed(
                        row.uuid("id"), row.uuid("member_id"), Json.read(row.text("recipient"), RECIPIENT)),
                Tenancy.required(),
                Sql.uuids(invoices)));
    }

    /** By invoice; one query. */
    public Map<UUID, InvoiceSnapshot.Recipient> of(Collection<InvoiceStore.Stored> documents) {
        return now(documents.stream()
                .map(stored -> new Addressed(
                        stored.invoice().id().value(),
                        stored.buyer().member().value(),
                        stored.snapshot().recipient()))
                .toList());
    }

    private Map<UUID, InvoiceSnapshot.Recipient> now(List<Addressed> documents) {
        var payers = members
                .byIds(documents.stream().map(Addressed::member).distinct().toList())
                .stream()
                .collect(Collectors.toMap(member -> member.id().value(), Function.identity()));
        var now = new HashMap<UUID, InvoiceSnapshot.Recipient>();
        documents.forEach(each ->
                now.put(each.invoice(), now(each.recipient(), Objects.requireNonNull(payers.get(each.member())))));
        return now;
    }

    /** Nobody is reached who was erased. */
    static InvoiceSnapshot.Recipient now(InvoiceSnapshot.Recipient onDocument, Member payer) {
        return payer.privacy().isErased() ? onDocument.nowhere() : onDocument.reachedAs(Snapshots.recipient(payer));
    }
}
