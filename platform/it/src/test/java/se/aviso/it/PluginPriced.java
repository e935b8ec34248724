package se.aviso.it;

import java.util.List;
import java.util.Map;

/** Membership types of which a plugin says the price; the list's is 100 kronor. */
final class PluginPriced {
    private PluginPriced() {}

    /** Adds one under that slug. */
    static void add(Client office, String slug, String pricedBy) {
        add(office, slug, pricedBy, "100.00");
    }

    /** Adds one under that slug, with that price of the list. */
    static void add(Client office, String slug, String pricedBy, String amount) {
        var price = Map.of("from", "2026-01-01", "minAge", 0, "maxAge", 150, "amount", amount);
        var body = Map.ofEntries(
                Map.entry("slug", slug),
                Map.entry("names", Map.of("sv", slug, "en", slug)),
                Map.entry("period", Map.of("rule", "CALENDAR_YEAR", "months", 12)),
                Map.entry("ageOn", "JANUARY_FIRST"),
                Map.entry("vat", "EXEMPT"),
                Map.entry("account", 3010),
                Map.entry("renewal", Map.of("daysBefore", 30, "as", "CLAIM")),
                Map.entry("paymentTermDays", 30),
                Map.entry("lapseAfterDays", 60),
                Map.entry("charging", Map.of("pricedBy", pricedBy)),
                Map.entry("prices", List.of(price)));
        office.post("membership-types", body).expect(201);
    }
}
