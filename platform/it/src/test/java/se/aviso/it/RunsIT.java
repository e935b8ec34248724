package se.aviso.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Runs say what they did not do and why; the day does not leap. */
@OnRunningProduct
class RunsIT {
    private static final String TENANT = "annan";
    private static final String TODAY = "2027-01-04";

    private final Product product;
    private final Client office;

    RunsIT(Product product) {
        this.product = product;
        this.office = product.admin(TENANT);
    }

    @Test
    void whoIsPassedOverIsCountedWithTheReason() {
        addMember();
        var run = office.startRun("SELECTION", TODAY).get("id").asText();
        office.finish(run);
        say("update run_recipient set state = 0, reason = null where run_id = '" + run + "' returning 1");
        say("update run set state = 0, done = 0, failed = 0, at_chunk = -1 where id = '" + run + "' returning 1");
        var again = office.finish(run);
        assertThat(again.at("/reasons/already-billed").asInt()).isPositive();
        var listed = office.all("invoice-runs").stream()
                .filter(each -> each.get("id").asText().equals(run))
                .findFirst();
        assertThat(listed).contains(again);
    }

    @ParameterizedTest
    @ValueSource(strings = {"LAPSE", "PERIOD_END"})
    void theDaysOwnRunsAreStartedFromOutsideToo(String kind) {
        var run = office.startRun(kind, TODAY);
        assertThat(run.get("kind").asText()).isEqualTo(kind);
        office.finish(run.get("id").asText());
    }

    @Test
    void theDayDoesNotLeapIntoAnotherAge() {
        var refused = office.post("business-date", Map.of("businessDate", "9999-12-31"));
        assertThat(refused.expect(422).problem()).isEqualTo("business-date-too-far");
        assertThat(office.get("business-date").json().get("businessDate").asText())
                .isEqualTo(TODAY);
    }

    private void addMember() {
        var membership = Map.of(
                "groupId", found("select id::text from group_node where slug = 'annan-ett'"),
                "typeId", found("select id::text from membership_type where slug = 'ar'"));
        var member = Map.of(
                "givenName", "Person",
                "familyName", "Utan Avi",
                "born", "1980-05-17",
                "email", UUID.randomUUID() + "@people.example",
                "channel", "EMAIL",
                "memberships", List.of(membership));
        office.post("members", member).expect(201);
    }

    private String found(String query) {
        return product.books().column(TENANT, query).get(0);
    }

    private void say(String statement) {
        product.books().column(TENANT, statement);
    }
}
