package se.aviso.app.statement;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import se.aviso.app.dispatch.Letterhead;
import se.aviso.app.document.Amounts;
import se.aviso.app.document.DocumentData;
import se.aviso.app.invoice.InvoiceSnapshot;
import se.aviso.statement.AnnualStatement;
import se.aviso.statement.Movement;

/** What stands on an annual statement: each movement of the year, and what was left when it ended. */
final class StatementPaper {
    private StatementPaper() {}

    /** @param logos by content hash */
    static DocumentData of(StatementWhole whole, InvoiceSnapshot snapshot, Map<String, byte[]> logos, LocalDate today) {
        var statement = whole.statement();
        var words = PaperWords.of(snapshot.language());
        return new DocumentData(
                Letterhead.form(DocumentData.Kind.STATEMENT, snapshot),
                new Letterhead(logos).seller(snapshot.seller()),
                Letterhead.recipient(snapshot),
                new DocumentData.Facts(
                        statement.year() + "-" + snapshot.recipient().memberNumber(),
                        today,
                        Optional.empty(),
                        Optional.of(statement.days()),
                        ""),
                lines(statement, words),
                DocumentData.Sums.telling(told(statement, words), statement.left()),
                Optional.empty(),
                Optional.empty(),
                DocumentData.Wording.NONE);
    }

    private static List<DocumentData.Line> lines(AnnualStatement statement, PaperWords words) {
        var lines = new ArrayList<DocumentData.Line>();
        var before = statement.before().toPay();
        if (!before.isZero() || statement.movements().isEmpty()) {
            lines.add(
                    new DocumentData.Booked(statement.days().firstDay(), "", "").line(words.say("before"), "", before));
        }
        statement.movements().forEach(movement -> lines.add(line(movement, words)));
        return lines;
    }

    private static DocumentData.Line line(Movement movement, PaperWords words) {
        var way = movement.payment().map(payment -> words.way(payment.way())).orElse("");
        var number = movement.about().number().map(Object::toString).orElse("");
        return new DocumentData.Booked(movement.bookedOn(), number, way)
                .line(words.say(key(movement)), note(movement, words), movement.toPay());
    }

    /**
     * What an invoice was for; of a payment, the bank's day where it was booked on another; of a credit balance, by how
     * much that changed, for the row's own amount is what is more or less to pay.
     */
    private static String note(Movement movement, PaperWords words) {
        if (movement.kind() == Movement.Kind.CREDIT_BALANCE) {
            return words.say(
                    "creditBalance.by", Amounts.written(movement.effect().kept()));
        }
        return movement.payment()
                .filter(payment -> !payment.paidOn().equals(movement.bookedOn()))
                .map(payment -> words.say("payment.other", payment.paidOn().toString()))
                .orElse(movement.about().text());
    }

    private static String key(Movement movement) {
        var more = movement.toPay().isPositive();
        return switch (movement.kind()) {
            case CLAIM -> "claim";
            case PAYMENT -> more ? "undone" : "payment";
            case CREDIT_NOTE -> "creditNote";
            case CREDIT_BALANCE -> movement.effect().kept().isNegative() ? "creditBalance.used" : "creditBalance";
            case WRITE_OFF -> more ? "writeOff.undone" : "writeOff";
            case ROUNDING -> more ? "rounding.undone" : "rounding";
        };
    }

    private static List<DocumentData.Told> told(AnnualStatement statement, PaperWords words) {
        var always = Stream.of(
                new DocumentData.Told(words.say("sum.claimed"), statement.claimed()),
                new DocumentData.Told(words.say("sum.paid"), statement.paid()));
        var sometimes = Stream.of(
                        new DocumentData.Told(words.say("sum.credited"), statement.credited()),
                        new DocumentData.Told(words.say("sum.writtenOff"), statement.writtenOff()),
                        new DocumentData.Told(words.say("sum.rounded"), statement.rounded()),
                        new DocumentData.Told(words.say("sum.kept"), statement.kept()))
                .filter(told -> !told.amount().isZero());
        return Stream.concat(always, sometimes).toList();
    }
}
