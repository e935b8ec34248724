package se.aviso.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import java.util.Objects;

/** Puts tenants with years of invoices into the product's tables, by SQL, as the owner of the tables. */
final class Planting {
    private final Connection owner;

    Planting(Connection owner) {
        this.owner = owner;
    }

    /** Enters a tenant: row-level security binds the owner too. */
    void enter(String tenant) throws SQLException {
        execute("select set_config('app.tenant', '" + tenant + "', false)");
    }

    /** Adds a tenant without anything. */
    void addTenant(String tenant, String slug) throws SQLException {
        enter(tenant);
        execute("insert into tenant (id, slug, name) values ('" + tenant + "', '" + slug + "', '" + slug + "')");
    }

    /**
     * Gives a tenant so many invoices of eight years, ten for each member.
     *
     * @param salt what tells its ids and slugs from those of others
     */
    void plant(String tenant, String salt, int invoices) throws SQLException {
        fill(
                "plant-invoices.sql",
                tenant,
                Map.of(
                        "{salt}",
                        salt,
                        "{members}",
                        Integer.toString(Math.max(1, invoices / 10)),
                        "{invoices}",
                        Integer.toString(invoices)));
    }

    /** Gives a tenant each so manieth of so many open claims; equal ones have equal ids in all tenants. */
    void plantClaims(String tenant, int claims, int every) throws SQLException {
        fill(
                "plant-claims.sql",
                tenant,
                Map.of("{claims}", Integer.toString(claims), "{every}", Integer.toString(every)));
    }

    /** Gives a tenant a payment for each of so many planted invoices. */
    void plantPayments(String tenant, String salt, int payments) throws SQLException {
        fill("plant-payments.sql", tenant, Map.of("{salt}", salt, "{payments}", Integer.toString(payments)));
    }

    private void fill(String script, String tenant, Map<String, String> blanks) throws SQLException {
        enter(tenant);
        for (var statement : read(script).split("\n\\s*\n", -1)) {
            var filled = statement.replace("{tenant}", tenant);
            for (var blank : blanks.entrySet()) {
                filled = filled.replace(blank.getKey(), blank.getValue());
            }
            if (!filled.isBlank()) {
                execute(filled);
            }
        }
    }

    /** As autovacuum would leave the tables after a while. */
    void settle() throws SQLException {
        for (var table : new String[] {
            "invoice",
            "invoice_line",
            "settlement",
            "dispatch",
            "reminder",
            "period",
            "membership",
            "member",
            "group_node",
            "search_token",
            "offer_answer",
            "ocr_reference",
            "payment",
            "payment_state",
            "payment_reference",
            "allocation",
            "bank_file"
        }) {
            execute("vacuum analyze " + table);
        }
    }

    void execute(String sql) throws SQLException {
        try (var statement = owner.createStatement()) {
            statement.execute(sql);
        }
    }

    private static String read(String name) {
        try (var script = Objects.requireNonNull(Planting.class.getResourceAsStream(name))) {
            return new String(script.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException ofOurOwnJar) {
            throw new UncheckedIOException(ofOurOwnJar);
        }
    }
}
