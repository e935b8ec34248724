package se.aviso.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
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
    private static final Map<String, String> EMAIL = Map.of("email", "avi@people.example", "channel", "EMAIL");

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
                .findFirst()
                .orElseThrow();
        assertThat(listed.get("reasons")).isEqualTo(again.get("reasons"));
        assertThat(listed.get("state").asText()).isEqualTo("DONE");
    }

    @ParameterizedTest
    @ValueSource(strings = {"LAPSE", "PERIOD_END"})
    void theDaysOwnRunsAreStartedFromOutsideToo(String kind) {
        var run = office.startRun(kind, TODAY);
        assertThat(run.get("kind").asText()).isEqualTo(kind);
        office.finish(run.get("id").asText());
    }

    @Test
    void whatWouldComeIsSeenBeforeAnythingIsIssuedAndThenDone() {
        addMember();
        addMember(type("ar"), Map.of());
        var before = number("select count(*) from invoice");
        var run = preview("SELECTION");
        var seen = office.get("invoice-runs/" + run).json();
        assertThat(seen.at("/preview/blocked").asInt()).isPositive();
        assertThat(seen.at("/preview/blockers/0/reason").asText()).isEqualTo("no-address");
        assertThat(seen.at("/preview/coming").asInt()).isPositive();
        assertThat(seen.at("/preview/channels/0/channel").asText()).isEqualTo("EMAIL");
        assertThat(number("select count(*) from invoice")).isEqualTo(before);
        var first = office.get("invoice-runs/" + run + "/recipients?limit=1")
                .expect(200)
                .json()
                .at("/items/0");
        assertThat(first.at("/preview/verdict").asText()).isEqualTo("BLOCKED");
        assertThat(first.get("now").asText()).isNotBlank();

        office.finish(office.startRun("SELECTION", TODAY).get("id").asText());
        addMember();
        approve(run);
        var done = office.finish(run);
        assertThat(done.at("/changed/notDue").asInt())
                .isEqualTo(seen.at("/preview/coming").asInt());
        assertThat(done.at("/issued/count").asInt()).isZero();
        assertThat(act(run, "approve").expect(422).problem()).isEqualTo("run-state-conflict");
    }

    @Test
    void theRecipientsOfAPreviewAreFrozen() {
        addMember();
        var run = preview("SELECTION");
        var coming =
                office.get("invoice-runs/" + run).json().at("/preview/coming").asInt();
        addMember();
        approve(run);
        assertThat(office.finish(run).at("/issued/count").asInt()).isEqualTo(coming);
        office.finish(office.startRun("SELECTION", TODAY).get("id").asText());
    }

    @Test
    void documentsWaitUntilTheirHoldEnds() {
        setHold(90);
        addMember();
        var run = office.finish(office.startRun("SELECTION", TODAY).get("id").asText());
        var id = run.get("id").asText();
        setHold(0);
        assertThat(run.at("/dispatches/QUEUED").asInt()).isPositive();
        assertThat(run.has("dispatchesHeldUntil")).isTrue();
        act(id, "send-now").expect(202);
        Waiting.until(
                "the mailings of " + id,
                () -> !office.get("invoice-runs/" + id).json().at("/dispatches").has("QUEUED"));
    }

    @Test
    void whatHasNotLeftIsTakenBackWithoutANotice() {
        setHold(90);
        addMember();
        var run = office.startRun("SELECTION", TODAY).get("id").asText();
        office.finish(run);
        setHold(0);
        var seen = recall(run);
        assertThat(seen.at("/dispatches/WITHDRAWN").asInt()).isPositive();
        assertThat(seen.at("/dispatches").size()).isOne();
        assertThat(notices(run)).isZero();
    }

    @Test
    void ofWhatHasLeftACreditNoteGoesOut() {
        addMember();
        var run = office.startRun("SELECTION", TODAY).get("id").asText();
        office.finish(run);
        Waiting.until(
                "the mailings of " + run,
                () -> office.get("invoice-runs/" + run).json().at("/dispatches").has("SENT"));
        assertThat(dispatches(run)).isPositive();
        assertThat(dispatches(UUID.randomUUID().toString())).isZero();
        recall(run);
        assertThat(notices(run)).isPositive();
    }

    private int dispatches(String run) {
        var path = "dispatches?document=INVOICE&run=" + run;
        return office.get(path).expect(200).json().get("items").size();
    }

    @Test
    void onlyWhoWorksForTheSellerTakesARunBack() {
        addMember();
        var body = Map.of(
                "kind", "SELECTION", "groupId", found("select id::text from group_node where slug = 'annan-ett'"));
        var chair = product.as(TENANT, "ordforande");
        var run = chair.post("invoice-runs", body, "Idempotency-Key", key())
                .expect(202)
                .json()
                .get("id")
                .asText();
        chair.finish(run);
        var refused = chair.post("invoice-runs/" + run + ":recall", Map.of(), "Idempotency-Key", key());
        assertThat(refused.expect(422).problem()).isEqualTo("recall-other-seller");
        assertThat(state(run)).isEqualTo("DONE");
        recall(run);
    }

    @Test
    void aSelectionIsNarrowedToTypesAndToDaysOnWhichMembersJoined() {
        var season = type("sasong");
        addMember(type("ar"), EMAIL);
        addMember(season, EMAIL);
        var late = selection(Map.of("typeIds", List.of(season), "joinedFrom", "2027-01-05"));
        assertThat(late.get("total").asInt()).isZero();
        var chosen = selection(Map.of("typeIds", List.of(season), "joinedFrom", TODAY, "joinedTo", TODAY));
        assertThat(chosen.at("/typeIds/0").asText()).isEqualTo(season);
        assertThat(chosen.at("/joinedTo").asText()).isEqualTo(TODAY);
        var run = chosen.get("id").asText();
        assertThat(office.finish(run).at("/issued/count").asInt()).isPositive();
        assertThat(number("select count(*) from invoice i join invoice_line l on l.tenant_id = i.tenant_id "
                        + "and l.invoice_id = i.id join period p on p.tenant_id = l.tenant_id and p.id = l.period_id "
                        + "join membership s on s.tenant_id = p.tenant_id and s.id = p.membership_id "
                        + "where i.run_id = '" + run + "' and s.type_id <> '" + season + "'"))
                .isZero();
        office.finish(office.startRun("SELECTION", TODAY).get("id").asText());
    }

    @Test
    void aChoiceThatCannotBeIsRefused() {
        var renewal = Map.of("kind", "RENEWAL", "typeIds", List.of(type("ar")));
        assertThat(start(renewal).expect(422).problem()).isEqualTo("choice-of-selection");
        var unknown = Map.of("kind", "SELECTION", "typeIds", List.of(UUID.randomUUID()));
        assertThat(start(unknown).expect(422).problem()).isEqualTo("unknown-type");
        var backwards = Map.of("kind", "SELECTION", "joinedFrom", "2027-01-05", "joinedTo", TODAY);
        assertThat(start(backwards).expect(422).problem()).isEqualTo("joined-backwards");
    }

    private JsonNode selection(Map<String, ?> choice) {
        var body = new HashMap<String, Object>(choice);
        body.put("kind", "SELECTION");
        return start(body).expect(202).json();
    }

    private Client.Reply start(Object body) {
        return office.post("invoice-runs", body, "Idempotency-Key", key());
    }

    private String type(String slug) {
        return found("select id::text from membership_type where slug = '" + slug + "'");
    }

    /** Twice with one key is once; whoever was billed is not any more, and can be billed anew. */
    private JsonNode recall(String run) {
        var key = key();
        var body = Map.of("reason", "Fel pris");
        var path = "invoice-runs/" + run + ":recall";
        office.post(path, body, "Idempotency-Key", key).expect(202);
        office.post(path, body, "Idempotency-Key", key).expect(202);
        Waiting.until("the recall of " + run, () -> state(run).equals("RECALLED"));
        var again = office.post(path, body, "Idempotency-Key", key());
        assertThat(again.expect(422).problem()).isEqualTo("run-not-recallable");
        assertThat(number("select count(*) from invoice where run_id = '" + run + "' and kind = 2"))
                .isEqualTo(number("select count(*) from invoice where run_id = '" + run + "' and kind = 0"));
        var seen = office.get("invoice-runs/" + run).json();
        assertThat(seen.get("recalled").asInt()).isPositive();
        product.books().requireClean();
        return seen;
    }

    private String state(String run) {
        return office.get("invoice-runs/" + run).json().get("state").asText();
    }

    private long notices(String run) {
        return number("select count(*) from dispatch d join invoice i on i.tenant_id = d.tenant_id "
                + "and i.id = d.invoice_id where i.run_id = '" + run + "' and i.kind = 2");
    }

    @Test
    void settingsThatCannotBeAreRefusedEachAtItsPlace() {
        var wrong = Map.of("daily", Map.of(), "startsAt", "25:00", "holdMinutes", -1, "costs", Map.of("LETTER", "x"));
        var tag = office.get("run-settings").expect(200).header("ETag");
        var refused = office.send(
                "PUT", "run-settings", Client.bytes(wrong), "Content-Type", "application/json", "If-Match", tag);
        assertThat(refused.expect(422).json().get("errors"))
                .extracting(error -> error.get("pointer").asText())
                .containsExactlyInAnyOrder("/startsAt", "/holdMinutes", "/costs/LETTER");
    }

    private String preview(String kind) {
        var begun = start(Map.of("kind", kind, "preview", true));
        var run = begun.expect(202).json().get("id").asText();
        Waiting.until("the preview " + run, () -> state(run).equals("PREVIEWED"));
        return run;
    }

    private void approve(String run) {
        act(run, "approve").expect(202);
    }

    private Client.Reply act(String run, String act) {
        return office.post("invoice-runs/" + run + ":" + act, "", "Idempotency-Key", key());
    }

    private static String key() {
        return UUID.randomUUID().toString();
    }

    private void setHold(int minutes) {
        var tag = office.get("run-settings").expect(200).header("ETag");
        var daily = Map.of("RENEWAL", "DO", "REMINDER", "DO", "LAPSE", "DO", "PERIOD_END", "DO");
        var body = Map.of("daily", daily, "startsAt", "06:00", "holdMinutes", minutes, "costs", Map.of());
        office.send("PUT", "run-settings", Client.bytes(body), "Content-Type", "application/json", "If-Match", tag)
                .expect(200);
    }

    private long number(String query) {
        return Long.parseLong(found(query));
    }

    @Test
    void theDayDoesNotLeapIntoAnotherAge() {
        var refused = office.post("business-date", Map.of("businessDate", "9999-12-31"));
        assertThat(refused.expect(422).problem()).isEqualTo("business-date-too-far");
        assertThat(office.get("business-date").json().get("businessDate").asText())
                .isEqualTo(TODAY);
    }

    private void addMember() {
        addMember(type("ar"), EMAIL);
    }

    private void addMember(String type, Map<String, String> contact) {
        var membership =
                Map.of("groupId", found("select id::text from group_node where slug = 'annan-ett'"), "typeId", type);
        var member = new HashMap<String, Object>(contact);
        member.putAll(Map.of(
                "givenName", "Person",
                "familyName", "Utan Avi",
                "born", "1980-05-17",
                "memberships", List.of(membership)));
        office.post("members", member).expect(201);
    }

    private String found(String query) {
        return product.books().column(TENANT, query).get(0);
    }

    private void say(String statement) {
        product.books().column(TENANT, statement);
    }
}
