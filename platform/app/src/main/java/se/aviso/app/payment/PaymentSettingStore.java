package se.aviso.app.payment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import se.aviso.app.tenancy.Sql;
import se.aviso.app.tenancy.Tenancy;
import se.aviso.payment.Tolerance;

/** What the tenant has decided on payments that are not exact. */
@ApplicationScoped
public class PaymentSettingStore {
    @Inject
    Sql sql;

    /**
     * What is decided.
     *
     * @param tolerance how much too little still settles a document
     * @param chargesWrittenOff whether a fee or interest that is left alone, once its claim is paid, is written off
     * @param version the one that a change must name; 0 while the tenant says nothing
     */
    public record Settings(Tolerance tolerance, boolean chargesWrittenOff, long version) {}

    /** As it is now; a tenant that says nothing wants every payment to be exact. */
    Settings read() {
        return sql.one(
                        "select * from payment_setting where tenant_id = ?",
                        row -> new Settings(
                                new Tolerance(row.money("tolerance")),
                                row.flag("charges_written_off"),
                                row.bigint("version")),
                        Tenancy.required())
                .orElse(new Settings(Tolerance.NONE, false, 0));
    }

    void write(Tolerance tolerance, boolean chargesWrittenOff) {
        sql.update(
                "insert into payment_setting (tenant_id, tolerance, charges_written_off) values (?, ?, ?) "
                        + "on conflict (tenant_id) do update set tolerance = excluded.tolerance, "
                        + "charges_written_off = excluded.charges_written_off, version = payment_setting.version + 1",
                Tenancy.required(),
                tolerance.most().minorUnits(),
                chargesWrittenOff);
    }
}
