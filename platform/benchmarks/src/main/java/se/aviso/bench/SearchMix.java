package se.aviso.bench;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * Searches as an office makes them, of four criteria or more each: what is broad, rare, old, new and not there at all.
 */
final class SearchMix {
    /** What the searches of a round ask for, in their order. */
    static final List<String> SORTS = List.of(
            "unpaid of a month",
            "unpaid of a district",
            "reminded of a type",
            "failed mails",
            "by name",
            "settled of a club",
            "late, by amount",
            "narrow amount",
            "of a run",
            "of a member");

    private static final int FIRST_YEAR = 2019;
    private static final int YEARS = 8;
    private static final String CLAIMS = "i.kind = 0";
    private static final String UNPAID = "s.status in (0, 1)";

    private final Random random;
    private final List<String> districts;
    private final List<String> clubs;
    private final List<String> types;
    private final List<String> runs;
    private final List<String> members;

    /** Looks up what the tenant has that can be asked for. */
    SearchMix(Connection owner, String tenant, long seed) throws SQLException {
        this.random = new Random(seed);
        var of = " where tenant_id = '" + tenant + "' and ";
        this.districts = texts(owner, "select id from group_node" + of + "slug ~ '^big-plats-([1-9]|1[0-9]|20)$'");
        this.clubs = texts(owner, "select id from group_node" + of + "slug ~ '^big-plats-[3-9][0-9]$'");
        this.types = texts(owner, "select id from membership_type" + of + "slug like 'big-slag-%'");
        this.runs = texts(
                owner, "select distinct run_id from invoice" + of + "run_id is not null and issued_on > '2019-01-01'");
        this.members = texts(owner, "select id from member" + of + "number between 10000001 and 10000050");
    }

    /** So many searches, of each sort as many: round by round, in the order of {@link #SORTS}. */
    List<Asking.Wish> wishes(int each) {
        var all = new ArrayList<Asking.Wish>();
        for (var i = 0; i < each; i++) {
            all.addAll(List.of(
                    unpaidOfMonth(),
                    unpaidOfDistrict(),
                    remindedOfType(),
                    failed(),
                    byName(),
                    settledOfClub(),
                    late(),
                    narrowAmount(),
                    ofRun(),
                    ofMember()));
        }
        return all;
    }

    private Asking.Wish unpaidOfMonth() {
        var first = month();
        var last = first.plusMonths(1).minusDays(1);
        var least = 200 + random.nextInt(3) * 100;
        return new Asking.Wish(
                "?settlement=OPEN,PARTLY_PAID&kind=CLAIM&dueFrom=" + first + "&dueTo=" + last + "&amountFrom=" + least,
                List.of(UNPAID, CLAIMS, from("i.due_on", first), to("i.due_on", last), "i.total >= " + least * 100));
    }

    private Asking.Wish unpaidOfDistrict() {
        var district = any(districts);
        var first = LocalDate.of(year(), 1, 1);
        return new Asking.Wish(
                "?groupId=" + district + "&settlement=OPEN&issuedFrom=" + first + "&issuedTo=" + first.plusYears(1)
                        + "&amountFrom=300",
                List.of(
                        below("i", district),
                        "s.status = 0",
                        from("i.issued_on", first),
                        to("i.issued_on", first.plusYears(1)),
                        "i.total >= 30000"));
    }

    private Asking.Wish remindedOfType() {
        var type = any(types);
        var last = month();
        return new Asking.Wish(
                "?kind=CLAIM&dunningLevel=1&typeId=" + type + "&dueTo=" + last + "&sort=-dueOn",
                List.of(CLAIMS, reminded(), ofType(type), to("i.due_on", last)));
    }

    private Asking.Wish failed() {
        var first = month();
        return new Asking.Wish(
                "?delivery=FAILED&channel=EMAIL&settlement=OPEN&issuedFrom=" + first,
                List.of(
                        "exists (select 1 from dispatch t where t.tenant_id = i.tenant_id and t.invoice_id = i.id "
                                + "and t.state = 5 and t.channel = 0)",
                        "s.status = 0",
                        from("i.issued_on", first)));
    }

    private Asking.Wish byName() {
        var name = "family" + random.nextInt(5000);
        var first = LocalDate.of(year(), 1, 1);
        return new Asking.Wish(
                "?q=" + name + "&kind=CLAIM&settlement=SETTLED&issuedFrom=" + first,
                List.of(
                        "i.member_id in (select t.id from search_token t where t.tenant_id = i.tenant_id "
                                + "and t.token >= '" + name + "' and t.token < '" + name + "~' and t.kind = 1)",
                        CLAIMS,
                        "s.status = 2",
                        from("i.issued_on", first)));
    }

    private Asking.Wish settledOfClub() {
        var club = any(clubs);
        var type = any(types);
        var first = LocalDate.of(year(), 1, 1);
        return new Asking.Wish(
                "?groupId=" + club + "&typeId=" + type + "&settlement=SETTLED&dueFrom=" + first + "&dueTo="
                        + first.plusYears(1),
                List.of(
                        below("i", club),
                        ofType(type),
                        "s.status = 2",
                        from("i.due_on", first),
                        to("i.due_on", first.plusYears(1))));
    }

    private Asking.Wish late() {
        var district = any(districts);
        var least = 300 + random.nextInt(100);
        return new Asking.Wish(
                "?overdue=true&groupId=" + district + "&amountFrom=" + least + "&amountTo=" + (least + 100)
                        + "&sort=-dueOn",
                List.of(
                        CLAIMS,
                        UNPAID,
                        "i.due_on < '2027-01-01'",
                        below("i", district),
                        "i.total >= " + least * 100,
                        "i.total <= " + (least + 100) * 100));
    }

    private Asking.Wish narrowAmount() {
        var least = 100 + random.nextInt(1100);
        var last = month();
        return new Asking.Wish(
                "?kind=CLAIM&occasion=RENEWAL&amountFrom=" + least + "&amountTo=" + (least + 1) + "&dueTo=" + last,
                List.of(
                        CLAIMS,
                        "i.occasion = 1",
                        "i.total >= " + least * 100,
                        "i.total <= " + (least + 1) * 100,
                        to("i.due_on", last)));
    }

    private Asking.Wish ofRun() {
        var run = any(runs);
        return new Asking.Wish(
                "?runId=" + run + "&settlement=OPEN,PARTLY_PAID&kind=CLAIM&amountFrom=200",
                List.of("i.run_id = '" + run + "'", UNPAID, CLAIMS, "i.total >= 20000"));
    }

    private Asking.Wish ofMember() {
        var member = any(members);
        var first = LocalDate.of(year(), 1, 1);
        return new Asking.Wish(
                "?payerId=" + member + "&kind=CLAIM&settlement=SETTLED&dueFrom=" + first,
                List.of("i.member_id = '" + member + "'", CLAIMS, "s.status = 2", from("i.due_on", first)));
    }

    private static String reminded() {
        return "exists (select 1 from reminder r where r.tenant_id = i.tenant_id and r.invoice_id = i.id and r.level = 1)";
    }

    private static String ofType(String type) {
        return "exists (select 1 from invoice_line l join period p on p.tenant_id = l.tenant_id and p.id = l.period_id "
                + "join membership b on b.tenant_id = p.tenant_id and b.id = p.membership_id "
                + "where l.tenant_id = i.tenant_id and l.invoice_id = i.id and b.type_id = '" + type + "')";
    }

    /** The group g of that alias is the group, or below it. */
    static String below(String alias, String group) {
        var path = "(select w.path from group_node w where w.tenant_id = " + alias + ".tenant_id and w.id = '" + group
                + "')";
        return "g.path >= " + path + " and g.path < rtrim(" + path + ", '/') || '0'";
    }

    private static String from(String column, LocalDate day) {
        return column + " >= '" + day + "'";
    }

    private static String to(String column, LocalDate day) {
        return column + " <= '" + day + "'";
    }

    private LocalDate month() {
        return LocalDate.of(year(), 1 + random.nextInt(12), 1);
    }

    private int year() {
        return FIRST_YEAR + random.nextInt(YEARS);
    }

    private String any(List<String> some) {
        return some.get(random.nextInt(some.size()));
    }

    static List<String> texts(Connection owner, String query) throws SQLException {
        var found = new ArrayList<String>();
        try (var statement = owner.createStatement();
                var rows = statement.executeQuery(query)) {
            while (rows.next()) {
                found.add(rows.getString(1));
            }
        }
        return found;
    }
}
