package se.aviso.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import se.aviso.demo.bank.OutgoingPayment;

/** Many at once do what one alone would have done. */
@OnRunningProduct
class ConcurrencyIT {
    private static final int IMPORTERS = 16;
    private static final int THREADS = 32;
    private static final int JOINS_EACH = 3;
    private static final int MEMBERS = 2_100;
    private static final LocalDate DAY = LocalDate.of(2027, 1, 7);

    private final Product product;
    private final Client office;

    ConcurrencyIT(Product product) {
        this.product = product;
        this.office = product.admin("prov");
    }

    @Test
    void sixteenImportersOfOneFileBookItOnce() throws Exception {
        var people = new SignUps(product);
        var payments = new ArrayList<OutgoingPayment>();
        for (var i = 0; i < 5; i++) {
            payments.add(BankFiles.paying(people.join("prov-tva", "ar")));
        }
        for (var i = 0; i < 1_500; i++) {
            payments.add(OutgoingPayment.free("Okänd", "faktura " + i, 10_000 + i));
        }
        var file = BankFiles.of("9913310", DAY, payments);
        var answers = atOnce(
                IMPORTERS,
                number -> () -> office.upload("name=importer-" + number, file).json());
        var id = answers.get(0).get("id").asText();
        assertThat(answers)
                .allSatisfy(answer -> assertThat(answer.get("id").asText()).isEqualTo(id))
                .allSatisfy(answer -> assertThat(answer.get("state").asText()).isIn("BOOKED", "KNOWN", "RECEIVED"));
        var booked = office.get("bank-files/" + id).expect(200).json();
        assertThat(booked.get("state").asText()).isEqualTo("BOOKED");
        assertThat(booked.get("newPayments").asInt()).isEqualTo(payments.size());
        assertThat(booked.get("matched").asInt()).isEqualTo(5);
        assertThat(count("payment where bank_file_id = '" + id + "'")).isEqualTo(payments.size());
        assertThat(count("posting q join payment p on p.tenant_id = q.tenant_id and p.id = q.payment_id "
                        + "where p.bank_file_id = '" + id + "' and q.account = 1930"))
                .isEqualTo(payments.size());
    }

    /** More than a format has places for calls; none may be taken for a file that nobody can read. */
    @Test
    void manyFilesAtOnceAreAllBooked() throws Exception {
        var day = DAY.plusDays(1);
        var files = new ArrayList<byte[]>();
        for (var number = 0; number < THREADS; number++) {
            var payments = new ArrayList<OutgoingPayment>();
            for (var i = 0; i < 300; i++) {
                payments.add(OutgoingPayment.free("Okänd", "fil " + number + " rad " + i, 20_000 + i));
            }
            files.add(BankFiles.of("9913310", day, payments));
        }
        var answers = atOnce(
                THREADS,
                number -> () -> office.upload("name=mycket-" + number, files.get(number))
                        .expect(201)
                        .json());
        assertThat(answers)
                .allSatisfy(answer -> assertThat(answer.get("state").asText())
                        .as(answer.toString())
                        .isEqualTo("BOOKED"))
                .allSatisfy(
                        answer -> assertThat(answer.get("newPayments").asInt()).isEqualTo(300));
    }

    @Test
    void thirtyTwoWhoJoinAtOnceGetNumbersWithoutGap() throws Exception {
        var people = new SignUps(product);
        var joined = atOnce(THREADS, thread -> () -> {
                    var mine = new ArrayList<SignUps.Joined>();
                    for (var i = 0; i < JOINS_EACH; i++) {
                        mine.add(people.join("prov-tva", "ar"));
                    }
                    return mine;
                })
                .stream()
                .flatMap(List::stream)
                .toList();
        var numbers = joined.stream().map(one -> Long.parseLong(one.number())).toList();
        var first = Collections.min(numbers);
        assertThat(numbers)
                .containsExactlyInAnyOrderElementsOf(LongStream.range(first, first + THREADS * JOINS_EACH)
                        .boxed()
                        .toList());
        assertThat(joined.stream().map(SignUps.Joined::ocr)).doesNotHaveDuplicates();
        assertThat(product.books().column("prov", "select number from member").stream())
                .doesNotHaveDuplicates();
    }

    @Test
    void twoRunsAtOnceBillNobodyTwice() throws Exception {
        office.importMembers(members()).expect(200);
        var runs = atOnce(2, number -> () -> office.startRun("SELECTION", "2027-01-04"));
        for (var run : runs) {
            office.finish(run.get("id").asText());
        }
        assertThat(count("invoice i join member m on m.tenant_id = i.tenant_id and m.id = i.member_id "
                        + "where m.number between 500000 and " + (500_000 + MEMBERS - 1)))
                .isEqualTo(MEMBERS);
        assertThat(count("(select l.period_id from invoice_line l join invoice i on i.tenant_id = l.tenant_id "
                        + "and i.id = l.invoice_id where i.kind = 0 and l.period_id is not null "
                        + "group by l.period_id having count(distinct l.invoice_id) > 1) x"))
                .isZero();
        var total = runs.stream()
                .mapToInt((JsonNode run) -> run.get("total").asInt())
                .max();
        assertThat(total.orElse(0)).isGreaterThanOrEqualTo(MEMBERS);
    }

    private long count(String from) {
        return product.books().number("prov", "select count(*) from " + from);
    }

    private static String members() {
        return IntStream.range(0, MEMBERS)
                .mapToObj(i -> (500_000 + i) + ",prov-ett,ar,Många,Nummer " + i + ",1985-03-0" + (1 + i % 9) + ",m" + i
                        + "@people.example,,,\n")
                .collect(Collectors.joining(
                        "", "number,group,type,givenName,familyName,born,email,street,postalCode,city\n", ""));
    }

    private interface Work<T> {
        Callable<T> of(int number);
    }

    /** Begins them all at the same moment and waits for all. */
    private static <T> List<T> atOnce(int threads, Work<T> work) throws Exception {
        var start = new CyclicBarrier(threads);
        var pool = Executors.newFixedThreadPool(threads);
        try {
            var calls = new ArrayList<Callable<T>>();
            for (var number = 0; number < threads; number++) {
                var one = work.of(number);
                calls.add(() -> {
                    start.await(1, TimeUnit.MINUTES);
                    return one.call();
                });
            }
            var results = new ArrayList<T>();
            for (var done : pool.invokeAll(calls, 5, TimeUnit.MINUTES)) {
                results.add(done.get());
            }
            return results;
        } finally {
            pool.shutdownNow();
        }
    }
}
