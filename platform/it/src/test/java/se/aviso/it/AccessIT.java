package se.aviso.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Date;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import se.aviso.access.Permission;
import se.aviso.demo.bank.OutgoingPayment;

/** Who may do what: nothing without a good token, nothing outside of one's own groups, nothing across tenants. */
@OnRunningProduct
class AccessIT {
    private static final Set<Permission> OWN = EnumSet.of(Permission.OWN_READ, Permission.SELF_READ);
    private static final Set<Permission> NOT_THE_CHAIRS = EnumSet.of(
            Permission.TYPE_WRITE,
            Permission.PLUGIN_READ,
            Permission.BUSINESS_DATE_MOVE,
            Permission.INSTALLATION_RUN,
            Permission.OWN_READ);

    private final Product product;
    private final Issuer issuer = Issuer.get();
    private final Client office;
    private final Client chair;

    AccessIT(Product product) {
        this.product = product;
        this.office = product.admin("prov");
        this.chair = product.as("prov", "ordforande");
    }

    @Test
    void everyEndpointSaysWhatItNeedsOrThatItIsOpen() {
        assertThat(Endpoints.all())
                .hasSizeGreaterThan(30)
                .allMatch(endpoint -> endpoint.open() != endpoint.needs().isPresent());
        assertThat(Endpoints.all().stream().filter(Endpoints.Endpoint::open).map(Endpoints.Endpoint::toString))
                .containsExactlyInAnyOrder("GET sign-ups/x", "POST sign-ups/x");
    }

    @Test
    void withoutATokenNoEndpointAnswers() {
        var nobody = product.withToken("");
        guarded().forEach(endpoint -> {
            var refused = endpoint.call(nobody);
            assertThat(refused.status()).as(endpoint + " " + refused.text()).isEqualTo(401);
            assertThat(refused.problem()).isEqualTo("token-missing");
            assertThat(refused.header("WWW-Authenticate")).startsWith("Bearer");
            assertThat(refused.header("Content-Type")).startsWith("application/problem+json");
        });
    }

    @Test
    void aBadTokenOpensNothing() {
        var past = Date.from(Instant.now().minusSeconds(600));
        var bad = Map.of(
                "expired", issuer.token("prov", "prov-admin", claims -> claims.expirationTime(past)),
                "wrong audience", issuer.token("prov", "prov-admin", claims -> claims.audience("account")),
                "wrong issuer", issuer.token("prov", "prov-admin", claims -> claims.issuer("https://evil.example")),
                "no subject", issuer.token("prov", "prov-admin", claims -> claims.subject(null)),
                "no tenant", issuer.token("prov", "prov-admin", claims -> claims.claim("tenant", null)),
                "two tenants",
                        issuer.token("prov", "prov-admin", claims -> claims.claim("tenant", List.of("prov", "annan"))),
                "unknown tenant", issuer.token("ingen", "prov-admin"),
                "forged", issuer.forged("prov", "prov-admin"),
                "garbage", "a.b.c");
        bad.forEach((kind, token) -> {
            var client = product.withToken(token);
            guarded()
                    .forEach(endpoint -> assertThat(endpoint.call(client).status())
                            .as(kind + ": " + endpoint)
                            .isEqualTo(401));
        });
    }

    @Test
    void aTokenInACookieDoesNotCount() {
        var token = issuer.token("prov", "prov-admin");
        product.withToken("")
                .get("me", "Cookie", "access_token=" + token + "; JSESSIONID=" + token)
                .expect(401);
    }

    @Test
    void aMemberReachesNothingButTheOwn() {
        var member = product.as("prov", "medlem");
        guarded().forEach(endpoint -> {
            var own = OWN.contains(endpoint.needs().orElseThrow());
            var status = endpoint.call(member).status();
            assertThat(status == 403).as(endpoint + " " + status).isEqualTo(!own);
        });
        assertThat(member.get("me")
                        .expect(200)
                        .json()
                        .get("grants")
                        .get(0)
                        .get("role")
                        .asText())
                .isEqualTo("MEMBER");
    }

    @Test
    void whoRunsAGroupDoesNotRunTheFederation() {
        guarded().stream()
                .filter(endpoint -> NOT_THE_CHAIRS.contains(endpoint.needs().orElseThrow()))
                .forEach(endpoint -> assertThat(endpoint.call(chair).status())
                        .as(endpoint.toString())
                        .isEqualTo(403));
    }

    @Test
    void aGoodTokenWithoutAnyGrantMayNothing() {
        var stranger = product.withToken(issuer.token("prov", "annan-admin"));
        guarded()
                .forEach(endpoint -> assertThat(endpoint.call(stranger).status())
                        .as(endpoint.toString())
                        .isEqualTo(403));
    }

    @Test
    void whoRunsAGroupSeesItsSubtreeAlone() {
        var people = new SignUps(product);
        var own = people.join("prov-ett", "ar");
        var sibling = people.join("prov-tva", "ar");
        var payment = booked(sibling);
        assertThat(chair.all("groups").stream().map(AccessIT::id))
                .containsExactly(group("prov-ett").get("id").asText());
        assertThat(chair.all("members").stream().map(AccessIT::id))
                .contains(own.memberId())
                .doesNotContain(sibling.memberId());
        assertThat(chair.all("invoices").stream().map(AccessIT::id))
                .contains(own.invoiceId())
                .doesNotContain(sibling.invoiceId());
        assertThat(chair.all("payments").stream().map(AccessIT::id)).doesNotContain(payment);
        assertThat(chair.all("ledger-entries?invoiceId=" + sibling.invoiceId())).isEmpty();
        chair.get("members/" + own.memberId()).expect(200);
        chair.get("invoices/" + own.invoiceId() + "/document.pdf").expect(200);
        assertUnknownTo(chair, sibling, payment, group("prov-tva").get("id").asText());
        assertUnknownTo(chair, sibling, payment, group("prov-forbund").get("id").asText());
    }

    @Test
    void anotherTenantsIdsAreAsUnknownAsAnyOther() {
        var theirs = new SignUps(product).join("prov-tva", "ar");
        var payment = booked(theirs);
        var other = product.admin("annan");
        assertUnknownTo(other, theirs, payment, group("prov-tva").get("id").asText());
        var file = office.all("bank-files").get(0).get("id").asText();
        assertSameAsUnknown(other, "bank-files/%s", file);
        var run = id(office.startRun("REMINDER", "2027-01-04"));
        assertSameAsUnknown(other, "invoice-runs/%s", run);
        assertThat(other.all("members").stream().map(AccessIT::id)).doesNotContain(theirs.memberId());
        assertThat(other.get("invoice-runs").expect(200).text()).doesNotContain(run);
        office.finish(run);
    }

    @Test
    void whatIsForeignCannotBeChanged() {
        var theirs = new SignUps(product).join("prov-tva", "ar");
        var group = group("prov-tva").get("id").asText();
        for (var client : List.of(chair, product.admin("annan"))) {
            client.patch("members/" + theirs.memberId(), Map.of("familyName", "Kapad"), "If-Match", "*")
                    .expect(404);
            client.patch("groups/" + group, Map.of("name", "Kapad"), "If-Match", "*")
                    .expect(404);
            client.post("groups", Map.of("name", "Kapad", "kind", "LOCAL", "parentId", group))
                    .expect(422);
            var key = UUID.randomUUID().toString();
            var refused =
                    client.post("invoice-runs", Map.of("kind", "SELECTION", "groupId", group), "Idempotency-Key", key);
            assertThat(refused.status()).as(refused.text()).isIn(404, 422);
        }
        assertThat(office.get("members/" + theirs.memberId())
                        .json()
                        .get("familyName")
                        .asText())
                .isNotEqualTo("Kapad");
    }

    @Test
    void whoRunsAGroupSteersNoRunOfAllTheTree() {
        var run = id(office.startRun("REMINDER", "2027-01-04"));
        assertThat(chair.get("invoice-runs").expect(200).text()).doesNotContain(run);
        assertSameAsUnknown(chair, "invoice-runs/%s", run);
        chair.send("POST", "invoice-runs/" + run + ":cancel", new byte[0]).expect(404);
        office.finish(run);
    }

    @Test
    void anAddressMayJoinOnlySoOften() {
        var client = product.withToken("");
        var statuses = IntStream.range(0, 40)
                .mapToObj(i -> client.post("sign-ups/prov-ett", "{}"))
                .toList();
        assertThat(statuses.stream().map(Client.Reply::status)).contains(429);
        var refused = statuses.get(statuses.size() - 1).expect(429);
        assertThat(Integer.parseInt(refused.header("Retry-After"))).isPositive();
    }

    @Test
    void aMemberFetchesTheirOwnDocumentsAlone() {
        var theirs = new SignUps(product).join("prov-ett", "ar").invoiceId();
        var member = product.as("prov", "medlem");
        assertSameAsUnknown(member, "me/invoices/%s/document.pdf", theirs);
        var own = member.get("me/invoices").expect(200).json().get("items");
        for (var invoice : own) {
            var pdf = member.get("me/invoices/" + id(invoice) + "/document.pdf").expect(200);
            assertThat(new String(pdf.bytes(), 0, 5, StandardCharsets.US_ASCII)).isEqualTo("%PDF-");
        }
    }

    @Test
    void theFormOfADistrictIsClosedUntilItIsOpened() {
        var federation = id(group("prov-forbund"));
        var body = Map.of("name", "Stängt distrikt", "kind", "DISTRICT", "parentId", federation);
        var group = office.post("groups", body).expect(201).json();
        var form = "sign-ups/" + group.get("slug").asText();
        var nobody = product.withToken("");
        nobody.get(form).expect(404);
        office.patch("groups/" + id(group), Map.of("publicJoin", true), "If-Match", "*")
                .expect(200);
        nobody.get(form).expect(200);
        office.patch("groups/" + id(group), Map.of("publicJoin", false), "If-Match", "*")
                .expect(200);
        nobody.get(form).expect(404);
    }

    private void assertUnknownTo(Client client, SignUps.Joined joined, String payment, String group) {
        assertSameAsUnknown(client, "members/%s", joined.memberId());
        assertSameAsUnknown(client, "invoices/%s", joined.invoiceId());
        assertSameAsUnknown(client, "invoices/%s/document.pdf", joined.invoiceId());
        assertSameAsUnknown(client, "payments/%s", payment);
        assertSameAsUnknown(client, "groups/%s", group);
        assertSameAsUnknown(client, "groups/%s/billing-identity", group);
        assertSameAsUnknown(client, "groups/%s/logo", group);
    }

    /** The same bytes, but for the number under which the answer is found in the log. */
    private static void assertSameAsUnknown(Client client, String path, String id) {
        var foreign = client.get(path.formatted(id)).expect(404);
        var unknown = client.get(path.formatted(UUID.randomUUID())).expect(404);
        assertThat(untraced(foreign)).isEqualTo(untraced(unknown));
        assertThat(foreign.bytes()).hasSameSizeAs(unknown.bytes());
    }

    private static String untraced(Client.Reply reply) {
        return reply.text().replaceAll("\"traceId\":\"[^\"]*\"", "");
    }

    private String booked(SignUps.Joined joined) {
        var bytes = BankFiles.of(
                "9913310",
                LocalDate.of(2027, 1, 6),
                List.of(OutgoingPayment.checked("Betalare", joined.ocr(), joined.ore())));
        var file = office.upload("name=access.txt", bytes).expect(201).json();
        return id(office.all("payments?bankFileId=" + id(file)).get(0));
    }

    private JsonNode group(String slug) {
        var federation = office.all("groups").get(0);
        var district = office.all("groups?parent=" + id(federation)).get(0);
        var all = new ArrayList<>(List.of(federation, district));
        all.addAll(office.all("groups?parent=" + id(district)));
        return all.stream()
                .filter(group -> group.get("slug").asText().equals(slug))
                .findFirst()
                .orElseThrow();
    }

    private static List<Endpoints.Endpoint> guarded() {
        return Endpoints.all().stream().filter(endpoint -> !endpoint.open()).toList();
    }

    private static String id(JsonNode thing) {
        return thing.get("id").asText();
    }
}
