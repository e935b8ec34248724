package se.aviso.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/**
 * What leaves for the general ledger is what the subledger says, to the öre, once, and the same whenever it is fetched.
 */
@OnRunningProduct
class AccountingExportIT {
    private static final String TENANT = "prov";
    private static final String CLUB = "prov-tva";
    private static final String FROM = "2020-01-01";

    private final Client office;
    private final Product product;
    private final SignUps people;
    private final Overpaying overpaying;
    private final String seller;
    private final String today;

    AccountingExportIT(Product product) {
        this.product = product;
        this.office = product.admin(TENANT);
        this.people = new SignUps(product);
        this.overpaying = new Overpaying(office);
        this.seller = new Tree(office).id(CLUB);
        this.today = "2027-01-04";
    }

    @Test
    void theFilesOfAllExportsAreTheSubledgerOfThePeriodToTheOre() {
        life();
        make().expect(201);
        var sides = new TreeMap<Integer, List<Long>>();
        var entries = 0L;
        for (var export : office.all("accounting-exports?sellerGroupId=" + seller)) {
            var file = sie(export);
            assertThat(file.vouchers()).hasSize(export.get("vouchers").asInt());
            assertAgreeing(export);
            entries += file.vouchers().size();
            file.sides().forEach((account, both) -> sides.merge(account, both, AccountingExportIT::plus));
        }
        assertThat(sides).isEqualTo(subledger());
        assertThat(entries)
                .isEqualTo(product.books()
                        .number(
                                TENANT,
                                "select count(*) from ledger_entry where seller_group_id = '" + seller
                                        + "' and booked_on between '" + FROM + "' and '" + today + "'"));
        assertThat(comparison().get("agrees").asBoolean()).isTrue();
    }

    @Test
    void aFileIsTheSameWheneverItIsFetchedThoughMoreWasBookedSince() {
        life();
        var export = make().expect(201).json();
        var before = file(export, "SIE4I");
        life();
        assertThat(file(export, "SIE4I")).isEqualTo(before);
        assertThat(comparison().get("agrees").asBoolean()).isFalse();
        assertThat(SieReader.read(before).head("#GEN")).containsExactly(today.replace("-", ""));
    }

    @Test
    void theHeadSaysWhoseBooksTheyAre() {
        life();
        var export = make().expect(201).json();
        var file = sie(export);
        assertThat(file.head("#FNAMN")).containsExactly(export.get("sellerName").asText());
        assertThat(file.head("#ORGNR").get(0).replace("-", ""))
                .isEqualTo(export.get("organisationNumber").asText())
                .isNotEmpty();
        assertThat(file.head("#FORMAT")).containsExactly("PC8");
        assertThat(file.vouchers()).extracting(SieReader.Voucher::text).anyMatch(text -> text.matches(".+ [0-9]+"));
    }

    @Test
    void theFeedsSayTheSame() throws IOException {
        life();
        var export = make().expect(201).json();
        var expected = sie(export).sides();
        var json = new TreeMap<Integer, List<Long>>();
        for (var line :
                new String(file(export, "JSON"), StandardCharsets.UTF_8).lines().toList()) {
            for (var row : new ObjectMapper().readTree(line).get("rows")) {
                add(json, row.get("account").asInt(), ore(row.get("amount").asText()));
            }
        }
        assertThat(json).isEqualTo(expected);
        var csv = new TreeMap<Integer, List<Long>>();
        new String(file(export, "CSV"), StandardCharsets.UTF_8).lines().skip(1).forEach(line -> {
            var row = line.replaceAll("\"[^\"]*\"", "").split(",", -1);
            add(csv, Integer.parseInt(row[3]), ore(row[4]));
        });
        assertThat(csv).isEqualTo(expected);
    }

    @Test
    void whatLeftDoesNotLeaveAgain() {
        life();
        make().expect(201);
        assertThat(make().expect(422).text()).contains("export-nothing");
        assertThat(overpaying
                        .post("accounting-exports", wish(FROM, "2030-01-01"))
                        .expect(422)
                        .text())
                .contains("export-future");
        assertThat(overpaying
                        .post("accounting-exports", wish(today, FROM))
                        .expect(422)
                        .text())
                .contains("export-period");
        office.get("accounting-exports/" + newest().get("id").asText() + "/file?format=NONE")
                .expect(404);
    }

    @Test
    void manyAtATimeTakeEachEntryOnceAndNumberWithoutGaps() throws Exception {
        life();
        var workers = Executors.newFixedThreadPool(6);
        try {
            var work = new ArrayList<Callable<Client.Reply>>();
            for (var at = 0; at < 6; at++) {
                work.add(this::make);
            }
            var made = 0;
            for (var reply : workers.invokeAll(work)) {
                assertThat(reply.get().status()).isIn(201, 422);
                made += reply.get().status() == 201 ? 1 : 0;
            }
            assertThat(made).isEqualTo(1);
        } finally {
            workers.shutdownNow();
        }
        var numbers = office.all("accounting-exports?sellerGroupId=" + seller).stream()
                .map(each -> each.get("number").asInt())
                .collect(Collectors.toSet());
        assertThat(numbers).isEqualTo(upTo(numbers.size()));
    }

    @Test
    void anExportThatIsNotItsEntriesIsFound() {
        life();
        make().expect(201);
        assertThat(product.books()
                        .foundAfter(
                                TENANT,
                                "update accounting_export set turnover = turnover + 1 where number = 1 and seller_group_id = '"
                                        + seller + "'",
                                "81-exports-are-their-entries"))
                .hasSize(1);
    }

    /** Without rules nothing is moved, and each account of each month is the subledger's. */
    private void assertAgreeing(JsonNode export) {
        var sums = office.get("accounting-exports/" + export.get("id").asText() + "/sums")
                .expect(200)
                .json();
        assertThat(sums.get("agrees").asBoolean()).isTrue();
        assertThat(sums.get("bookedDebit")).isEqualTo(export.get("turnover"));
        assertThat(sums.get("moved").asText()).isEqualTo("0.00");
        assertThat(sums.get("items")).isNotEmpty().allSatisfy(row -> {
            assertThat(row.get("debit")).isEqualTo(row.get("bookedDebit"));
            assertThat(row.get("credit")).isEqualTo(row.get("bookedCredit"));
        });
    }

    /** Something is billed, paid, credited, kept and paid back. */
    private void life() {
        var joined = people.join(CLUB, "ar");
        var other = people.join(CLUB, "ar");
        office.upload(
                        "name=betalt.txt",
                        BankFiles.of("9913310", LocalDate.parse(today), List.of(BankFiles.paying(joined))))
                .expect(201);
        overpaying
                .post("invoices/" + other.invoiceId() + "/credit-notes", Map.of("reason", "Fel"))
                .expect(201);
    }

    private Client.Reply make() {
        return overpaying.post("accounting-exports", wish(FROM, today));
    }

    private JsonNode newest() {
        return office.all("accounting-exports?sellerGroupId=" + seller).get(0);
    }

    private Map<String, Object> wish(String first, String last) {
        return Map.of("sellerGroupId", seller, "firstDay", first, "lastDay", last);
    }

    private JsonNode comparison() {
        return office.get("accounting-exports/comparison?sellerGroupId=" + seller + "&firstDay=" + FROM + "&lastDay="
                        + today)
                .expect(200)
                .json();
    }

    private SieReader sie(JsonNode export) {
        return SieReader.read(file(export, "SIE4I"));
    }

    private byte[] file(JsonNode export, String format) {
        return office.get("accounting-exports/" + export.get("id").asText() + "/file?format=" + format)
                .expect(200)
                .bytes();
    }

    /** By the postings themselves, past the product. */
    private Map<Integer, List<Long>> subledger() {
        var sides = new TreeMap<Integer, List<Long>>();
        product.books()
                .column(
                        TENANT,
                        "select p.account || ' ' || p.side || ' ' || sum(p.amount) from posting p join ledger_entry e "
                                + "on e.tenant_id = p.tenant_id and e.id = p.entry_id where e.seller_group_id = '"
                                + seller
                                + "' and e.booked_on between '" + FROM + "' and '" + today
                                + "' group by p.account, p.side")
                .forEach(row -> {
                    var parts = row.split(" ", -1);
                    var ore = Long.parseLong(parts[2]);
                    add(sides, Integer.parseInt(parts[0]), parts[1].equals("0") ? ore : -ore);
                });
        return sides;
    }

    private static void add(Map<Integer, List<Long>> sides, int account, long ore) {
        sides.merge(account, List.of(Math.max(ore, 0), Math.max(-ore, 0)), AccountingExportIT::plus);
    }

    private static List<Long> plus(List<Long> one, List<Long> other) {
        return List.of(one.get(0) + other.get(0), one.get(1) + other.get(1));
    }

    private static long ore(String amount) {
        return new BigDecimal(amount).movePointRight(2).longValueExact();
    }

    private static Set<Integer> upTo(int last) {
        return IntStream.rangeClosed(1, last).boxed().collect(Collectors.toSet());
    }
}
