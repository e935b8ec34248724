package se.aviso.app.payment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import se.aviso.app.tenancy.Codes;
import se.aviso.app.tenancy.Sql;
import se.aviso.app.tenancy.Tenancy;
import se.aviso.app.web.Json;
import se.aviso.kernel.PaymentId;
import se.aviso.payment.Fingerprint;
import se.aviso.payment.IncomingPayment;
import se.aviso.payment.Match;
import se.aviso.payment.PayerRule;
import se.aviso.spi.bank.Payer;
import se.aviso.spi.bank.PaymentReference;

/** Payments and what became of them, written in sets. */
@ApplicationScoped
public class PaymentStore {
    private static final String ADD = """
            insert into payment (tenant_id, bank_file_id, id, seller_group_id, giro, bank_key, booked_on, amount,
                                 currency, reference, message, payer, record, byte_offset, format, likeness)
            select ?, ?, u.id, u.seller, u.giro, u.bank_key, u.booked_on, u.amount, u.currency, u.reference, u.message,
                   u.payer::jsonb, u.record, u.byte_offset, ?, u.likeness
            from unnest(?::uuid[], ?::uuid[], ?::text[], ?::text[], ?::date[], ?::bigint[], ?::text[], ?::text[],
                        ?::text[], ?::text[], ?::bigint[], ?::bigint[], ?::text[])
                 u(id, seller, giro, bank_key, booked_on, amount, currency, reference, message, payer, record,
                   byte_offset, likeness)
            on conflict (tenant_id, giro, bank_key) where undoing_id is null do nothing
            returning id
            """;
    private static final Pattern ORGANISATION = Pattern.compile("(16)?[0-9]{2}[2-9][0-9]{7}");
    static final Payer NOBODY = new Payer("", new Payer.Address("", "", "", ""), "", "");

    @Inject
    Sql sql;

    /** A payment that has an id. */
    record Identified(UUID id, SectionedPayment payment, Fingerprint fingerprint) {
        /** As matching sees it. */
        IncomingPayment incoming() {
            return new IncomingPayment(
                    new PaymentId(id),
                    payment.signed(),
                    payment.payment().references(),
                    payment.receiver().numbers());
        }
    }

    /** A payment and what it settles; by a rule, where one has said so. */
    record Matched(Identified payment, Match match, Optional<PayerRule.Id> rule) {}

    /** So much of a payment to a claim, in the ledger entry of that id. */
    record NewAllocation(UUID id, UUID payment, Match.Part part, UUID entry) {}

    /** Adds those payments that were not booked before; answers their ids. The bank's key decides. */
    Set<UUID> add(BookPayments.Source source, List<Identified> payments) {
        return new HashSet<>(sql.query(
                ADD,
                row -> row.uuid("id"),
                Tenancy.required(),
                source.file(),
                source.format().value(),
                Sql.uuids(payments, Identified::id),
                Sql.uuids(payments, each -> each.payment().receiver().seller().value()),
                Sql.texts(payments, each -> each.payment().receiver().giro().key()),
                Sql.texts(payments, each -> each.payment().bankKey()),
                Sql.dates(payments, each -> each.payment().section().bookedOn()),
                Sql.bigints(payments, each -> each.payment().signed().minorUnits()),
                Sql.texts(payments, each -> each.payment().signed().currency().getCurrencyCode()),
                Sql.texts(payments, each -> references(each.payment())),
                Sql.texts(
                        payments,
                        each -> String.join("\n", each.payment().payment().messages())),
                Sql.texts(payments, each -> payer(each.payment())),
                Sql.bigints(payments, each -> each.payment().payment().place().record()),
                Sql.bigints(payments, each -> each.payment().payment().place().byteOffset()),
                Sql.texts(payments, each -> each.fingerprint().likeness())));
    }

    /** Notes what became of payments. */
    void addStates(List<Matched> matched) {
        sql.update(
                "insert into payment_state (tenant_id, payment_id, allocated, suspense, reason) select ?, u.* "
                        + "from unnest(?::uuid[], ?::bigint[], ?::bigint[], ?::smallint[]) u",
                Tenancy.required(),
                Sql.uuids(matched.stream().map(each -> each.payment().id()).toList()),
                Sql.bigints(matched.stream()
                        .map(each -> each.payment()
                                .payment()
                                .signed()
                                .minus(each.match().rest())
                                .minorUnits())
                        .toList()),
                Sql.bigints(matched.stream()
                        .map(each -> each.match().rest().minorUnits())
                        .toList()),
                Sql.smallints(matched.stream()
                        .map(each -> Codes.of(each.match().reason()))
                        .toList()));
    }

    /** Adds allocations, made on the tenant's day. */
    void addAllocations(Collection<NewAllocation> allocations, LocalDate on) {
        sql.update(
                "insert into allocation (tenant_id, allocated_on, id, payment_id, invoice_id, amount, entry_id) "
                        + "select ?, ?::date, u.* from unnest(?::uuid[], ?::uuid[], ?::uuid[], ?::bigint[], ?::uuid[]) u",
                Tenancy.required(),
                on,
                Sql.uuids(allocations.stream().map(NewAllocation::id).toList()),
                Sql.uuids(allocations.stream().map(NewAllocation::payment).toList()),
                Sql.uuids(allocations.stream()
                        .map(each -> each.part().invoice().value())
                        .toList()),
                Sql.bigints(allocations.stream()
                        .map(each -> each.part().amount().minorUnits())
                        .toList()),
                Sql.uuids(allocations.stream().map(NewAllocation::entry).toList()));
    }

    private static String references(SectionedPayment payment) {
        return payment.payment().references().stream()
                .map(PaymentReference::text)
                .collect(Collectors.joining("\n"));
    }

    /** Of a private person the bank tells the personal number, which is not kept. */
    private static String payer(SectionedPayment payment) {
        var payer = payment.payment().payer().orElse(NOBODY);
        var number = payer.organisationNumber();
        return Json.write(
                ORGANISATION.matcher(number).matches()
                        ? payer
                        : new Payer(payer.name(), payer.address(), payer.account(), ""));
    }
}
