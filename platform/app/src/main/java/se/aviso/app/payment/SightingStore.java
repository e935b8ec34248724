package se.aviso.app.payment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import se.aviso.app.payment.PaymentStore.Identified;
import se.aviso.app.tenancy.Sql;
import se.aviso.app.tenancy.Tenancy;
import se.aviso.kernel.PaymentId;
import se.aviso.payment.Fingerprint;
import se.aviso.payment.Foreseen;
import se.aviso.payment.Twins;
import se.aviso.spi.bank.FormatName;

/** Where payments were told of: by the format that brought them, and once more by others; in sets. */
@ApplicationScoped
public class SightingStore {
    private static final String KNOWN = """
            select p.giro, p.bank_key, p.amount from unnest(?::text[], ?::text[]) u(giro, bank_key)
            join payment p on p.tenant_id = ? and p.giro = u.giro and p.bank_key = u.bank_key and p.undoing_id is null
            union all
            select s.giro, s.bank_key, null from unnest(?::text[], ?::text[]) u(giro, bank_key)
            join payment_sighting s on s.tenant_id = ? and s.giro = u.giro and s.bank_key = u.bank_key
                                   and s.undoing_id is null
            """;
    private static final String UNANSWERED = """
            select p.id, p.likeness, p.booked_on from payment p
            where p.tenant_id = ? and p.likeness = any(?) and p.booked_on between ? and ? and p.format <> ?
              and p.undoing_id is null
              and not exists (select 1 from payment_sighting s
                              where s.tenant_id = p.tenant_id and s.payment_id = p.id and s.format = ?
                                and s.undoing_id is null)
            """;
    private static final String ADD = """
            insert into payment_sighting (tenant_id, bank_file_id, format, payment_id, giro, bank_key, record, byte_offset)
            select ?, ?, ?, u.* from unnest(?::uuid[], ?::text[], ?::text[], ?::bigint[], ?::bigint[]) u
            """;

    @Inject
    Sql sql;

    /** The bank's key of a payment, as no two payments of a tenant share it. */
    private record Key(String giro, String bankKey) {
        static Key of(SectionedPayment payment) {
            return new Key(payment.receiver().giro().key(), payment.bankKey());
        }
    }

    /**
     * What is known of a chunk by the bank's keys: as which amount it was booked; of what was told of once more, none.
     */
    static final class Known {
        private final Map<Key, Optional<Long>> amounts = new HashMap<>();

        private void add(Key key, Optional<Long> amount) {
            amounts.merge(key, amount, (one, other) -> one.or(() -> other));
        }

        /** Those whose key no file has brought, nor this one as far as foreseen, each once. */
        List<SectionedPayment> unknown(List<SectionedPayment> payments, Foreseen foreseen) {
            var met = new HashSet<Key>();
            return payments.stream()
                    .filter(each -> !amounts.containsKey(Key.of(each)) && met.add(Key.of(each)))
                    .filter(each -> foreseen.isNew(Key.of(each).toString()))
                    .toList();
        }

        /** Those whose key was brought before with another amount: one of the two files is wrong. */
        List<SectionedPayment> contradicting(List<SectionedPayment> payments) {
            return payments.stream()
                    .filter(each -> amounts.getOrDefault(Key.of(each), Optional.empty())
                            .filter(booked -> booked != each.signed().minorUnits())
                            .isPresent())
                    .toList();
        }
    }

    /** What files have brought of these. */
    Known known(List<SectionedPayment> payments) {
        var tenant = Tenancy.required();
        var giros = Sql.texts(payments, each -> Key.of(each).giro());
        var keys = Sql.texts(payments, SectionedPayment::bankKey);
        var known = new Known();
        sql.query(
                        KNOWN,
                        row -> Map.entry(new Key(row.text("giro"), row.text("bank_key")), row.optionalBigint("amount")),
                        giros,
                        keys,
                        tenant,
                        giros,
                        keys,
                        tenant)
                .forEach(each -> known.add(each.getKey(), each.getValue()));
        return known;
    }

    /** The booked payments of other formats that these could be, and that answer for none of this format yet. */
    Twins twins(FormatName format, List<Identified> payments, Foreseen foreseen) {
        if (payments.isEmpty()) {
            return new Twins(List.of());
        }
        var prints = payments.stream().map(Identified::fingerprint).toList();
        var days = prints.stream().map(Fingerprint::bookedOn).sorted().toList();
        return new Twins(foreseen.unanswered(sql.query(
                UNANSWERED,
                row -> new Twins.Booked(
                        new PaymentId(row.uuid("id")), new Fingerprint(row.text("likeness"), row.day("booked_on"))),
                Tenancy.required(),
                Sql.texts(prints.stream().map(Fingerprint::likeness).distinct().toList()),
                days.get(0).minusDays(Twins.DAYS_APART),
                days.get(days.size() - 1).plusDays(Twins.DAYS_APART),
                format.value(),
                format.value())));
    }

    /** Notes that a file tells of payments which another format brought. */
    void add(BookPayments.Source source, Map<Identified, PaymentId> seen) {
        Collection<Identified> payments = new ArrayList<>(seen.keySet());
        sql.update(
                ADD,
                Tenancy.required(),
                source.file(),
                source.format().value(),
                Sql.uuids(seen.values().stream().map(PaymentId::value).toList()),
                Sql.texts(payments, each -> Key.of(each.payment()).giro()),
                Sql.texts(payments, each -> each.payment().bankKey()),
                Sql.bigints(payments, each -> each.payment().payment().place().record()),
                Sql.bigints(payments, each -> each.payment().payment().place().byteOffset()));
    }
}
