package se.aviso.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import se.aviso.demo.bank.OutgoingPayment;

/** What a simulation foretold is what comes to pass, month by month and group by group, when everybody pays. */
@OnRunningProduct
class SimulationIT {
    private static final String TENANT = "spel";
    private static final String BANKGIRO = "9913393";
    private static final LocalDate START = LocalDate.of(2027, 1, 4);
    private static final LocalDate END = START.plusMonths(12);

    /** The days on which something is renewed: seasons, calendar years, and what was begun today as an offer. */
    private static final List<LocalDate> RENEWALS =
            List.of(LocalDate.of(2027, 5, 31), LocalDate.of(2027, 12, 1), LocalDate.of(2027, 12, 4));

    /** Every row that billing, sending or booking could leave. */
    private static final String TRACES =
            "select (select count(*) from invoice) || ' ' || (select count(*) from period) || ' '"
                    + " || (select count(*) from dispatch) || ' ' || (select count(*) from ledger_entry) || ' '"
                    + " || (select count(*) from reminder) || ' ' || (select count(*) from settlement) || ' '"
                    + " || (select sum(next) from number_series) || ' ' || (select sum(next) from reference_series)";

    private final Product product;
    private final Client office;
    private final SignUps people;

    SimulationIT(Product product) {
        this.product = product;
        this.office = product.admin(TENANT);
        this.people = new SignUps(product);
    }

    @Test
    void whatWasForetoldComesToPassWhenEverybodyPays() {
        for (var type : List.of("ar", "ar", "ar", "sasong", "stod")) {
            people.join("spel-ett", type);
        }
        for (var type : List.of("sasong", "ar", "stod")) {
            people.join("spel-tva", type);
        }
        var before = column(TRACES);
        var simulation = simulate(Map.of("months", 12, "paidPercent", 100));
        assertThat(column(TRACES)).isEqualTo(before);
        assertThat(simulation.get("blocked").asInt()).isZero();
        var foretold = column(foretold(simulation.get("id").asText()));
        assertThat(foretold).hasSizeGreaterThan(6);

        play();

        assertThat(happened()).isEqualTo(foretold);
        assertThat(sum(simulation, "invoices")).isEqualTo(8);
        assertThat(simulation.get("result").get(0).get("month").asText()).isEqualTo("2027-01");
    }

    @Test
    void nonsenseIsRefusedWithWhatToDo() {
        assertThat(office.post("simulations", Map.of("months", 0, "paidPercent", 100))
                        .expect(422)
                        .problem())
                .isEqualTo("simulation-months");
        assertThat(office.post("simulations", Map.of("months", 3, "paidPercent", 101))
                        .expect(422)
                        .problem())
                .isEqualTo("simulation-percent");
    }

    private JsonNode simulate(Map<String, Object> wish) {
        var location = office.post("simulations", wish).expect(202).header("Location");
        var path = location.substring(location.indexOf("simulations/"));
        Waiting.until("the simulation", () -> {
            var state = office.get(path).expect(200).json().get("state").asText();
            assertThat(state).isIn("RUNNING", "DONE");
            return state.equals("DONE");
        });
        assertThat(office.get(path + "/result.csv").expect(200).text()).contains("2027-05;");
        return office.get(path).json();
    }

    /** Moves the day to each on which something happens, and pays on it what is due. */
    private void play() {
        var days = new TreeSet<>(RENEWALS);
        days.addAll(dueAfter(START));
        while (!days.isEmpty() && !days.first().isAfter(END)) {
            var day = days.pollFirst();
            office.moveTo(day.toString());
            pay(day);
            days.addAll(dueAfter(day));
        }
        office.moveTo(END.toString());
    }

    private void pay(LocalDate day) {
        var due = column(UNPAID.formatted("<=", day)).stream()
                .map(each -> each.split(" ", -1))
                .map(each -> OutgoingPayment.checked("Betalare", each[1], Long.parseLong(each[2])))
                .toList();
        if (!due.isEmpty()) {
            office.upload("name=" + day + ".txt", BankFiles.of(BANKGIRO, day, due))
                    .expect(201);
        }
    }

    private List<LocalDate> dueAfter(LocalDate day) {
        return column(UNPAID.formatted(">", day)).stream()
                .map(each -> LocalDate.parse(each.split(" ", -1)[0]))
                .toList();
    }

    private static final String UNPAID =
            "select i.due_on || ' ' || i.ocr || ' ' || coalesce(s.claimed - s.received - s.credited, i.total) from invoice i"
                    + " left join settlement s on s.invoice_id = i.id left join offer_answer o on o.invoice_id = i.id"
                    + " where i.due_on %s '%s' and ((i.kind = 0 and s.status < 2) or (i.kind = 1 and o.state = 0))"
                    + " and i.total > 0";

    private static String foretold(String simulation) {
        return "select to_char(f.month, 'YYYY-MM') || ' ' || g.slug || ' ' || f.invoices || ' ' || f.invoiced || ' ' || f.offers"
                + " || ' ' || f.reminders || ' ' || f.lapses || ' ' || f.paid from simulation_month f"
                + " join group_node g on g.id = f.group_id where f.origin = 0 and f.simulation_id = '" + simulation
                + "' order by 1";
    }

    private List<String> happened() {
        return column("with what(day, group_id, invoices, invoiced, offers, reminders, lapses, paid) as ("
                + "select issued_on, group_id, (kind = 0)::int, case when kind = 0 then total else 0 end, (kind = 1)::int, 0, 0, 0::bigint from invoice"
                + " union all select r.issued_on, i.group_id, 0, 0, 0, 1, 0, 0 from reminder r join invoice i on i.id = r.invoice_id"
                + " union all select o.answered_on, i.group_id, 0, 0, 0, 0, 1, 0 from offer_answer o join invoice i on i.id = o.invoice_id and o.state = 2"
                + " union all select a.allocated_on, i.group_id, 0, 0, 0, 0, 0, a.amount from allocation a join invoice i on i.id = a.invoice_id)"
                + " select to_char(w.day, 'YYYY-MM') || ' ' || g.slug || ' ' || sum(w.invoices) || ' ' || sum(w.invoiced) || ' ' || sum(w.offers)"
                + " || ' ' || sum(w.reminders) || ' ' || sum(w.lapses) || ' ' || sum(w.paid) from what w join group_node g on g.id = w.group_id"
                + " where w.day > '" + START + "' and w.day <= '" + END
                + "' group by to_char(w.day, 'YYYY-MM'), g.slug order by 1");
    }

    private static int sum(JsonNode simulation, String figure) {
        var sum = 0;
        for (var month : simulation.get("result")) {
            sum += month.get("simulated").get(figure).asInt();
        }
        return sum;
    }

    private List<String> column(String query) {
        return product.books().column(TENANT, query);
    }
}
