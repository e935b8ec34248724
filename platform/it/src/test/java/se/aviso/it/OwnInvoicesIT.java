package se.aviso.it;

import static org.assertj.core.api.Assertions.assertThat;
import static se.aviso.it.Entering.HOME;
import static se.aviso.it.Entering.TENANT;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What somebody owes is all that they owe, however much has been sent to them since. */
@OnRunningProduct
class OwnInvoicesIT {
    /** Each is two documents: so the fifty newest all came after what is owed. */
    private static final int CREDITED = 26;

    private static final int OWED = 51;
    private static final Pattern NEXT = Pattern.compile("rel=\"next\" href=\"([^\"]+)\"");
    private static final Pattern NUMBERS = Pattern.compile("my/invoice\\.xhtml\\?id=([0-9a-f-]{36})");

    private final Product product;
    private final Client office;
    private final Entering members;

    OwnInvoicesIT(Product product) {
        this.product = product;
        this.office = product.admin(TENANT);
        this.members = new Entering(product);
    }

    @Test
    void whatIsOwedIsShownHoweverMuchCameAfterItAndTheHistoryHasParts() {
        var member = members.somebody();
        var past = new ArrayList<String>();
        for (var time = 0; time < CREDITED; time++) {
            var id = billed(member);
            past.add(id);
            past.add(office.post("invoices/" + id + "/credit-notes", Map.of("reason", "Ångrade sig"), key())
                    .expect(201)
                    .json()
                    .get("id")
                    .asText());
        }
        var guest = entered(member);
        var page = guest.get(HOME);
        assertThat(page.plain()).contains("Du har en avi att betala", member.ocr());
        var seen = new ArrayList<String>();
        for (var part = page; ; part = guest.get(next(part))) {
            assertThat(part.status()).isEqualTo(200);
            assertThat(part.plain()).contains(member.ocr());
            seen.addAll(shown(part, member.invoiceId()));
            if (!NEXT.matcher(part.body()).find()) {
                break;
            }
        }
        assertThat(seen).containsExactlyInAnyOrderElementsOf(past);
        assertThat(guest.get(HOME + "?cursor=xyz").status()).isEqualTo(200);
    }

    @Test
    void whoOwesMoreThanAPageShowsIsToldHowMuchMore() {
        var member = members.somebody();
        for (var time = 1; time < OWED; time++) {
            billed(member);
        }
        var page = entered(member).get(HOME);
        assertThat(page.plain()).contains("Du har " + OWED + " avier att betala", "och 1 till");
        assertThat(shown(page, "")).hasSize(OWED - 1);
    }

    @Test
    void whatSomebodyOpensOfTheirOwnHasArrived() {
        var member = members.somebody();
        var page = "/my/invoice.xhtml?id=" + member.invoiceId();
        var state = "select state::text from dispatch where invoice_id = '" + member.invoiceId() + "'";
        Waiting.until("the mail to be noted", () -> one(state).equals("3"));
        one("update dispatch set channel = 3 where invoice_id = '" + member.invoiceId() + "' returning id::text");

        assertThat(entered(members.somebody()).get(page).status()).isEqualTo(404);
        assertThat(one(state)).as("somebody else's is left alone").isEqualTo("3");
        assertThat(entered(member).get(page).status()).isEqualTo(200);
        assertThat(one(state)).as("delivered").isEqualTo("4");
    }

    private String one(String sql) {
        return product.books().column(TENANT, sql).get(0);
    }

    private Surfer entered(SignUps.Joined member) {
        var guest = new Surfer(product);
        Entering.enter(guest, members.linkFor(members.address(member)));
        return guest;
    }

    private String billed(SignUps.Joined member) {
        var line =
                Map.of("kind", "FREE", "text", "Läger", "unit", "60.00", "vat", "LOW", "account", 3051, "quantity", 1);
        var bill = Map.of("groupId", group(), "memberId", member.memberId(), "lines", List.of(line));
        return office.post("invoices", bill, key()).expect(201).json().get("id").asText();
    }

    private String group() {
        return product.books()
                .column(TENANT, "select id::text from group_node where slug = 'annan-ett'")
                .get(0);
    }

    private static List<String> shown(Surfer.Page page, String without) {
        return NUMBERS.matcher(page.body())
                .results()
                .map(found -> found.group(1))
                .filter(id -> !id.equals(without))
                .distinct()
                .toList();
    }

    private static String next(Surfer.Page page) {
        var next = NEXT.matcher(page.body());
        assertThat(next.find()).isTrue();
        return next.group(1).replace("&amp;", "&");
    }

    private static String[] key() {
        return new String[] {"Idempotency-Key", UUID.randomUUID().toString()};
    }
}
