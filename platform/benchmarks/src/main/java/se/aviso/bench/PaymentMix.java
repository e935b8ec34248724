package se.aviso.bench;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Searches of payments as a treasurer makes them: by payer, reference, account, amount, day, file, group and state. */
final class PaymentMix {
    /** What the searches of a round ask for, in their order. */
    static final List<String> SORTS = List.of(
            "amount of a month",
            "waiting of a year",
            "payer",
            "text and amount",
            "reference",
            "account",
            "file and amount",
            "group of a month",
            "of an invoice",
            "rare amount",
            "reason");

    private final Random random;
    private final List<String> places;
    private final List<String> files;
    private final List<String> invoices;
    private final List<String> references;

    /** Looks up what the tenant has that can be asked for. */
    PaymentMix(Connection owner, String tenant, long seed) throws SQLException {
        this.random = new Random(seed);
        var of = " where tenant_id = '" + tenant + "' and ";
        this.places =
                SearchMix.texts(owner, "select id from group_node" + of + "slug ~ '^big-plats-([1-9]|1[0-9]|2[0-9])$'");
        this.files = SearchMix.texts(owner, "select id from bank_file" + of + "name like 'vecka-%' limit 200");
        this.invoices = SearchMix.texts(
                owner, "select invoice_id from allocation" + of + "allocated_on > '2026-06-01' limit 100");
        this.references = SearchMix.texts(
                owner, "select ocr from invoice" + of + "giro = '9900000' and number % 9973 = 3 limit 100");
    }

    /** So many searches, of each sort as many: round by round, in the order of {@link #SORTS}. */
    List<Asking.Wish> wishes(int each) {
        var all = new ArrayList<Asking.Wish>();
        for (var i = 0; i < each; i++) {
            all.addAll(List.of(
                    amountOfMonth(),
                    waiting(),
                    payer(),
                    textAndAmount(),
                    reference(),
                    account(),
                    fileAndAmount(),
                    groupOfMonth(),
                    ofInvoice(),
                    rareAmount(),
                    reason()));
        }
        return all;
    }

    private Asking.Wish amountOfMonth() {
        var first = month();
        var last = first.plusMonths(1);
        var amount = 100 + random.nextInt(60);
        return new Asking.Wish(
                "?amount=" + amount + "&bookedFrom=" + first + "&bookedTo=" + last,
                List.of("p.amount = " + amount * 100, "p.booked_on between '" + first + "' and '" + last + "'"));
    }

    private Asking.Wish waiting() {
        var first = LocalDate.of(2019 + random.nextInt(8), 1, 1);
        return new Asking.Wish(
                "?suspense=true&bookedFrom=" + first + "&bookedTo=" + first.plusYears(1) + "&amountFrom=300",
                List.of(
                        "s.reason <> 0",
                        "p.booked_on between '" + first + "' and '" + first.plusYears(1) + "'",
                        "p.amount >= 30000"));
    }

    private Asking.Wish payer() {
        var family = "family" + random.nextInt(5000);
        var first = month();
        return new Asking.Wish(
                "?q=" + family + "&bookedFrom=" + first, List.of(word(family), "p.booked_on >= '" + first + "'"));
    }

    private Asking.Wish textAndAmount() {
        var amount = 100 + random.nextInt(60);
        return new Asking.Wish(
                "?q=lager&amount=" + amount + "&suspense=false",
                List.of(word("lager"), "p.amount = " + amount * 100, "s.reason = 0"));
    }

    private Asking.Wish reference() {
        var reference = any(references);
        return new Asking.Wish(
                "?reference=" + reference + "&suspense=false",
                List.of(
                        "p.id in (select r.payment_id from payment_reference r where r.tenant_id = p.tenant_id "
                                + "and r.reference = '" + reference + "')",
                        "s.reason = 0"));
    }

    private Asking.Wish account() {
        var account = 8_000_000_001L + random.nextInt(90_000);
        var first = month();
        return new Asking.Wish(
                "?account=" + account + "&bookedFrom=" + first,
                List.of("p.payer_account = '" + account + "'", "p.booked_on >= '" + first + "'"));
    }

    private Asking.Wish fileAndAmount() {
        var file = any(files);
        return new Asking.Wish(
                "?bankFileId=" + file + "&amountFrom=400",
                List.of("p.bank_file_id = '" + file + "'", "p.amount >= 40000"));
    }

    private Asking.Wish groupOfMonth() {
        var place = any(places);
        var first = month();
        return new Asking.Wish(
                "?groupId=" + place + "&bookedFrom=" + first + "&bookedTo=" + first.plusMonths(1) + "&amountFrom=1200",
                List.of(
                        SearchMix.below("p", place),
                        "p.booked_on between '" + first + "' and '" + first.plusMonths(1) + "'",
                        "p.amount >= 120000"));
    }

    private Asking.Wish ofInvoice() {
        var invoice = any(invoices);
        return new Asking.Wish(
                "?invoiceId=" + invoice + "&suspense=false",
                List.of(
                        "p.id in (select a.payment_id from allocation a where a.tenant_id = p.tenant_id "
                                + "and a.invoice_id = '" + invoice + "')",
                        "s.reason = 0"));
    }

    private Asking.Wish rareAmount() {
        var least = 1200 + random.nextInt(60);
        var first = month();
        return new Asking.Wish(
                "?amountFrom=" + least + "&amountTo=" + (least + 1) + "&bookedTo=" + first + "&suspense=false",
                List.of(
                        "p.amount between " + least * 100 + " and " + (least + 1) * 100,
                        "p.booked_on <= '" + first + "'",
                        "s.reason = 0"));
    }

    private Asking.Wish reason() {
        var last = month();
        return new Asking.Wish(
                "?reason=UNKNOWN_REFERENCE&bookedTo=" + last + "&amountFrom=1200",
                List.of("s.reason = 2", "p.booked_on <= '" + last + "'", "p.amount >= 120000"));
    }

    private static String word(String word) {
        return "p.id in (select t.id from search_token t where t.tenant_id = p.tenant_id and t.token >= '" + word
                + "' and t.token < '" + word + "~' and t.kind = 3)";
    }

    private LocalDate month() {
        return LocalDate.of(2019 + random.nextInt(8), 1 + random.nextInt(12), 1);
    }

    private String any(List<String> some) {
        return some.get(random.nextInt(some.size()));
    }
}
