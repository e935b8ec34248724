package se.aviso.it;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Clubs of their own with a membership type of their own, and people who join them, for tests that change much. */
final class Clubs {
    private final Product product;
    private final String tenant;
    private final Client office;

    Clubs(Product product, String tenant) {
        this.product = product;
        this.tenant = tenant;
        this.office = product.admin(tenant);
    }

    /** Two clubs, and a membership type whose invoices fall due on the day on which they are issued. */
    record Place(String club, String other, String type) {}

    /** A person who has joined and was billed. */
    record Joined(String member, String membership, String invoice) {}

    Place place() {
        return place("CLAIM", List.of(price("ANY", "300.00")));
    }

    /** The same, with prices of its own, and renewals as claims or offers. */
    Place place(String renewalAs, List<?> prices) {
        var district = rows("select id::text from group_node where slug = '" + tenant + "-distrikt'")
                .get(0);
        return new Place(club(district), club(district), type(renewalAs, prices));
    }

    static Map<String, Object> price(String occasion, String amount) {
        return Map.of("from", "2026-01-01", "minAge", 0, "maxAge", 150, "amount", amount, "occasion", occasion);
    }

    private String club(String district) {
        var club = Map.of("name", "Förening", "slug", unused(), "kind", "LOCAL", "parentId", district);
        return office.post("groups", club).expect(201).json().get("id").asText();
    }

    private String type(String renewalAs, List<?> prices) {
        var type = Map.ofEntries(
                Map.entry("slug", unused()),
                Map.entry("names", Map.of("sv", "Provtyp", "en", "A type")),
                Map.entry("period", Map.of("rule", "CALENDAR_YEAR", "months", 12)),
                Map.entry("ageOn", "JANUARY_FIRST"),
                Map.entry("vat", "EXEMPT"),
                Map.entry("account", 3010),
                Map.entry("renewal", Map.of("daysBefore", 30, "as", renewalAs)),
                Map.entry("paymentTermDays", 0),
                Map.entry("lapseAfterDays", 60),
                Map.entry("prices", prices));
        return office.post("membership-types", type)
                .expect(201)
                .json()
                .get("id")
                .asText();
    }

    Joined join(Place place) {
        return join(place, 1, "2027-01-04").get(0);
    }

    /** So many people, one family with the first as its payer, who joined on that day; billed by one run. */
    List<Joined> join(Place place, int people, String on) {
        var ids = new ArrayList<String>();
        for (var person = 0; person < people; person++) {
            ids.add(member(place, on));
        }
        if (people > 1) {
            var family = Map.of("payerId", ids.get(0), "memberIds", ids);
            office.send(
                            "PUT",
                            "members/" + ids.get(0) + "/family",
                            Client.bytes(family),
                            "If-Match",
                            "\"0\"",
                            "Content-Type",
                            "application/json")
                    .expect(200);
        }
        run("SELECTION", place);
        return ids.stream().map(this::joined).toList();
    }

    /** Somebody whose membership is not billed yet. */
    String member(Place place, String on) {
        var membership = Map.of("groupId", place.club(), "typeId", place.type(), "joinedOn", on);
        var member = Map.of(
                "givenName", "Person",
                "familyName", "Utan Brådska",
                "born", "1980-05-17",
                "email", UUID.randomUUID() + "@people.example",
                "memberships", List.of(membership));
        return office.post("members", member).expect(201).json().get("id").asText();
    }

    private Joined joined(String member) {
        var belonging = rows("select id::text from membership where member_id = '" + member + "'")
                .get(0);
        return new Joined(member, belonging, documents(belonging).get(0));
    }

    /** The documents on which a membership is billed, the oldest first. */
    List<String> documents(String membership) {
        return rows("select distinct l.invoice_id::text from invoice_line l join period p on p.id = l.period_id "
                + "join invoice i on i.id = l.invoice_id "
                + "where i.kind < 2 and p.membership_id = '" + membership + "' order by 1");
    }

    /** A run of that kind in the first club, to its end; answers its id. */
    String run(String kind, Place place) {
        var key = UUID.randomUUID().toString();
        var wish = Map.of("kind", kind, "groupId", place.club());
        var run = office.post("invoice-runs", wish, "Idempotency-Key", key)
                .expect(202)
                .json()
                .get("id")
                .asText();
        office.finish(run);
        return run;
    }

    private List<String> rows(String query) {
        return product.books().column(tenant, query);
    }

    private static String unused() {
        return "prov-" + UUID.randomUUID().toString().substring(0, 13);
    }
}
