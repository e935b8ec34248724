package se.aviso.app.statement;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import se.aviso.app.dispatch.DocumentLines;
import se.aviso.app.dispatch.Letterhead;
import se.aviso.app.dispatch.Letters;
import se.aviso.app.document.DocumentData;
import se.aviso.kernel.Money;
import se.aviso.statement.Payment;
import se.aviso.statement.PaymentReceipt;

/** What stands on a receipt: what was bought, less what was credited of it, and how it was paid. */
final class ReceiptPaper {
    /** Those before stand together on one row, so that a page holds them. */
    private static final int MOST_PAYMENTS = 12;

    private ReceiptPaper() {}

    /** @param logos by content hash */
    static DocumentData of(ReceiptWhole whole, Map<String, byte[]> logos) {
        var stored = whole.stored();
        var snapshot = stored.snapshot();
        var invoice = stored.invoice();
        var lines = new ArrayList<>(DocumentLines.rows(stored, Optional.empty()));
        whole.notes().forEach(note -> note.lines().forEach(line -> lines.add(Letters.credited(line, snapshot))));
        return new DocumentData(
                Letterhead.form(DocumentData.Kind.RECEIPT, snapshot),
                new Letterhead(logos).seller(snapshot.seller()),
                Letterhead.recipient(snapshot),
                new DocumentData.Facts(
                        Long.toString(invoice.numbering().number()),
                        whole.receipt().paidOn(),
                        Optional.empty(),
                        Optional.empty(),
                        ""),
                lines,
                DocumentData.Sums.telling(
                        told(whole.receipt(), PaperWords.of(snapshot.language())),
                        whole.receipt().paid()),
                Optional.empty(),
                Optional.empty(),
                new DocumentData.Wording("", Letters.exemptions(invoice, snapshot.language()), ""));
    }

    private static List<DocumentData.Told> told(PaymentReceipt receipt, PaperWords words) {
        var payments = receipt.payments();
        var earlier = Math.max(0, payments.size() - MOST_PAYMENTS);
        var told = new ArrayList<DocumentData.Told>();
        if (receipt.givenUp().writtenOff().isPositive()) {
            told.add(new DocumentData.Told(
                    words.say("writtenOff"), receipt.givenUp().writtenOff().negated()));
        }
        if (receipt.givenUp().rounded().isPositive()) {
            told.add(new DocumentData.Told(
                    words.say("rounded"), receipt.givenUp().rounded().negated()));
        }
        if (receipt.kept().isPositive()) {
            told.add(new DocumentData.Told(words.say("keptOfPaid"), receipt.kept()));
        }
        if (earlier > 0) {
            told.add(new DocumentData.Told(words.say("earlier", earlier), sum(payments.subList(0, earlier))));
        }
        payments.subList(earlier, payments.size())
                .forEach(payment -> told.add(new DocumentData.Told(
                        words.say("paidBy", payment.paidOn().toString(), words.way(payment.way())), payment.amount())));
        return told;
    }

    private static Money sum(List<Payment> payments) {
        return payments.stream().map(Payment::amount).reduce(Money::plus).orElseThrow();
    }
}
