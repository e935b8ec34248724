package se.aviso.app.payment;

import com.fasterxml.jackson.core.type.TypeReference;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import se.aviso.access.Permission;
import se.aviso.app.payment.EffectRow.ExampleRow;
import se.aviso.app.security.Caller;
import se.aviso.app.tenancy.Criteria;
import se.aviso.app.tenancy.Row;
import se.aviso.app.tenancy.Sql;
import se.aviso.app.web.Json;
import se.aviso.spi.bank.Payer;

/** Tells who paid the examples of a bank file, and which invoices they meet, as far as the caller may see it. */
@ApplicationScoped
@Transactional
public class ShowExamples {
    @Inject
    Sql sql;

    @Inject
    Caller caller;

    /**
     * An example in the words of people. Personal data: never logged.
     *
     * @param from the payer's name, else the reference; empty where the bank told neither
     */
    public record Shown(ExampleRow row, String from, Optional<Met> met) {
        static Shown of(ExampleRow row, Optional<String> booked, Optional<Met> met) {
            return new Shown(row, booked.or(row::reference).orElse(""), met);
        }
    }

    /** The invoice that takes the money, or has taken it. Personal data: never logged. */
    public record Met(UUID invoiceId, String number, String memberName) {}

    /** Where a payment stands in its file. */
    private record Spot(long record, long byteOffset) {}

    /** The examples of some effects of a file, by example; two queries for all. */
    public Map<ExampleRow, Shown> of(UUID file, List<EffectRow> effects) {
        var examples =
                effects.stream().flatMap(effect -> effect.examples().stream()).toList();
        var booked = booked(file, examples);
        var met = met(examples);
        var shown = new HashMap<ExampleRow, Shown>();
        for (var row : examples) {
            var from = Optional.ofNullable(booked.get(new Spot(row.record(), row.byteOffset())));
            shown.put(row, Shown.of(row, from, row.invoiceId().map(met::get)));
        }
        return shown;
    }

    private Map<Spot, String> booked(UUID file, List<ExampleRow> examples) {
        var from = new HashMap<Spot, String>();
        var criteria = Criteria.of("p")
                .within("g.path", caller.pathsFor(Permission.PAYMENT_READ))
                .and("p.bank_file_id = ?", file)
                .and("p.record = any(?)", Sql.bigints(examples, ExampleRow::record));
        sql.query(
                "select p.record, p.byte_offset, p.payer, p.reference from payment p "
                        + "join group_node g on g.tenant_id = p.tenant_id and g.id = p.seller_group_id where "
                        + criteria.where(),
                row -> from(row).map(name -> from.put(spot(row), name)),
                criteria.params());
        return from;
    }

    private static Spot spot(Row row) {
        return new Spot(row.bigint("record"), row.bigint("byte_offset"));
    }

    private static Optional<String> from(Row row) {
        var payer = Json.read(row.text("payer"), new TypeReference<Payer>() {});
        return Stream.concat(Stream.of(payer.name()), row.text("reference").lines())
                .map(String::strip)
                .filter(text -> !text.isEmpty())
                .findFirst();
    }

    private Map<UUID, Met> met(List<ExampleRow> examples) {
        var met = new HashMap<UUID, Met>();
        var ids = examples.stream().flatMap(row -> row.invoiceId().stream()).toList();
        var criteria = Criteria.of("i")
                .within("g.path", caller.pathsFor(Permission.INVOICE_READ))
                .and("i.id = any(?)", Sql.uuids(ids));
        sql.query(
                "select i.id, i.number, m.given_name || ' ' || m.family_name as member_name from invoice i "
                        + "join group_node g on g.tenant_id = i.tenant_id and g.id = i.group_id "
                        + "join member m on m.tenant_id = i.tenant_id and m.id = i.member_id where " + criteria.where(),
                row -> met.put(
                        row.uuid("id"),
                        new Met(row.uuid("id"), Long.toString(row.bigint("number")), row.text("member_name"))),
                criteria.params());
        return met;
    }
}
