package se.aviso.app.invoice;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Collection;
import se.aviso.app.tenancy.Codes;
import se.aviso.app.tenancy.Sql;
import se.aviso.app.tenancy.Tenancy;
import se.aviso.invoice.InvoiceKind;
import se.aviso.kernel.GiroNumber;
import se.aviso.kernel.GroupId;

/**
 * Numbers without gaps: a block is taken in the issuing transaction, whose row lock lets no other in before it is
 * committed or rolled back.
 */
@ApplicationScoped
public class SeriesStore {
    @Inject
    Sql sql;

    /** The first of so many invoice numbers of a seller's series. */
    public long takeNumbers(GroupId seller, InvoiceKind kind, long count) {
        return sql.one(
                        "insert into number_series (tenant_id, seller_group_id, series, next) values (?, ?, ?, 1 + ?) "
                                + "on conflict (tenant_id, seller_group_id, series) "
                                + "do update set next = number_series.next + ? returning next - ? as first",
                        row -> row.bigint("first"),
                        Tenancy.required(),
                        seller.value(),
                        Codes.of(kind),
                        count,
                        count,
                        count)
                .orElseThrow();
    }

    /**
     * The first of so many serials for OCR references of documents that ask for money under these giro numbers. All
     * draw from one series: who pays a new reference to a seller's old number must not meet another document.
     *
     * <p>The series comes before the numbers: whoever has its row waits for nobody who waits for it.
     */
    public long takeReferences(Collection<GiroNumber> under, long count) {
        var first = sql.one(
                        "insert into reference_series (tenant_id, next) values (?, 1 + ?) "
                                + "on conflict (tenant_id) do update set next = reference_series.next + ? "
                                + "returning next - ? as first",
                        row -> row.bigint("first"),
                        Tenancy.required(),
                        count,
                        count,
                        count)
                .orElseThrow();
        sql.update(
                "insert into asked_giro (tenant_id, giro) select ?::uuid, u.giro from unnest(?::text[]) u(giro) "
                        + "on conflict (tenant_id, giro) do nothing",
                Tenancy.required(),
                Sql.texts(under.stream().map(GiroNumber::key).distinct().toList()));
        return first;
    }
}
