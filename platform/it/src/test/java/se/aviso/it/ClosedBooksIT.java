package se.aviso.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import se.aviso.demo.bank.OutgoingPayment;

/** Nothing is booked in closed books, whatever it is and however it comes. */
@OnRunningProduct
class ClosedBooksIT {
    private static final String TENANT = "prov";
    private static final String LAST = "2027-03-31";
    private static final String FIRST_OPEN = "2027-04-01";

    private final Product product;
    private final Client office;
    private final SignUps people;
    private final Overpaying overpaying;
    private final Clubs clubs;
    private final String seller;
    private final String federation;

    ClosedBooksIT(Product product) {
        this.product = product;
        this.office = product.admin(TENANT);
        this.people = new SignUps(product);
        this.overpaying = new Overpaying(office);
        this.clubs = new Clubs(product, TENANT);
        this.seller = new Tree(office).id("prov-tva");
        this.federation = new Tree(office).id("prov-forbund");
    }

    /** Other tests book on days of their own. */
    @AfterEach
    void theBooksAreOpenAgainAndClean() throws SQLException {
        product.books().damage(TENANT, "with gone as (delete from books_closing) update tenant set hue = hue");
        product.books().requireClean();
    }

    @Test
    void whateverIsBookedMovesToTheFirstOpenDayAndKeepsItsOwn() throws SQLException {
        var before = product.books().column(TENANT, "select coalesce(max(id::text), '') from ledger_entry");
        close(seller);
        close(federation);

        var joined = people.join("prov-tva", "ar");
        var payment = overpaying.by(joined, 120_00);
        overpaying
                .post("payments/" + payment + "/credits", Map.of("amount", "50.00"))
                .expect(201);
        var next = bill(joined);
        overpaying
                .post("invoices/" + next + "/credit-notes", Map.of("reason", "Fel"))
                .expect(201);
        allocateAndUndo(people.join("prov-tva", "ar"));
        refund(payment);
        overpaying
                .post("invoices/" + people.join("prov-tva", "ar").invoiceId() + ":write-off", Map.of("reason", "Borta"))
                .expect(200);
        sharesAreEarnedAndPaidOut();
        recallARun();

        var mine = " from ledger_entry where id::text > '" + before.get(0) + "' and seller_group_id in ('" + seller
                + "', '" + federation + "')";
        assertThat(product.books()
                        .column(TENANT, "select distinct booked_on::text || ' ' || (happened_on < booked_on)" + mine))
                .containsExactly(FIRST_OPEN + " true");
        assertThat(product.books().column(TENANT, "select distinct kind::text" + mine + " order by 1"))
                .as("each kind of entry was booked")
                .containsExactlyInAnyOrder("0", "1", "2", "3", "4", "5", "6", "7", "8", "9", "10", "11");
        product.books().requireClean();
    }

    @Test
    void aLateFileIsBookedOnTheFirstOpenDayWithItsTrueDayBeside() {
        var closing = closing(seller, "2027-01-03").expect(201).json();
        assertThat(closing.get("sellerName").asText()).isNotEmpty();
        var joined = people.join("prov-tva", "ar");
        var file = office.upload(
                        "name=sen.txt",
                        BankFiles.of("9913310", LocalDate.of(2026, 12, 30), List.of(BankFiles.paying(joined))))
                .expect(201)
                .json();
        var payment =
                office.all("payments?bankFileId=" + file.get("id").asText()).get(0);
        assertThat(payment.get("bookedOn").asText()).isEqualTo("2026-12-30");
        var entry = office.all("ledger-entries?paymentId=" + payment.get("id").asText())
                .get(0);
        assertThat(entry.get("bookedOn").asText()).isEqualTo("2027-01-04");
        assertThat(entry.get("happenedOn").asText()).isEqualTo("2026-12-30");
    }

    @Test
    void theLastClosedPeriodIsOpenedAgainForAReasonThatTheTrailKeeps() {
        assertThat(closing(seller, "2027-01-04").expect(422).text()).contains("books-close-day");
        var first = closing(seller, "2026-11-30").expect(201).json();
        var second = closing(seller, "2026-12-31").expect(201).json();
        assertThat(closing(seller, "2026-12-31").expect(422).text()).contains("books-closed-already");
        assertThat(reopen(first, "Rättelse").expect(409).problem()).isEqualTo("conflict-books-not-last");
        assertThat(reopen(second, " ").expect(422).text()).contains("books-reopen-reason");
        var open = reopen(second, "Revisorn vill det").expect(200).json();
        assertThat(open.get("reason").asText()).isEqualTo("Revisorn vill det");
        reopen(second, "igen").expect(200);
        var told = office.get("audit-entries?act=BOOKS_REOPENED&limit=1")
                .expect(200)
                .json();
        assertThat(told.toString()).contains("Revisorn vill det", "2026-12-31");
        assertThat(office.all("books-closings?sellerGroupId=" + seller)).hasSize(2);
        reopen(first, "Börja om").expect(200);
    }

    @Test
    void theDatabaseRefusesWhatGoesPastTheProduct() throws SQLException {
        close(seller);
        var entry =
                "insert into ledger_entry (tenant_id, id, seller_group_id, kind, booked_on, created_at) select tenant_id,"
                        + " gen_random_uuid(), id, 0, date '%s', now() from group_node where id = '" + seller + "'";
        assertThatThrownBy(() -> product.books().damage(TENANT, entry.formatted(LAST)))
                .isInstanceOf(SQLException.class)
                .hasMessageContaining("closed books");
        assertThat(product.books().foundAfter(TENANT, entry.formatted(FIRST_OPEN), "02-entries-have-postings"))
                .as("an open day is taken")
                .hasSize(1);
    }

    /** Whoever closes waits for those who book, and they for it: nothing slips in beside. */
    @Test
    void closingAndBookingAtTheSameTimeLeavesNothingInClosedBooks() throws Exception {
        var members = new ArrayList<SignUps.Joined>();
        for (var i = 0; i < 6; i++) {
            members.add(people.join("prov-tva", "ar"));
        }
        var workers = Executors.newFixedThreadPool(members.size());
        try {
            var work = new ArrayList<Callable<Client.Reply>>();
            for (var at = 0; at < members.size(); at++) {
                var day = LocalDate.of(2026, 10, 1).plusDays(at);
                var file = BankFiles.of("9913310", day, List.of(BankFiles.paying(members.get(at))));
                work.add(() -> office.upload("name=samtidig.txt", file));
                var upTo = day.toString();
                work.add(() -> closing(seller, upTo));
            }
            for (var reply : workers.invokeAll(work, 120, TimeUnit.SECONDS)) {
                assertThat(reply.get().status()).isIn(201, 422);
            }
        } finally {
            workers.shutdownNow();
        }
        assertThat(product.books()
                        .number(
                                TENANT,
                                "select count(*) from ledger_entry e join books_closing c on c.seller_group_id = e.seller_group_id"
                                        + " and e.booked_on <= c.closed_to where e.created_at > c.closed_at"))
                .isZero();
    }

    private void close(String group) throws SQLException {
        product.books()
                .damage(
                        TENANT,
                        "insert into books_closing (tenant_id, id, seller_group_id, closed_to, closed_at, closed_by) select"
                                + " tenant_id, gen_random_uuid(), id, '" + LAST
                                + "', now(), 'Prov' from group_node where id = '"
                                + group + "'");
    }

    private Client.Reply closing(String group, String day) {
        return overpaying.post("books-closings", Map.of("sellerGroupId", group, "closedTo", day));
    }

    private Client.Reply reopen(JsonNode closing, String reason) {
        return overpaying.post("books-closings/" + closing.get("id").asText() + ":reopen", Map.of("reason", reason));
    }

    private String bill(SignUps.Joined joined) {
        var line = Map.of("kind", "FREE", "text", "Läger", "unit", "120.00", "vat", "ZERO", "account", 3050);
        var body = Map.of("groupId", seller, "memberId", joined.memberId(), "lines", List.of(line));
        return overpaying.post("invoices", body).expect(201).json().get("id").asText();
    }

    private void allocateAndUndo(SignUps.Joined joined) {
        var payment = overpaying.paid(OutgoingPayment.free("Någon", "vet ej", joined.ore()));
        var wish = Map.of("allocations", List.of(Map.of("invoiceId", joined.invoiceId())));
        var allocation = overpaying
                .post("payments/" + payment + "/allocations", wish)
                .expect(201)
                .json()
                .at("/allocations/0/id")
                .asText();
        office.send(
                        "DELETE",
                        "payments/" + payment + "/allocations/" + allocation,
                        new byte[0],
                        "Idempotency-Key",
                        Overpaying.key())
                .expect(200);
    }

    private void refund(String payment) {
        var wish = Map.of("amount", "20.00", "accountKind", "BANKGIRO", "account", "991-2346", "payee", "Anna Ek");
        var refund = overpaying
                .post("payments/" + payment + "/refunds", wish)
                .expect(201)
                .json();
        overpaying
                .post("refunds/" + refund.get("id").asText() + ":pay", Map.of())
                .expect(200);
    }

    /** The federation's share is larger than what other tests have had taken back: something is left to pay out. */
    private void sharesAreEarnedAndPaidOut() {
        var slug = "stangd-" + UUID.randomUUID().toString().substring(0, 8);
        var prices = List.of(
                NewType.price("OWN", "200.00"),
                NewType.price("FEDERATION", "15000.00"),
                NewType.price("DISTRICT", "0.00"));
        NewType.add(office, NewType.of(slug, prices, Map.of("shares", "ONE_LINE", "lateSignUp", "WHOLE")));
        var paying = BankFiles.paying(people.join("prov-tva", slug));
        office.upload("name=delad.txt", BankFiles.of("9913310", LocalDate.of(2027, 1, 4), List.of(paying)))
                .expect(201);
        var made = overpaying
                .post("group-shares/payouts", Map.of("sellerGroupId", seller, "upTo", "2027-01-04"))
                .expect(201)
                .json();
        assertThat(made.get("items")).isNotEmpty();
        overpaying
                .post("group-shares/payouts:pay", Map.of("sellerGroupId", seller))
                .expect(200);
    }

    private void recallARun() {
        var place = clubs.place();
        clubs.member(place, "2027-01-04");
        var run = clubs.run("SELECTION", place);
        overpaying
                .post("invoice-runs/" + run + ":recall", Map.of("reason", "Fel pris"))
                .expect(202);
        Waiting.until(
                "the recall of " + run,
                () -> office.get("invoice-runs/" + run)
                        .json()
                        .get("state")
                        .asText()
                        .equals("RECALLED"));
    }
}
