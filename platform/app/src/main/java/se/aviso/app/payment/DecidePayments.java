package se.aviso.app.payment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import se.aviso.app.payment.PaymentStore.Identified;
import se.aviso.app.payment.PaymentStore.Matched;
import se.aviso.app.tenant.Ids;
import se.aviso.kernel.PaymentId;
import se.aviso.payment.EffectKind;
import se.aviso.payment.Effects;
import se.aviso.payment.Foreseen;
import se.aviso.payment.Match;
import se.aviso.payment.Reconciliation;
import se.aviso.payment.ReferenceWords;
import se.aviso.payment.RuledPayments;
import se.aviso.payment.SuspenseReason;
import se.aviso.payment.Twins;
import se.aviso.spi.bank.BankPayment;
import se.aviso.spi.bank.PaymentReference;

/**
 * Says what becomes of a chunk of payments, and writes nothing: the booking does what is said here, the rehearsal shows
 * it. There is no second place where it is decided, so the two cannot differ.
 */
@ApplicationScoped
public class DecidePayments {
    @Inject
    SightingStore sightings;

    @Inject
    OpenItemStore openItems;

    @Inject
    PaymentSettingStore settings;

    @Inject
    DecideByRule rules;

    /**
     * What becomes of a chunk.
     *
     * @param seen what another format has brought, and as which payment
     * @param matched what is to be booked
     * @param lines the effects of all of the chunk, what is known included
     * @param contradictions what was booked before with another amount, for a person to see; it stays booked
     */
    record Decided(
            Map<Identified, PaymentId> seen,
            List<Matched> matched,
            List<Effects.Line> lines,
            List<BankFileRecord.Fault> contradictions) {}

    /** Decides in a caller's transaction; a rehearsal says what it has foreseen, and learns what is foreseen now. */
    Decided decide(BookPayments.Source source, List<SectionedPayment> chunk, Foreseen foreseen) {
        var known = sightings.known(chunk);
        var unknown = known.unknown(chunk, foreseen);
        var identified = unknown.stream()
                .map(each -> new Identified(Ids.next(), each, each.fingerprint()))
                .toList();
        var twins = sightings.twins(source.format(), identified, foreseen);
        var seen = twinsAmong(identified, twins);
        seen.values().forEach(foreseen::answer);
        var fresh = identified.stream().filter(each -> !seen.containsKey(each)).toList();
        var lines = knownLines(chunk, unknown, seen.keySet());
        var matched = ruled(matched(fresh, twins, foreseen), foreseen);
        matched.forEach(each -> lines.add(line(each)));
        return new Decided(
                seen,
                matched.stream().map(Decision::matched).toList(),
                lines,
                contradictions(known.contradicting(chunk)));
    }

    /** A payment with what it settles, and whether that leaves a document open. */
    private record Decision(Matched matched, boolean leavesOpen) {}

    private List<Decision> matched(List<Identified> fresh, Twins twins, Foreseen foreseen) {
        var decisions = new ArrayList<Decision>();
        var reconciliation = reconciliation(fresh, foreseen);
        for (var each : fresh) {
            var match = match(each, reconciliation, twins);
            foreseen.allocate(match);
            var leavesOpen = reconciliation.leavesOpen(match);
            decisions.add(new Decision(new Matched(each, match, Optional.empty()), leavesOpen));
        }
        return decisions;
    }

    /** What names no document is offered to the tenant's rules, once all that names one has had its turn. */
    private List<Decision> ruled(List<Decision> decisions, Foreseen foreseen) {
        var unnamed = decisions.stream()
                .map(Decision::matched)
                .filter(each -> RuledPayments.mayAct(each.match().reason()))
                .map(Matched::payment)
                .filter(each -> !RuledPayments.namesANumber(texts(each.payment().payment())))
                .map(each -> new DecideByRule.Unnamed(
                        each.id(),
                        each.payment().receiver().seller(),
                        each.payment().signed(),
                        each.payment().payment().payer().orElse(PaymentStore.NOBODY)))
                .toList();
        var ruled = rules.decide(unnamed, foreseen);
        return decisions.stream()
                .map(each -> Optional.ofNullable(
                                ruled.get(each.matched().payment().id()))
                        .map(by -> new Decision(
                                new Matched(each.matched().payment(), by.match(), Optional.of(by.rule())), false))
                        .orElse(each))
                .toList();
    }

    private static List<String> texts(BankPayment payment) {
        return Stream.concat(payment.references().stream().map(PaymentReference::text), payment.messages().stream())
                .toList();
    }

    private static Effects.Line line(Decision decision) {
        var match = decision.matched().match();
        var example = example(decision.matched().payment().payment(), Optional.of(match));
        return decision.matched().rule().isPresent()
                ? Effects.byRule(match, example)
                : Effects.line(match, decision.leavesOpen(), example);
    }

    private static List<Effects.Line> knownLines(
            List<SectionedPayment> chunk, List<SectionedPayment> unknown, Set<Identified> seen) {
        var lines = new ArrayList<Effects.Line>();
        known(chunk, unknown)
                .forEach(each -> lines.add(Effects.line(EffectKind.KNOWN, example(each, Optional.empty()))));
        seen.forEach(each -> lines.add(Effects.line(EffectKind.TWIN, example(each.payment(), Optional.empty()))));
        return lines;
    }

    private static List<BankFileRecord.Fault> contradictions(List<SectionedPayment> contradicting) {
        return contradicting.stream()
                .map(each -> new BankFileRecord.Fault(
                        each.payment().place().record(),
                        each.payment().place().byteOffset(),
                        "AMOUNT_DIFFERS",
                        "booked before with another amount; now "
                                + each.signed().toDecimal() + ", not booked"))
                .toList();
    }

    /** Those that another format has brought; all are asked before any is called a possible twin. */
    private static Map<Identified, PaymentId> twinsAmong(List<Identified> unknown, Twins twins) {
        var seen = new LinkedHashMap<Identified, PaymentId>();
        unknown.forEach(each -> twins.take(each.fingerprint()).ifPresent(booked -> seen.put(each, booked)));
        return seen;
    }

    /** By place, not by value: the same payment may stand in a chunk twice, and once is new. */
    private static List<SectionedPayment> known(List<SectionedPayment> chunk, List<SectionedPayment> unknown) {
        var places = new HashSet<>(
                unknown.stream().map(each -> each.payment().place()).toList());
        return chunk.stream()
                .filter(each -> !places.contains(each.payment().place()))
                .toList();
    }

    private Reconciliation reconciliation(List<Identified> fresh, Foreseen foreseen) {
        var giroKeys = new HashSet<String>();
        var words = new HashSet<String>();
        for (var each : fresh) {
            giroKeys.addAll(each.payment().receiver().giroKeys());
            each.payment().payment().references().stream()
                    .map(ReferenceWords::of)
                    .forEach(found -> {
                        words.addAll(found.exact());
                        words.addAll(found.inText());
                    });
        }
        return openItems.reconciliation(
                new OpenItemStore.Named(giroKeys, words),
                foreseen,
                settings.read().tolerance());
    }

    private static Match match(Identified each, Reconciliation reconciliation, Twins twins) {
        var payment = each.incoming();
        return !payment.amount().isZero() && twins.isPossible(each.fingerprint())
                ? Match.waiting(payment.amount(), SuspenseReason.POSSIBLE_TWIN)
                : reconciliation.match(payment);
    }

    private static Optional<String> checkedReference(SectionedPayment payment) {
        return payment.payment().references().stream()
                .filter(reference -> reference.kind() == PaymentReference.Kind.CHECKED)
                .map(PaymentReference::text)
                .findFirst();
    }

    private static Effects.Example example(SectionedPayment payment, Optional<Match> match) {
        var place = payment.payment().place();
        return new Effects.Example(
                place.record(),
                place.byteOffset(),
                payment.signed(),
                checkedReference(payment),
                match.flatMap(found -> found.parts().stream().findFirst()).map(Match.Part::invoice));
    }
}
