package se.aviso.app.dunning;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import se.aviso.accounting.AccountRole;
import se.aviso.accounting.ChartOfAccounts;
import se.aviso.app.accounting.LedgerStore;
import se.aviso.app.invoice.InvoiceOrder;
import se.aviso.app.invoice.InvoiceStore;
import se.aviso.app.invoice.IssueInvoices;
import se.aviso.dunning.Arrears;
import se.aviso.dunning.ChargeBasis;
import se.aviso.dunning.ChargeGuard;
import se.aviso.dunning.DunningAgreement;
import se.aviso.dunning.DunningLevel;
import se.aviso.dunning.ReferenceRates;
import se.aviso.invoice.InvoiceDraft;
import se.aviso.invoice.InvoiceKind;
import se.aviso.invoice.InvoiceLine;
import se.aviso.invoice.Occasion;
import se.aviso.kernel.Money;
import se.aviso.kernel.RunId;
import se.aviso.kernel.VatRate;

/**
 * Claims fee and interest of reminders: for each late claim a claim of its own, with its number and ledger entry, under
 * the reference of the late one. What has no basis is left out, and said why.
 */
@ApplicationScoped
class ChargeReminders {
    @Inject
    DunningStore dunning;

    @Inject
    AgreementStore agreements;

    @Inject
    ReferenceRateStore rates;

    @Inject
    InvoiceStore documents;

    @Inject
    IssueInvoices invoices;

    @Inject
    LedgerStore ledger;

    @Inject
    ChargeStore charges;

    /** A reminder that is due, and its level. */
    record Due(Unpaid of, int number, DunningLevel level) {}

    /** What can be charged and on what it rests, and the codes of what cannot. */
    record Decision(
            Due due,
            Unpaid.Charges charges,
            ChargeBasis basis,
            Optional<Span> span,
            Optional<UUID> agreement,
            List<String> refused) {}

    /** The days for which interest is claimed. */
    record Span(LocalDate from, LocalDate to) {}

    /** What the claims are held against. */
    private record Known(
            List<AgreementStore.Agreed> agreements,
            ReferenceRates rates,
            Map<UUID, List<Arrears.Paid>> paid,
            Map<UUID, LocalDate> claimedTo,
            LocalDate today) {}

    /** Decides for each reminder what is charged, and issues the claims for it. */
    Map<UUID, Decision> charge(List<Due> due, LocalDate today, RunId run) {
        var decided = decide(due, today);
        issue(
                decided.values().stream()
                        .filter(each -> each.charges().sum().isPositive())
                        .toList(),
                today,
                run);
        return decided;
    }

    /** Decides for each reminder what would be charged, and what cannot be; nothing is issued. */
    Map<UUID, Decision> decide(List<Due> due, LocalDate today) {
        var decided = new HashMap<UUID, Decision>();
        var costing = due.stream()
                .filter(each -> each.level().interest() || each.level().fee().isPositive())
                .toList();
        if (!costing.isEmpty()) {
            var ids = costing.stream().map(each -> each.of().id()).toList();
            var known = new Known(agreements.all(), rates.rates(), dunning.paid(ids), dunning.claimedTo(ids), today);
            costing.forEach(each -> decided.put(each.of().id(), decide(each, known)));
        }
        return decided;
    }

    private static Decision decide(Due due, Known known) {
        var of = due.of();
        var agreed = known.agreements().stream()
                .filter(each ->
                        each.binds(of.type(), of.issue().issuedOn(), of.issue().issuedAt()))
                .findFirst();
        var claim = new ChargeGuard.Claim(
                of.isClaim(), of.dueOn(), of.history().demandedOn(), agreed.map(AgreementStore.Agreed::terms));
        var refused = new ArrayList<String>();
        var whyNoFee = ChargeGuard.whyNoFee(due.level().fee(), claim);
        whyNoFee.ifPresent(refused::add);
        var fee = whyNoFee.isPresent() ? Money.ore(0) : due.level().fee();
        var span = due.level().interest() ? span(due, claim, known, refused) : Optional.<Span>empty();
        var reckoned = span.flatMap(days -> interest(due, days, claim.agreed(), new Reckoning(known, refused)));
        var interest = reckoned.map(Arrears.Interest.Reckoned::amount).orElse(Money.ore(0));
        return new Decision(
                due,
                new Unpaid.Charges(fee, interest),
                ChargeBasis.of(claim, fee, reckoned),
                span.filter(days -> interest.isPositive()),
                agreed.map(AgreementStore.Agreed::id),
                List.copyOf(refused));
    }

    private static Optional<Span> span(Due due, ChargeGuard.Claim claim, Known known, List<String> refused) {
        ChargeGuard.whyNoInterest(claim).ifPresent(refused::add);
        return ChargeGuard.interestFrom(claim)
                .map(from -> Optional.ofNullable(known.claimedTo().get(due.of().id()))
                        .filter(from::isBefore)
                        .orElse(from))
                .filter(from -> from.isBefore(known.today()))
                .map(from -> new Span(from, known.today()));
    }

    private record Reckoning(Known known, List<String> refused) {}

    private static Optional<Arrears.Interest.Reckoned> interest(
            Due due, Span span, Optional<DunningAgreement> agreed, Reckoning by) {
        var paid = by.known().paid().getOrDefault(due.of().id(), List.of());
        var principal = paid.stream().map(Arrears.Paid::amount).reduce(due.of().open(), Money::plus);
        var interest = new Arrears(span.from(), span.to(), principal, paid)
                .interest(by.known().rates(), agreed.flatMap(DunningAgreement::ownRate));
        if (interest instanceof Arrears.Interest.Reckoned reckoned) {
            return Optional.of(reckoned).filter(sum -> sum.amount().isPositive());
        }
        by.refused().add(ChargeGuard.NO_RATE);
        return Optional.empty();
    }

    private void issue(List<Decision> decisions, LocalDate today, RunId run) {
        if (decisions.isEmpty()) {
            return;
        }
        var stored = new HashMap<UUID, InvoiceStore.Stored>();
        documents
                .byIds(decisions.stream().map(each -> each.due().of().id()).toList())
                .forEach(each -> stored.put(each.invoice().id().value(), each));
        var chart = ledger.chart();
        var orders = decisions.stream()
                .map(each -> order(
                        each,
                        Optional.ofNullable(stored.get(each.due().of().id())).orElseThrow(),
                        chart,
                        today))
                .toList();
        charges.add(decisions, invoices.issue(orders, today, Optional.of(run)));
    }

    private static InvoiceOrder order(
            Decision decision, InvoiceStore.Stored late, ChartOfAccounts chart, LocalDate today) {
        var lines = new ArrayList<InvoiceLine>();
        var english = "en".equals(late.snapshot().language());
        DunningStore.positive(decision.charges().fee())
                .ifPresent(fee -> lines.add(line(
                        english ? "Reminder fee" : "Påminnelseavgift", fee, chart.account(AccountRole.REMINDER_FEES))));
        decision.span()
                .ifPresent(days -> lines.add(line(
                        (english ? "Interest on arrears " : "Dröjsmålsränta ")
                                + days.from().plusDays(1) + " – " + days.to(),
                        decision.charges().interest(),
                        chart.account(AccountRole.INTEREST_INCOME))));
        var draft = new InvoiceDraft(InvoiceKind.CLAIM, Occasion.CHARGE, today, lines);
        return new InvoiceOrder(
                draft,
                late.seller(),
                late.buyer(),
                late.snapshot(),
                InvoiceOrder.Delivery.withAnother(late.invoice().numbering().ocr()));
    }

    /** Neither fee nor interest is paid for anything sold: no VAT is in them. */
    private static InvoiceLine line(String text, Money amount, int account) {
        return new InvoiceLine(
                new InvoiceLine.Text(InvoiceLine.Kind.FREE, text),
                1,
                amount,
                new InvoiceLine.Terms(VatRate.EXEMPT, account),
                Optional.empty());
    }
}
