package se.aviso.app.statement;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import se.aviso.kernel.Money;
import se.aviso.statement.Movement;
import se.aviso.statement.Payment;

/** An annual statement in the form of the REST API. */
public record StatementBody(@JsonUnwrapped Summary summary, Balance before, List<MovementBody> movements) {
    /**
     * What a year came to.
     *
     * @param left what was to be paid when it ended; of the year that goes on, what is to be paid now
     * @param kept what the seller kept for the payer then
     */
    public record Summary(
            UUID memberId,
            int year,
            UUID sellerGroupId,
            String sellerName,
            String claimed,
            String credited,
            String paid,
            String writtenOff,
            String rounded,
            String left,
            String kept,
            String currency) {
        /** A sum of it as one. */
        public Money money(String amount) {
            return Money.parse(amount, Currency.getInstance(currency));
        }

        static Summary of(StatementWhole whole) {
            var statement = whole.statement();
            return new Summary(
                    whole.member().value(),
                    statement.year(),
                    whole.seller().group().value(),
                    whole.seller().name(),
                    statement.claimed().toDecimal(),
                    statement.credited().toDecimal(),
                    statement.paid().toDecimal(),
                    statement.writtenOff().toDecimal(),
                    statement.rounded().toDecimal(),
                    statement.left().toDecimal(),
                    statement.kept().toDecimal(),
                    statement.left().currency().getCurrencyCode());
        }
    }

    /** What was to be paid, and what was kept for the payer. */
    public record Balance(String toPay, String kept) {
        static Balance of(Movement.Effect effect) {
            return new Balance(effect.toPay().toDecimal(), effect.kept().toDecimal());
        }
    }

    /**
     * Something that was booked, with the amounts by which it changed what is to be paid and what is kept.
     *
     * @param text what an invoice was for
     */
    public record MovementBody(
            LocalDate bookedOn,
            Movement.Kind kind,
            Optional<String> number,
            String text,
            String toPay,
            String kept,
            Optional<LocalDate> paidOn,
            Optional<Payment.Way> way) {
        static MovementBody of(Movement movement) {
            var balance = Balance.of(movement.effect());
            return new MovementBody(
                    movement.bookedOn(),
                    movement.kind(),
                    movement.about().number().map(Object::toString),
                    movement.about().text(),
                    balance.toPay(),
                    balance.kept(),
                    movement.payment().map(payment -> payment.paidOn()),
                    movement.payment().map(payment -> payment.way()));
        }
    }

    static StatementBody of(StatementWhole whole) {
        var statement = whole.statement();
        return new StatementBody(
                Summary.of(whole),
                Balance.of(statement.before()),
                statement.movements().stream().map(MovementBody::of).toList());
    }
}
