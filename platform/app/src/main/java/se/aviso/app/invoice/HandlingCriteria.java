package se.aviso.app.invoice;

import java.time.LocalDate;
import se.aviso.app.tenancy.Codes;
import se.aviso.app.tenancy.Criteria;
import se.aviso.app.tenancy.Tenancy;

/** What became of invoices beside payment, in SQL: each begins with the few rows that say so. */
final class HandlingCriteria {
    private static final String ANSWERED =
            "select a.invoice_id from offer_answer a where a.tenant_id = ? and a.state = ?";

    private static final String HANDED_OVER =
            "select c.invoice_id from collector_case c where c.tenant_id = ? and c.taken_back_on is null";

    private static final String IN_FORCE =
            "t.tenant_id = ? and t.lifted_on is null and (t.until is null or t.until >= ?)";

    private static final String STOPPED = "select t.invoice_id from dunning_stop t where " + IN_FORCE
            + " and t.invoice_id is not null union all select x.id from dunning_stop t "
            + "join invoice x on x.tenant_id = t.tenant_id and x.member_id = t.member_id where " + IN_FORCE
            + " and t.member_id is not null";

    private HandlingCriteria() {}

    /** Adds what is wanted of it to the conditions. */
    static void narrow(Criteria criteria, InvoiceFilter.Handling wanted, LocalDate today) {
        var tenant = Tenancy.required();
        wanted.offer().ifPresent(state -> criteria.and("i.id in (" + ANSWERED + ")", tenant, Codes.of(state)));
        wanted.collector().ifPresent(is -> criteria.and(among(HANDED_OVER, is), tenant));
        wanted.stopped().ifPresent(is -> criteria.and(among(STOPPED, is), tenant, today, tenant, today));
    }

    private static String among(String found, boolean is) {
        return "i.id " + (is ? "" : "not ") + "in (" + found + ")";
    }
}
