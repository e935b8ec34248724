package se.aviso.it;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Membership types as tests make them: a calendar year, exempt from tax, and the prices that are said. */
final class NewType {
    private NewType() {}

    /** What is sent to make one; a test may put other fields into it. */
    static Map<String, Object> of(String slug, List<Map<String, Object>> prices) {
        return new HashMap<>(Map.of(
                "slug",
                slug,
                "names",
                Map.of("sv", slug, "en", slug),
                "period",
                Map.of("rule", "CALENDAR_YEAR", "months", 12),
                "ageOn",
                "JANUARY_FIRST",
                "vat",
                "EXEMPT",
                "account",
                3010,
                "renewal",
                Map.of("daysBefore", 30, "as", "CLAIM"),
                "paymentTermDays",
                30,
                "lapseAfterDays",
                60,
                "prices",
                prices));
    }

    /** The same, charged so. */
    static Map<String, Object> of(String slug, List<Map<String, Object>> prices, Map<String, Object> charging) {
        var body = of(slug, prices);
        body.put("charging", charging);
        return body;
    }

    /** A price of that part, for all ages. */
    static Map<String, Object> price(String part, String amount) {
        return Map.of("from", "2026-01-01", "minAge", 0, "maxAge", 150, "amount", amount, "part", part);
    }

    /** Makes it; its id. */
    static String add(Client office, Map<String, Object> body) {
        return office.post("membership-types", body)
                .expect(201)
                .json()
                .get("id")
                .asText();
    }
}
