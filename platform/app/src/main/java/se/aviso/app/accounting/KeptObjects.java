package se.aviso.app.accounting;

import com.fasterxml.jackson.core.type.TypeReference;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import se.aviso.accounting.DeclaredDimensions;
import se.aviso.app.tenancy.Sql;
import se.aviso.app.tenancy.Tenancy;
import se.aviso.app.web.Json;
import se.aviso.spi.accounting.NamedDimension;
import se.aviso.spi.accounting.NamedObject;

/** What the vouchers of an export are for besides their accounts, by the names that held when it was decided. */
@ApplicationScoped
@Transactional
public class KeptObjects {
    /** So many are told; a federation has a few thousand groups. */
    static final int MOST = 100_000;

    private static final TypeReference<List<NamedDimension>> DIMENSIONS = new TypeReference<>() {};

    /** An object that is called as a group, a membership type or a product is has its name. */
    private static final String OBJECTS = """
            insert into exported_object (tenant_id, export_id, dimension, object, name)
            select ?, ?, o.dimension, o.object, coalesce(
                (select g.name from group_node g where g.tenant_id = ? and g.slug = o.object),
                (select t.name_sv from membership_type t where t.tenant_id = ? and t.slug = o.object),
                (select min(p.name_sv) from product p where p.tenant_id = ? and p.number = o.object),
                o.object)
            from (select distinct (d ->> 'number')::integer as dimension, d ->> 'object' as object
                from exported_voucher v cross join lateral jsonb_array_elements(v.rows) r
                cross join lateral jsonb_array_elements(r -> 'dimensions') d
                where v.tenant_id = ? and v.export_id = ?) o
            on conflict do nothing
            """;

    @Inject
    Sql sql;

    @Inject
    Clock clock;

    /** Says that all vouchers of the export are kept, and keeps what they are for. */
    void finish(UUID export, List<NamedDimension> named) {
        var tenant = Tenancy.required();
        sql.update(OBJECTS, tenant, export, tenant, tenant, tenant, tenant, export);
        var used = sql.query(
                "select distinct dimension from exported_object where tenant_id = ? and export_id = ?",
                row -> row.integer("dimension"),
                tenant,
                export);
        sql.update(
                "insert into decided_export (tenant_id, export_id, decided_at, vouchers, dimensions) "
                        + "select v.tenant_id, v.export_id, ?, count(*), ?::jsonb from exported_voucher v "
                        + "where v.tenant_id = ? and v.export_id = ? group by 1, 2 on conflict do nothing",
                clock.instant(),
                Json.write(DeclaredDimensions.of(used, named)),
                tenant,
                export);
    }

    /** Those that its file declares, each after the one that it is under. */
    List<NamedDimension> dimensions(UUID export) {
        return sql.one(
                        "select dimensions from decided_export where tenant_id = ? and export_id = ?",
                        row -> Json.read(row.text("dimensions"), DIMENSIONS),
                        Tenancy.required(),
                        export)
                .orElse(List.of());
    }

    /** Those that its vouchers use, dimension by dimension. */
    List<NamedObject> objects(UUID export) {
        return sql.query(
                "select * from exported_object where tenant_id = ? and export_id = ? order by dimension, object limit ?",
                row -> new NamedObject(row.integer("dimension"), row.text("object"), row.text("name")),
                Tenancy.required(),
                export,
                MOST);
    }
}
