package se.aviso.app.dunning;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import se.aviso.app.tenancy.Row;
import se.aviso.app.tenancy.Sql;
import se.aviso.app.tenancy.Tenancy;
import se.aviso.app.tenant.Ids;
import se.aviso.dunning.DunningAgreement;
import se.aviso.kernel.MembershipTypeId;

/** What the tenant's terms say of late payment; added, never changed. */
@ApplicationScoped
public class AgreementStore {
    @Inject
    Sql sql;

    @Inject
    Clock clock;

    /**
     * An agreement as it was written down.
     *
     * @param type whose invoices it binds; empty for those of no membership
     */
    public record Agreed(
            UUID id,
            Optional<MembershipTypeId> type,
            DunningAgreement terms,
            String sv,
            String en,
            Instant recordedAt) {
        /** The text in a language. */
        public String in(String language) {
            return "en".equals(language) ? en : sv;
        }

        /** True when it held when a claim of its type arose. */
        boolean binds(Optional<MembershipTypeId> of, LocalDate issuedOn, Instant issuedAt) {
            return type.equals(of) && !terms.from().isAfter(issuedOn) && !recordedAt.isAfter(issuedAt);
        }
    }

    /** All of them, the newest first: by their first day, then as they were written down. */
    List<Agreed> all() {
        return sql.query(
                "select * from dunning_agreement where tenant_id = ? order by from_day desc, id desc",
                AgreementStore::read,
                Tenancy.required());
    }

    /** Writes an agreement down. */
    Agreed add(Optional<MembershipTypeId> type, DunningAgreement terms, String sv, String en) {
        var agreed = new Agreed(Ids.next(), type, terms, sv, en, clock.instant());
        sql.update(
                "insert into dunning_agreement (tenant_id, id, type_id, from_day, text_sv, text_en, fee, due_day_agreed, "
                        + "own_rate, recorded_at) values (?, ?, ?::uuid, ?, ?, ?, ?, ?, ?, ?)",
                Tenancy.required(),
                agreed.id(),
                type.map(MembershipTypeId::value),
                terms.from(),
                sv,
                en,
                terms.fee().minorUnits(),
                terms.dueDayAgreed(),
                terms.ownRate(),
                agreed.recordedAt());
        return agreed;
    }

    private static Agreed read(Row row) {
        return new Agreed(
                row.uuid("id"),
                row.optionalUuid("type_id").map(MembershipTypeId::new),
                new DunningAgreement(
                        row.day("from_day"),
                        row.money("fee"),
                        row.flag("due_day_agreed"),
                        row.optionalInteger("own_rate")),
                row.text("text_sv"),
                row.text("text_en"),
                row.instant("recorded_at"));
    }
}
