package se.aviso.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/**
 * Two nodes share one database; the one that works dies without a word in the middle of a run, then in the middle of
 * its recall. The other goes on where it stood: nobody is billed twice, nothing is credited twice, no number is
 * missing.
 */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class NodesIT {
    private static final System.Logger LOG = System.getLogger(NodesIT.class.getName());
    private static final long SEED = Long.getLong("aviso.seed", System.nanoTime());
    private static final Random RANDOM = new Random(SEED);
    private static final int MEMBERS = 8_000;
    private static final Duration PATIENCE = Duration.ofMinutes(5);
    private static final String TENANT = "cirkel";
    private static final String TODAY = "2027-01-04";

    private static TestDatabase database;
    private static Books books;
    private static List<Product> nodes = List.of();
    private static String run = "";

    @BeforeAll
    static void start() {
        LOG.log(System.Logger.Level.INFO, "aviso.seed={0}", Long.toString(SEED));
        database = TestDatabase.start();
        books = new Books(database);
        var first = Product.node(database);
        nodes = List.of(first, Product.node(database));
        first.admin(TENANT).importMembers(members()).expect(200);
    }

    @AfterAll
    static void stop() {
        nodes.forEach(Product::close);
        database.close();
    }

    @Test
    @Order(1)
    void aRunGoesOnOnTheOtherNode() {
        var office = nodes.get(0).admin(TENANT);
        holdFor(office, 600);
        run = office.startRun("SELECTION", TODAY).get("id").asText();
        var left = killWorker("invoice where run_id = '" + run + "'", RANDOM.nextInt(MEMBERS / 2));
        left.admin(TENANT).finish(run, PATIENCE);
        assertThat(count("invoice where run_id = '" + run + "'")).isGreaterThanOrEqualTo(MEMBERS);
        assertThat(count("(select l.period_id from invoice_line l where l.period_id is not null "
                        + "group by l.period_id having count(*) > 1) x"))
                .isZero();
        assertThat(count("membership s where not exists (select from period p where p.tenant_id = s.tenant_id "
                        + "and p.membership_id = s.id)"))
                .isZero();
        books.requireClean();
    }

    @Test
    @Order(2)
    void aRecallGoesOnOnTheOtherNodeAndNoDocumentHasLeft() {
        restartTheDead();
        var office = nodes.get(0).admin(TENANT);
        var issued = count("invoice where run_id = '" + run + "' and kind = 0");
        assertThat(count("dispatch where run_id = '" + run + "' and state <> 0"))
                .isZero();
        office.post("invoice-runs/" + run + ":recall", Map.of("reason", "Fel pris"), "Idempotency-Key", key())
                .expect(202);
        var left = killWorker("invoice where run_id = '" + run + "' and kind = 2", RANDOM.nextInt(MEMBERS / 2));
        var admin = left.admin(TENANT);
        Waiting.until(
                "the recall",
                PATIENCE,
                () -> admin.get("invoice-runs/" + run)
                        .json()
                        .get("state")
                        .asText()
                        .equals("RECALLED"));
        assertThat(count("invoice where run_id = '" + run + "' and kind = 2")).isEqualTo(issued);
        assertThat(count("settlement t join invoice i on i.tenant_id = t.tenant_id and i.id = t.invoice_id "
                        + "where i.run_id = '" + run + "' and i.kind = 0 and t.credited <> t.claimed"))
                .isZero();
        assertThat(count("dispatch where state not in (0, 8)")).isZero();
        assertThat(count("dispatch d join invoice i on i.tenant_id = d.tenant_id and i.id = d.invoice_id "
                        + "where i.run_id = '" + run + "' and d.state = 0"))
                .isZero();
        books.requireClean();
    }

    @Test
    @Order(3)
    void missedDaysAreMadeGoodByTheLatestAlone() {
        restartTheDead();
        var today = LocalDate.now(ZoneId.of("Europe/Stockholm"));
        billWithThreeReminders(today.minusDays(39));
        say(
                "annan",
                "insert into run_setting (tenant_id, start_minute, hold_minutes) select id, 0, 0 from tenant "
                        + "where slug = 'annan' on conflict (tenant_id) do update set start_minute = 0 returning 1");
        say(
                "annan",
                "insert into daily_mode (tenant_id, work, mode) select id, 1, 2 from tenant where slug = 'annan' "
                        + "on conflict (tenant_id, work) do update set mode = 2 returning 1");
        say(
                "annan",
                "insert into daily_claim (tenant_id, day, claimed_at) select id, date '" + today.minusDays(40)
                        + "', now() from tenant where slug = 'annan' returning 1");
        say("annan", "update tenant set business_date = null where slug = 'annan' returning 1");
        Waiting.until("the day", PATIENCE, () -> days().contains(today.toString()));
        assertThat(days()).containsExactly(today.minusDays(40).toString(), today.toString());
        Waiting.until(
                "its runs",
                PATIENCE,
                () -> books.column("annan", "select 1 from run where state = 0").isEmpty());
        assertThat(books.column("annan", "select level || ' ' || issued_on from reminder"))
                .as("the first level alone, on the day on which it was sent")
                .isNotEmpty()
                .allMatch(("1 " + today)::equals);
    }

    /** Bills somebody, as if long ago; three reminders would have come since. */
    private static void billWithThreeReminders(LocalDate dueOn) {
        var office = nodes.get(0).admin("annan");
        var type = books.column("annan", "select id::text from membership_type where slug = 'ar'")
                .get(0);
        var group = books.column("annan", "select id::text from group_node where slug = 'annan-ett'")
                .get(0);
        var levels = IntStream.of(1, 5, 10)
                .mapToObj(days -> Map.of(
                        "afterDays",
                        days,
                        "fee",
                        "0.00",
                        "interest",
                        false,
                        "text",
                        Map.of("sv", "Hej", "en", "Hello")))
                .toList();
        var policy = Map.of("levels", levels, "offerLapseAfterDays", 90, "remindOffers", true);
        var tag = office.get("dunning-policies/" + type).expect(200).header("ETag");
        office.send(
                        "PUT",
                        "dunning-policies/" + type,
                        Client.bytes(policy),
                        "Content-Type",
                        "application/json",
                        "If-Match",
                        tag)
                .expect(200);
        var membership = Map.of("groupId", group, "typeId", type);
        var person = Map.of(
                "givenName", "Person",
                "familyName", "Utan Brådska",
                "born", "1980-05-17",
                "email", "sen@people.example",
                "memberships", List.of(membership));
        office.post("members", person).expect(201);
        office.finish(office.startRun("SELECTION", TODAY).get("id").asText(), PATIENCE);
        say("annan", "update invoice set due_on = date '" + dueOn + "' returning 1");
    }

    private static List<String> days() {
        return books.column("annan", "select day::text from daily_claim order by day");
    }

    /** Kills the node that takes runs forward, as soon as more rows than that are there; answers the other. */
    private static Product killWorker(String rows, int more) {
        Waiting.until(more + " rows", PATIENCE, () -> count(rows) > more);
        var worker = books.column(
                TENANT, "select picked_by from scheduled_tasks where task_name = 'runs' and picked_by is not null");
        assertThat(worker).hasSize(1);
        var dead = nodes.stream()
                .filter(node -> worker.get(0).startsWith("node-" + node.pid() + "-"))
                .findFirst()
                .orElseThrow();
        dead.kill();
        LOG.log(System.Logger.Level.INFO, "{0} is dead behind {1} rows", worker.get(0), Long.toString(count(rows)));
        return nodes.stream().filter(node -> !node.equals(dead)).findFirst().orElseThrow();
    }

    private static void restartTheDead() {
        nodes.stream().filter(node -> !node.isAlive()).forEach(Product::startAgain);
    }

    private static void holdFor(Client office, int minutes) {
        var tag = office.get("run-settings").expect(200).header("ETag");
        var settings = Map.of(
                "daily", Map.of(), "startsAt", "06:00", "holdMinutes", minutes, "costs", Map.of("LETTER", "9.50"));
        office.send("PUT", "run-settings", Client.bytes(settings), "Content-Type", "application/json", "If-Match", tag)
                .expect(200);
    }

    private static String key() {
        return UUID.randomUUID().toString();
    }

    private static void say(String tenant, String statement) {
        books.column(tenant, statement);
    }

    private static long count(String from) {
        return books.number(TENANT, "select count(*) from " + from);
    }

    private static String members() {
        return IntStream.range(0, MEMBERS)
                .mapToObj(i -> (1_000 + i) + ",cirkel-ett,ar,Många,Nummer " + i + ",1985-03-0" + (1 + i % 9) + ",n" + i
                        + "@people.example,,,\n")
                .collect(Collectors.joining(
                        "", "number,group,type,givenName,familyName,born,email,street,postalCode,city\n", ""));
    }
}
