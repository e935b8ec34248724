package se.aviso.app.payment;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;
import se.aviso.app.member.MemberSearch;
import se.aviso.app.tenancy.Criteria;
import se.aviso.app.tenancy.SearchTokens;
import se.aviso.app.tenancy.Sql;
import se.aviso.app.tenancy.Tenancy;
import se.aviso.kernel.GroupId;
import se.aviso.kernel.Money;

/**
 * Ways to look for the documents that a payment may be for. Each asks an index and is bounded; all of them together are
 * one query of ids.
 */
final class Lookup {
    private static final int MOST = 40;
    private static final String STANDING = "(s.status in (0, 1) or a.state = 0 or s.credited > 0)";
    private static final String OPEN = "coalesce(s.claimed - s.received - s.credited, i.total)";
    private static final String STATE = "left join offer_answer a on a.tenant_id = i.tenant_id and a.invoice_id = i.id "
            + "left join settlement s on s.tenant_id = i.tenant_id and s.invoice_id = i.id ";
    private static final String REFERENCED = "select r.invoice_id as id from asked_giro o join ocr_reference r "
            + "on r.tenant_id = o.tenant_id and r.giro = o.giro where o.tenant_id = ? and r.ocr = any(?) limit " + MOST;
    private static final String PAID_FROM = paidBy("payer_account");
    private static final String PAID_BY = paidBy("payer_organisation");

    private final GroupId seller;
    private final List<String> branches = new ArrayList<>();
    private final List<@Nullable Object> params = new ArrayList<>();

    /** Looks among the documents of a seller, where nothing else is said. */
    Lookup(GroupId seller) {
        this.seller = seller;
    }

    /** Those that have one of the references, without leading zeros; open or not. */
    Lookup reference(Collection<String> references) {
        return references.isEmpty() ? this : add(REFERENCED, Tenancy.required(), Sql.texts(references));
    }

    /** Those that wait for money from the members whose documents have one of the references. */
    Lookup formerReference(Collection<String> references) {
        return references.isEmpty()
                ? this
                : members("select id from (" + REFERENCED + ") f", Tenancy.required(), Sql.texts(references));
    }

    /** Those that wait for money from the members whom the account has paid for. */
    Lookup account(String account) {
        return account.isEmpty() ? this : members(PAID_FROM, Tenancy.required(), account);
    }

    /** Those that wait for money from the members whom the organisation has paid for. */
    Lookup organisation(String number) {
        return number.isEmpty() ? this : members(PAID_BY, Tenancy.required(), number);
    }

    private static String paidBy(String column) {
        return "select l.invoice_id from (select p.tenant_id, p.id from payment p where p.tenant_id = ? and p." + column
                + " = ? order by p.booked_on desc limit " + MOST
                + ") p join allocation l on l.tenant_id = p.tenant_id and l.payment_id = p.id";
    }

    /** Those that have one of the numbers; open or not. */
    Lookup number(Collection<Long> numbers) {
        return numbers.isEmpty()
                ? this
                : add(
                        "select i.id from invoice i where i.tenant_id = ? and i.seller_group_id = ? "
                                + "and i.kind in (0, 1) and i.number = any(?) limit " + MOST,
                        Tenancy.required(),
                        seller.value(),
                        Sql.bigints(numbers));
    }

    /** Those that wait for money from members with these words in name or number; most words first. */
    Lookup words(Collection<String> words, Money waiting) {
        return words.isEmpty()
                ? this
                : add(
                        "select i.id from search_token t "
                                + "join invoice i on i.tenant_id = t.tenant_id and i.member_id = t.id " + STATE
                                + "where t.tenant_id = ? and t.token = any(?) and t.kind = ? and i.seller_group_id = ? "
                                + "and " + STANDING + " group by i.id, " + OPEN + " order by count(*) desc, " + OPEN
                                + " = ? desc, i.id desc limit " + MOST,
                        Tenancy.required(),
                        Sql.texts(words),
                        SearchTokens.MEMBER,
                        seller.value(),
                        waiting.minorUnits());
    }

    /** Those that wait for money from members whom a person looks for by these words. */
    Lookup search(String text) {
        return waiting(MemberSearch.within(waiting(), "i.member_id", text), MOST);
    }

    /** Those that wait for exactly so much. */
    Lookup amount(Money amount) {
        return waiting(waiting().and(OPEN + " = ?", amount.minorUnits()), MOST);
    }

    /** Those that wait for exactly so much, if they are so few that it tells anything. */
    Lookup rareAmount(Money amount, int few) {
        var criteria = waiting().and(OPEN + " = ?", amount.minorUnits());
        return add(
                "select w.id from (select f.id, count(*) over () as times from (" + all(criteria, few + 1)
                        + ") f) w where w.times <= " + few,
                criteria.params());
    }

    /** The query of all that was added; there is always something. */
    String sql() {
        return "select distinct u.id from (" + String.join(" union all ", branches) + ") u";
    }

    @Nullable
    Object[] params() {
        return params.toArray();
    }

    private Lookup members(String documents, Object... values) {
        var criteria = waiting()
                .and(
                        "i.member_id in (select b.member_id from invoice b where b.tenant_id = ? and b.id in ("
                                + documents + "))",
                        prepended(Tenancy.required(), values));
        return waiting(criteria, MOST);
    }

    private Lookup waiting(Criteria criteria, int most) {
        return add(all(criteria, most), criteria.params());
    }

    private static String all(Criteria criteria, int most) {
        return "select i.id from invoice i " + STATE + "where " + criteria.where() + " order by i.due_on, i.id limit "
                + most;
    }

    private Criteria waiting() {
        return Criteria.of("i").and("i.seller_group_id = ?", seller.value()).and(STANDING);
    }

    private Lookup add(String branch, @Nullable Object... values) {
        branches.add("(" + branch + ")");
        params.addAll(Arrays.asList(values));
        return this;
    }

    private static Object[] prepended(Object first, Object... rest) {
        var all = new ArrayList<Object>(List.of(first));
        all.addAll(List.of(rest));
        return all.toArray();
    }
}
