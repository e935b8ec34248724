package se.aviso.app.payment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.UUID;
import se.aviso.app.tenancy.Criteria;
import se.aviso.app.tenancy.Sql;
import se.aviso.app.tenancy.Tenancy;
import se.aviso.kernel.Luhn;
import se.aviso.kernel.OcrReference;
import se.aviso.payment.ReferenceWords;

/** What payers wrote as references, by which payments are found again. */
@ApplicationScoped
public class PaymentReferenceStore {
    @Inject
    Sql sql;

    /** Notes the references of these payments. */
    void add(Collection<UUID> payments) {
        sql.update("""
                insert into payment_reference (tenant_id, reference, payment_id)
                select distinct p.tenant_id, left(btrim(r.line), 200), p.id
                from payment p cross join lateral unnest(string_to_array(p.reference, chr(10))) r(line)
                where p.tenant_id = ? and p.id = any(?) and btrim(r.line) <> ''
                """, Tenancy.required(), Sql.uuids(payments));
    }

    /**
     * Adds the search to the conditions; the column holds payments' ids. Some banks strip the leading zeros of our
     * references and some do not, so both forms are looked for.
     */
    static Criteria within(Criteria criteria, String column, String reference) {
        return criteria.and(
                column + " in (select r.payment_id from payment_reference r where r.tenant_id = ? "
                        + "and r.reference = any(?))",
                Tenancy.required(),
                Sql.texts(forms(reference)));
    }

    private static Set<String> forms(String reference) {
        var forms = new LinkedHashSet<>(Set.of(reference));
        if (Luhn.isDigits(reference)) {
            var bare = ReferenceWords.withoutLeadingZeros(reference);
            forms.add(bare);
            forms.add("0".repeat(Math.max(0, OcrReference.ISSUED_LENGTH - bare.length())) + bare);
        }
        return forms;
    }
}
