package se.aviso.app.payment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.Optional;
import java.util.UUID;
import se.aviso.access.Permission;
import se.aviso.app.security.Caller;
import se.aviso.app.tenancy.Criteria;
import se.aviso.app.tenancy.Row;
import se.aviso.app.tenancy.Sql;

/** Finds where a payment stands in its bank file, and the bytes from there on. */
@ApplicationScoped
@Transactional
public class FindRecordBytes {
    /** As many as a format is given to tell where a record ends. */
    private static final int LONGEST = 1 << 16;

    @Inject
    Sql sql;

    @Inject
    Vault vault;

    @Inject
    Caller caller;

    /**
     * Where a payment stands.
     *
     * @param shared true of a file that came for several tenants: its places count the own sections alone, and its
     *     bytes are the operator's
     */
    record Place(
            UUID payment,
            UUID file,
            UUID vault,
            String name,
            String format,
            String sha256,
            long record,
            long offset,
            boolean shared) {}

    /** The place with what follows it: other payments too, which are shown to nobody. */
    @SuppressWarnings("ArrayRecordComponent") // bytes pass through
    record Found(Place place, byte[] from) {}

    /** Of a payment, if the caller may see the seller's bank files. */
    Optional<Found> of(UUID payment) {
        var criteria = Criteria.of("p")
                .within("g.path", caller.pathsFor(Permission.BANK_FILE_READ))
                .and("p.id = ?", payment);
        return sql.one(
                        "select p.id, p.bank_file_id, p.record, p.byte_offset, p.format, f.vault_id, f.name, f.sha256, "
                                + "f.sections is not null as shared "
                                + "from payment p join group_node g on g.tenant_id = p.tenant_id "
                                + "and g.id = p.seller_group_id join bank_file f on f.tenant_id = p.tenant_id "
                                + "and f.id = p.bank_file_id where " + criteria.where(),
                        FindRecordBytes::place,
                        criteria.params())
                .map(place -> new Found(
                        place, place.shared() ? new byte[0] : vault.bytes(place.vault(), place.offset(), LONGEST)));
    }

    private static Place place(Row row) {
        return new Place(
                row.uuid("id"),
                row.uuid("bank_file_id"),
                row.uuid("vault_id"),
                row.text("name"),
                row.text("format"),
                row.text("sha256"),
                row.bigint("record"),
                row.bigint("byte_offset"),
                row.flag("shared"));
    }
}
