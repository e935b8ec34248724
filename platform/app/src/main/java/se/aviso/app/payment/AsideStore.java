package se.aviso.app.payment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.Optional;
import se.aviso.app.tenancy.Sql;
import se.aviso.app.tenancy.Tenancy;
import se.aviso.kernel.PaymentId;
import se.aviso.payment.SetAside;

/** Payments that a person has set aside: they wait, and are not in the queue. */
@ApplicationScoped
public class AsideStore {
    /** Of a payment's state {@code s}: somebody is to deal with it. */
    public static final String IN_QUEUE = "s.reason <> 0 and s.aside_waits is distinct from s.suspense";

    /** Of a payment's state {@code s}: it waits, and somebody has set it aside. */
    static final String ASIDE = "s.reason <> 0 and s.aside_waits = s.suspense";

    @Inject
    Sql sql;

    /** By whom, when and why. Free text of a person: never logged. */
    public record Noted(String note, String by, LocalDate on) {}

    void set(PaymentId payment, SetAside aside, String by, LocalDate on) {
        sql.update(
                "update payment_state set aside_waits = ?, aside_note = ?, aside_by = ?, aside_on = ? "
                        + "where tenant_id = ? and payment_id = ?",
                aside.waits().minorUnits(),
                aside.note(),
                by,
                on,
                Tenancy.required(),
                payment.value());
    }

    /** False where it was not set aside. */
    boolean takeUp(PaymentId payment) {
        return sql.update(
                        "update payment_state set aside_waits = null, aside_note = '', aside_by = '', aside_on = null "
                                + "where tenant_id = ? and payment_id = ? and aside_waits is not null",
                        Tenancy.required(),
                        payment.value())
                > 0;
    }

    /** Why a payment is out of the queue; empty where it is not. */
    Optional<Noted> of(PaymentId payment) {
        return sql.one(
                "select s.* from payment_state s where s.tenant_id = ? and s.payment_id = ? and " + ASIDE,
                row -> new Noted(row.text("aside_note"), row.text("aside_by"), row.day("aside_on")),
                Tenancy.required(),
                payment.value());
    }
}
