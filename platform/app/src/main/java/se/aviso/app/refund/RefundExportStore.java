package se.aviso.app.refund;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import se.aviso.app.tenancy.Criteria;
import se.aviso.app.tenancy.Row;
import se.aviso.app.tenancy.Sql;
import se.aviso.app.tenancy.Tenancy;
import se.aviso.app.web.Cursor;
import se.aviso.app.web.PageRequest;
import se.aviso.kernel.GroupId;
import se.aviso.kernel.Money;

/** The files by which banks were told to pay back, as they were made. */
@ApplicationScoped
public class RefundExportStore {
    private static final String SELECT = "select e.id, e.seller_group_id, g.name as seller, e.message_id, e.made_on, "
            + "e.made_by, e.execution_on, e.payments, e.total, e.currency, e.sha256, e.answered_on, e.withdrawn_on, "
            + "e.withdrawn_by from refund_export e "
            + "join group_node g on g.tenant_id = e.tenant_id and g.id = e.seller_group_id where ";

    @Inject
    Sql sql;

    /** A new file. */
    record Made(
            UUID id,
            GroupId seller,
            String messageId,
            LocalDate on,
            String by,
            LocalDate executionOn,
            int payments,
            Money total) {}

    /** A file. */
    public record Export(
            UUID id,
            UUID sellerGroupId,
            String sellerName,
            String messageId,
            LocalDate madeOn,
            String madeBy,
            LocalDate executionOn,
            int payments,
            String total,
            String currency,
            String sha256,
            Optional<LocalDate> answeredOn,
            Optional<LocalDate> withdrawnOn,
            Optional<String> withdrawnBy) {
        /** The name to save it under. */
        public String fileName() {
            return "aterbetalningar-" + madeOn + "-" + messageId.substring(messageId.length() - 8) + ".xml";
        }
    }

    void add(Made made, byte[] content) {
        sql.update(
                "insert into refund_export (tenant_id, id, seller_group_id, message_id, made_on, made_by, execution_on, "
                        + "payments, total, currency, sha256, content) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                Tenancy.required(),
                made.id(),
                made.seller().value(),
                made.messageId(),
                made.on(),
                made.by(),
                made.executionOn(),
                made.payments(),
                made.total().minorUnits(),
                made.total().currency().getCurrencyCode(),
                hash(content),
                content);
    }

    /** The bank has said something of it. */
    void answered(UUID id, LocalDate on) {
        sql.update(
                "update refund_export set answered_on = ? where tenant_id = ? and id = ? and answered_on is null",
                on,
                Tenancy.required(),
                id);
    }

    /** The bank never had it. */
    void withdraw(UUID id, String by, LocalDate on) {
        sql.update(
                "update refund_export set withdrawn_on = ?, withdrawn_by = ? where tenant_id = ? and id = ?",
                on,
                by,
                Tenancy.required(),
                id);
    }

    /** The newest files of sellers in these subtrees. */
    List<Export> page(Collection<String> paths, PageRequest page) {
        var criteria = Criteria.of("e")
                .within("g.path", paths)
                .and("e.id < ?", page.after().map(Cursor::id));
        return sql.query(
                SELECT + criteria.where() + " order by e.id desc limit ?",
                RefundExportStore::read,
                criteria.params(page.limitAndOne()));
    }

    /** One file of a seller in these subtrees. */
    Optional<Export> find(UUID id, Collection<String> paths) {
        var criteria = Criteria.of("e").within("g.path", paths).and("e.id = ?", Optional.of(id));
        return sql.one(SELECT + criteria.where(), RefundExportStore::read, criteria.params());
    }

    /** The file of that message id, of a seller in these subtrees. */
    Optional<Export> called(String messageId, Collection<String> paths) {
        var criteria = Criteria.of("e").within("g.path", paths).and("e.message_id = ?", messageId);
        return sql.one(SELECT + criteria.where(), RefundExportStore::read, criteria.params());
    }

    /** The bytes as they were made. */
    byte[] content(UUID id) {
        return sql.one(
                        "select content from refund_export where tenant_id = ? and id = ?",
                        row -> row.bytes("content"),
                        Tenancy.required(),
                        id)
                .orElseThrow();
    }

    private static Export read(Row row) {
        return new Export(
                row.uuid("id"),
                row.uuid("seller_group_id"),
                row.text("seller"),
                row.text("message_id"),
                row.day("made_on"),
                row.text("made_by"),
                row.day("execution_on"),
                row.integer("payments"),
                row.money("total", "currency").toDecimal(),
                row.text("currency"),
                row.text("sha256"),
                row.optionalDay("answered_on"),
                row.optionalDay("withdrawn_on"),
                row.optionalText("withdrawn_by"));
    }

    private static String hash(byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (NoSuchAlgorithmException everyPlatformHasIt) {
            throw new IllegalStateException(everyPlatformHasIt);
        }
    }
}
