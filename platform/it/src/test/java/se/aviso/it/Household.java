package se.aviso.it;

import java.util.List;
import java.util.Map;
import java.util.UUID;

/** People of a group whom the office writes down, and who are a family if it says so. */
final class Household {
    private final Product product;
    private final String tenant;
    private final Client office;
    private final String group;

    Household(Product product, String tenant, String group) {
        this.product = product;
        this.tenant = tenant;
        this.office = product.admin(tenant);
        this.group = group;
    }

    /** A new member of that day of birth, with a membership of that type. */
    String member(String born, String type) {
        var id = one("select id::text from membership_type where slug = '" + type + "'");
        var person = Map.of(
                "givenName",
                "Sam",
                "familyName",
                "Familj",
                "born",
                born,
                "email",
                UUID.randomUUID() + "@people.example",
                "memberships",
                List.of(Map.of("groupId", group, "typeId", id)));
        return office.post("members", person).expect(201).json().get("id").asText();
    }

    /** The membership of a member who has one. */
    String membership(String member) {
        return one("select id::text from membership where member_id = '" + member + "'");
    }

    /** Makes them a family; nobody has written of the first of them before. */
    void family(String payer, List<String> members) {
        office.send(
                        "PUT",
                        "members/" + members.get(members.size() - 1) + "/family",
                        Client.bytes(Map.of("payerId", payer, "memberIds", members)),
                        "If-Match",
                        "\"0\"",
                        "Content-Type",
                        "application/json")
                .expect(200);
    }

    /** Takes that share off what the member pays. */
    void concede(String member, int percent) {
        var given = Map.of("kind", "PERCENT", "percent", percent, "reason", "Ledare", "firstDay", "2026-01-01");
        office.post("memberships/" + membership(member) + "/concessions", given).expect(201);
    }

    /** An invoice of the member's membership, as it is sent. */
    Map<String, Object> bill(String member) {
        var line = Map.of("kind", "MEMBERSHIP", "membershipId", membership(member));
        return Map.of("groupId", group, "memberId", member, "lines", List.of(line));
    }

    /** What the member is billed. */
    String billed(String member) {
        return office.post(
                        "invoices",
                        bill(member),
                        "Idempotency-Key",
                        UUID.randomUUID().toString())
                .expect(201)
                .json()
                .get("total")
                .asText();
    }

    private String one(String query) {
        return product.books().column(tenant, query).get(0);
    }
}
