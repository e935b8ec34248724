package se.aviso.app.payment;

import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import se.aviso.kernel.InvoiceId;
import se.aviso.kernel.Money;
import se.aviso.payment.EffectKind;
import se.aviso.payment.Effects;
import se.aviso.payment.SuspenseReason;

/**
 * A line of the effects of a bank file, as it is kept and as the API shows it; amounts as decimal texts.
 *
 * @param kind what happens
 * @param reason why money waits
 * @param allocated what documents take
 * @param waiting what waits for a human
 * @param rounded the öre that are given up beside it; left out where there are none
 * @param goals which documents take which payments, as a number: another one where they are others
 */
public record EffectRow(
        EffectKind kind,
        SuspenseReason reason,
        String currency,
        long count,
        String amount,
        String allocated,
        String waiting,
        Optional<String> rounded,
        List<ExampleRow> examples,
        Optional<String> goals) {
    public EffectRow {
        examples = List.copyOf(examples);
    }

    /** A payment of the kind, by its place in the file and the reference that the bank has checked. */
    public record ExampleRow(
            long record, long byteOffset, String amount, Optional<String> reference, Optional<UUID> invoiceId) {
        private static ExampleRow of(Effects.Example example) {
            return new ExampleRow(
                    example.record(),
                    example.byteOffset(),
                    example.amount().toDecimal(),
                    example.reference(),
                    example.invoice().map(InvoiceId::value));
        }

        private Effects.Example toDomain(Currency currency) {
            return new Effects.Example(
                    record, byteOffset, Money.parse(amount, currency), reference, invoiceId.map(InvoiceId::new));
        }
    }

    /** Where the booking did other than the rehearsal had shown. */
    public record ChangeRow(
            EffectKind kind,
            SuspenseReason reason,
            String currency,
            long rehearsedCount,
            String rehearsedAmount,
            String rehearsedAllocated,
            long bookedCount,
            String bookedAmount,
            String bookedAllocated,
            boolean otherDocuments) {
        private static ChangeRow of(Effects.Change change) {
            return new ChangeRow(
                    change.kind().effect(),
                    change.kind().reason(),
                    change.kind().currency(),
                    change.rehearsed().count(),
                    change.rehearsed().amount().toDecimal(),
                    change.rehearsed().allocated().toDecimal(),
                    change.booked().count(),
                    change.booked().amount().toDecimal(),
                    change.booked().allocated().toDecimal(),
                    change.otherDocuments());
        }
    }

    static List<EffectRow> of(Effects effects) {
        return effects.lines().stream().map(EffectRow::of).toList();
    }

    static Effects toDomain(List<EffectRow> rows) {
        return new Effects(rows.stream().map(EffectRow::toDomain).toList());
    }

    static List<ChangeRow> changes(List<EffectRow> rehearsed, List<EffectRow> booked) {
        return toDomain(rehearsed).changesTo(toDomain(booked)).stream()
                .map(ChangeRow::of)
                .toList();
    }

    private static EffectRow of(Effects.Line line) {
        return new EffectRow(
                line.kind().effect(),
                line.kind().reason(),
                line.kind().currency(),
                line.sum().count(),
                line.sum().amount().toDecimal(),
                line.sum().allocated().toDecimal(),
                line.sum().waiting().toDecimal(),
                Optional.of(line.sum().rounded()).filter(Money::isPositive).map(Money::toDecimal),
                line.examples().stream().map(ExampleRow::of).toList(),
                Optional.of(Long.toString(line.goals())));
    }

    private Effects.Line toDomain() {
        var money = Currency.getInstance(currency);
        var given = rounded.map(text -> Money.parse(text, money)).orElse(Money.zero(money));
        var sum = new Effects.Sum(count, Money.parse(amount, money), Money.parse(allocated, money), given);
        return new Effects.Line(
                new Effects.Kind(kind, reason, currency),
                sum,
                examples.stream().map(each -> each.toDomain(money)).toList(),
                goals.map(Long::parseLong).orElse(0L));
    }
}
