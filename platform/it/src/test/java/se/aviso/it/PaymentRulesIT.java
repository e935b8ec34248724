package se.aviso.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import se.aviso.demo.bank.OutgoingPayment;

/** "Always do so": rules of payers act on what fits exactly; and what people choose is learned from. */
@OnRunningProduct
class PaymentRulesIT {
    private static final LocalDate DAY = LocalDate.of(2027, 1, 8);

    private final Product product;
    private final Client office;
    private final SignUps people;

    PaymentRulesIT(Product product) {
        this.product = product;
        this.office = product.admin("prov");
        this.people = new SignUps(product);
    }

    @AfterEach
    void theBooksAreClean() {
        product.books().requireClean();
    }

    @Test
    void aRuleActsOnWhatWaitsAndOnWhatComesAndWhatItDidCanBeUndone() {
        var joined = people.join("prov-tva", "ar");
        var payer = payer();
        var waiting = paid(payer, joined.ore());
        var rule = add(waiting, joined).expect(201).json();
        assertThat(rule.get("acted").asInt()).isEqualTo(1);
        assertThat(rule.get("payer").asText()).isEqualTo(payer);
        var settled = office.get("payments/" + waiting).json();
        assertThat(settled.get("ruleId").asText()).isEqualTo(id(rule));
        assertThat(settled.get("reason").asText()).isEqualTo("NONE");
        assertThat(membership(joined)).isEqualTo(1);

        undo(waiting);
        assertThat(membership(joined)).isZero();
        assertThat(apply()).as("what a person took back, no rule takes again").isZero();
        var next = paid(payer, joined.ore());
        assertThat(office.get("payments/" + next).json().get("ruleId").asText()).isEqualTo(id(rule));
        assertThat(membership(joined)).isEqualTo(1);
        assertThat(seen(rule).get("acted").asInt()).isEqualTo(2);
    }

    @Test
    void aPausedRuleWaitsAndAnEndedOneIsOver() {
        var joined = people.join("prov-tva", "ar");
        var payer = payer();
        var rule = add(paid(payer, joined.ore() + 1), joined).expect(201).json();
        assertThat(rule.get("acted").asInt()).as("another amount").isZero();
        assertThat(act(rule, "pause").expect(200).json().get("state").asText()).isEqualTo("PAUSED");
        assertThat(act(rule, "pause").expect(409).problem()).isEqualTo("conflict-payment-rule-state");
        var payment = paid(payer, joined.ore());
        assertThat(office.get("payments/" + payment).json().get("reason").asText())
                .isNotEqualTo("NONE");
        assertThat(act(rule, "resume").expect(200).json().get("acted").asInt()).isEqualTo(1);
        assertThat(membership(joined)).isEqualTo(1);
        assertThat(act(rule, "end").expect(200).json().get("state").asText()).isEqualTo("ENDED");
        assertThat(act(rule, "resume").expect(409).problem()).isEqualTo("conflict-payment-rule-state");
        add(payment, joined).expect(201); // of an ended rule's payer there can be another
    }

    @Test
    void aRehearsalForeseesWhatARuleDoesAndNoClaimIsPaidTwice() {
        var joined = people.join("prov-tva", "ar");
        var payer = payer();
        add(paid(payer, joined.ore() + 1), joined).expect(201);
        var twice = List.of(free(payer, joined.ore()), free(payer, joined.ore()));
        var shown = office.upload("name=prov.txt&rehearsal=true", BankFiles.of("9913310", DAY, twice))
                .expect(201)
                .json();
        var kinds = new ArrayList<String>();
        shown.get("effects").forEach(effect -> kinds.add(effect.get("kind").asText() + effect.get("count")));
        assertThat(kinds).containsExactlyInAnyOrder("BY_RULE1", "WAITS1");
        var booked = office.post("bank-files/" + id(shown) + ":book", Map.of(), key())
                .json();
        assertThat(booked.get("effects")).isEqualTo(shown.get("effects"));
        assertThat(booked.get("changes")).isEmpty();
        assertThat(membership(joined)).isEqualTo(1);
    }

    @Test
    void oneRuleForAPayerAndNobodyElsesRule() {
        var joined = people.join("prov-tva", "ar");
        var payment = paid(payer(), 17);
        var rule = add(payment, joined).expect(201).json();
        assertThat(add(payment, joined).expect(409).problem()).isEqualTo("conflict-payment-rule");
        var ofAccount = Map.of("paymentId", payment, "kind", "ACCOUNT", "memberId", joined.memberId());
        assertThat(office.post("payment-rules", ofAccount, key()).expect(422).text())
                .contains("payment-rule-mark");
        for (var stranger : List.of(product.admin("annan"), product.as("prov", "ordforande"))) {
            stranger.get("payment-rules/" + id(rule)).expect(404);
            stranger.post("payment-rules/" + id(rule) + ":end", Map.of(), key()).expect(404);
            stranger.post("payment-rules", wish(payment, joined), key()).expect(404);
            assertThat(stranger.all("payment-rules"))
                    .noneMatch(found -> id(found).equals(id(rule)));
        }
    }

    @Test
    void whatPeopleChooseIsLearnedAndWhatTheyUndoIsForgotten() {
        var last = "";
        for (var time = 0; time < 6; time++) {
            var joined = people.join("prov-tva", "ar");
            last = paid(OutgoingPayment.free(payer(), "avi " + joined.number(), joined.ore()));
            var wish = Map.of("allocations", List.of(Map.of("invoiceId", joined.invoiceId())));
            office.post("payments/" + last + "/allocations", wish, key()).expect(201);
        }
        var next = people.join("prov-tva", "ar");
        var waiting = paid(OutgoingPayment.free(payer(), "avi " + next.number(), next.ore()));
        var learned = learned(waiting, next);
        assertThat(learned.get("right").asInt()).isGreaterThanOrEqualTo(6);
        undo(last);
        assertThat(learned(waiting, next).get("offered").asInt())
                .isEqualTo(learned.get("offered").asInt() - 1);
    }

    private JsonNode learned(String payment, SignUps.Joined joined) {
        for (var found :
                office.get("payments/" + payment + "/suggestions").expect(200).json()) {
            if (found.get("invoiceId").asText().equals(joined.invoiceId())) {
                assertThat(found.get("score").asInt()).isBetween(0, 100);
                return found.get("learned");
            }
        }
        throw new AssertionError("not suggested");
    }

    /** Somebody whom no other test knows. */
    private static String payer() {
        // a BgMax record holds 35 characters of a name, and what is longer is cut there
        var name = UUID.randomUUID().toString().replace("-", "").replaceAll("[0-9]", "x");
        return "Regina " + name.substring(0, 24);
    }

    private static OutgoingPayment free(String payer, long ore) {
        return OutgoingPayment.free(payer, "avgiften", ore);
    }

    private String paid(String payer, long ore) {
        return paid(free(payer, ore));
    }

    private String paid(OutgoingPayment payment) {
        var file = office.upload("name=regel.txt", BankFiles.of("9913310", DAY, List.of(payment)))
                .expect(201)
                .json();
        return id(office.all("payments?bankFileId=" + id(file)).get(0));
    }

    private Client.Reply add(String payment, SignUps.Joined joined) {
        return office.post("payment-rules", wish(payment, joined), key());
    }

    private static Map<String, String> wish(String payment, SignUps.Joined joined) {
        return Map.of("paymentId", payment, "kind", "NAME", "memberId", joined.memberId());
    }

    private Client.Reply act(JsonNode rule, String act) {
        return office.post("payment-rules/" + id(rule) + ":" + act, Map.of(), key());
    }

    private JsonNode seen(JsonNode rule) {
        return office.get("payment-rules/" + id(rule)).expect(200).json();
    }

    private int apply() {
        return office.post("payment-rules/apply", Map.of(), key())
                .expect(200)
                .json()
                .get("payments")
                .asInt();
    }

    private void undo(String payment) {
        var allocation =
                office.get("payments/" + payment).json().at("/allocations/0/id").asText();
        office.send("DELETE", "payments/" + payment + "/allocations/" + allocation, new byte[0], key())
                .expect(200);
    }

    private long membership(SignUps.Joined joined) {
        return product.books()
                .number("prov", "select status from membership where id = '" + joined.membershipId() + "'");
    }

    private static String id(JsonNode thing) {
        return thing.get("id").asText();
    }

    private static String[] key() {
        return new String[] {"Idempotency-Key", UUID.randomUUID().toString()};
    }
}
