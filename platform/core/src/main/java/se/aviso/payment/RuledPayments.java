package se.aviso.payment;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import se.aviso.invoice.InvoiceKind;
import se.aviso.kernel.GroupId;
import se.aviso.kernel.InvoiceId;
import se.aviso.kernel.MemberId;
import se.aviso.kernel.Money;

/**
 * Gives payments that name no document to what a member has open, by the tenant's {@link PayerRule}s; one after the
 * other, so that what one settles is no longer open for the next.
 *
 * <p>A rule says whose the money is, and never how much is owed: it acts only where the amount is that of one open
 * document, or of all open claims together, to the öre or within the tolerance. Of several documents of the same amount
 * the one that is due first is paid. Where two rules mean different members, none acts.
 */
public final class RuledPayments {
    private static final Comparator<Owed> ORDER = Comparator.comparing(Owed::dueOn)
            .thenComparing(owed -> owed.item().id().value());

    private static final Pattern NUMBER = Pattern.compile("[0-9]{3,}");
    private static final Pattern YEAR = Pattern.compile("(19|20)[0-9]{2}");

    private final List<PayerRule> rules;
    private final List<Owed> owed;
    private final Tolerance tolerance;
    private final Map<InvoiceId, Money> received = new HashMap<>();

    /** @param owed what the members of the rules have open, in any order */
    public RuledPayments(List<PayerRule> rules, List<Owed> owed, Tolerance tolerance) {
        this.rules = rules.stream()
                .sorted(Comparator.comparing(rule -> rule.mark().kind()))
                .toList();
        this.owed = owed.stream().sorted(ORDER).toList();
        this.tolerance = tolerance;
    }

    /** A document that a member has open. */
    public record Owed(OpenItem item, MemberId member, GroupId seller, LocalDate dueOn) {}

    /** Money to a seller that names no document, and what its payer is recognised by. */
    public record Unnamed(GroupId seller, Money amount, Set<PayerMark> marks) {
        public Unnamed {
            marks = Set.copyOf(marks);
        }
    }

    /** What a rule has done: the whole of the payment is given. */
    public record Ruled(PayerRule.Id rule, Match match) {}

    /** True where a payer has named nothing: a rule does not overrule what a payer, or a person, has said. */
    public static boolean mayAct(SuspenseReason reason) {
        return reason == SuspenseReason.NO_REFERENCE || reason == SuspenseReason.UNKNOWN_REFERENCE;
    }

    /**
     * True where one of a payer's texts has a number that may be a document's or a member's: of three digits or more,
     * and no year. What is meant by it a person decides.
     */
    public static boolean namesANumber(Collection<String> texts) {
        return texts.stream()
                .flatMap(text -> NUMBER.matcher(text).results())
                .map(MatchResult::group)
                .anyMatch(number -> !YEAR.matcher(number).matches());
    }

    /** What a rule does with the payment; nothing where none fits. */
    public Optional<Ruled> match(Unnamed payment) {
        var fitting = rules.stream()
                .filter(rule -> rule.seller().equals(payment.seller()))
                .filter(rule -> payment.marks().contains(rule.mark()))
                .toList();
        if (!payment.amount().isPositive()
                || fitting.stream().map(PayerRule::member).distinct().count() != 1) {
            return Optional.empty();
        }
        var rule = fitting.get(0);
        var match = settled(payment.amount(), open(rule, payment));
        match.ifPresent(
                found -> found.received().forEach(part -> received.merge(part.invoice(), part.amount(), Money::plus)));
        return match.map(found -> new Ruled(rule.id(), found));
    }

    private List<OpenItem> open(PayerRule rule, Unnamed payment) {
        return owed.stream()
                .filter(each ->
                        each.member().equals(rule.member()) && each.seller().equals(rule.seller()))
                .map(Owed::item)
                .filter(item -> item.state() == OpenItem.State.STANDING)
                .filter(item -> item.open().currency().equals(payment.amount().currency()))
                .map(item -> Optional.ofNullable(received.get(item.id()))
                        .map(item::after)
                        .orElse(item))
                .filter(item -> item.open().isPositive())
                .toList();
    }

    private Optional<Match> settled(Money amount, List<OpenItem> open) {
        var claims =
                open.stream().filter(item -> item.kind() == InvoiceKind.CLAIM).toList();
        var offers =
                open.stream().filter(item -> item.kind() == InvoiceKind.OFFER).toList();
        var ways = Stream.of(
                        claims.stream().map(List::of),
                        Stream.of(claims).filter(all -> all.size() > 1),
                        offers.stream().map(List::of))
                .flatMap(way -> way)
                .toList();
        return ways.stream()
                .filter(way -> sum(way).equals(amount))
                .findFirst()
                .or(() -> ways.stream().filter(way -> lacksLittle(way, amount)).findFirst())
                .map(way -> given(amount, way));
    }

    private boolean lacksLittle(List<OpenItem> way, Money amount) {
        var last = way.get(way.size() - 1).open();
        return tolerance.covers(last, amount.minus(sum(way.subList(0, way.size() - 1), amount)));
    }

    private Match given(Money amount, List<OpenItem> way) {
        var open = new HashMap<InvoiceId, Money>();
        way.forEach(item -> open.put(item.id(), item.open()));
        var last = way.get(way.size() - 1);
        var before = way.subList(0, way.size() - 1);
        var parts = Stream.concat(
                        before.stream().map(item -> new Match.Part(item.id(), item.open())),
                        Stream.of(new Match.Part(last.id(), amount.minus(sum(before, amount)))))
                .toList();
        return Match.of(parts, Money.zero(amount.currency()), SuspenseReason.NONE)
                .within(tolerance, id -> Optional.ofNullable(open.get(id)).orElseThrow());
    }

    private static Money sum(List<OpenItem> items) {
        return sum(items, items.get(0).open());
    }

    private static Money sum(List<OpenItem> items, Money like) {
        return items.stream().map(OpenItem::open).reduce(Money.zero(like.currency()), Money::plus);
    }
}
