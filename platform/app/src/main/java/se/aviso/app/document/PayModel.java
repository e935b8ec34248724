package se.aviso.app.document;

import java.util.Map;
import java.util.Optional;
import se.aviso.kernel.GiroNumber;
import se.aviso.kernel.Money;
import se.aviso.pagewriter.Picture;
import se.aviso.payment.CodeLine;
import se.aviso.payment.InvoiceCode;
import se.aviso.payment.SwishPayment;

/**
 * The part of a document that asks for money: panel or slip, and the codes beside it.
 *
 * @param tax in what the document is about
 */
record PayModel(DocumentData data, Map<String, String> labels, Money toPay, Money tax) {
    /** What has room in large figures; an IBAN has not. */
    private static final int GIRO_CHARS = 11;

    private static final int OCR_CHARS = 15;

    void addTo(Fields model, Map<String, Picture> pictures) {
        data.payment().ifPresent(payment -> model.with("pay", pay(payment)));
        line().ifPresent(line -> model.with("slip", slip(line)));
        swish().ifPresent(code -> add("qr", "swish", code, model, pictures));
        invoiceCode().ifPresent(code -> add("qrInvoice", "usingQr", code, model, pictures));
    }

    private void add(String field, String name, QrCode code, Fields model, Map<String, Picture> pictures) {
        pictures.put(name, code.squares());
        model.with(field, Map.of("src", "picture:" + name, "alt", labels.getOrDefault(name, name)));
    }

    /** True when a slip stands at the foot of the last page. */
    boolean hasSlip() {
        return line().isPresent();
    }

    private Map<String, Object> pay(DocumentData.Payment payment) {
        var giro = SellerModel.giro(data.seller().accounts(), labels);
        var ocr = payment.ocr().digits();
        var isGiroLong = giro.number().length() > GIRO_CHARS;
        return new Fields()
                .text("giroLabel", giro.label())
                .text("giro", giro.number())
                .text("ocr", ocr)
                .with("ocrLong", isGiroLong || ocr.length() > OCR_CHARS)
                .with("giroLong", isGiroLong)
                .with("two", swish().isPresent() && invoiceCode().isPresent())
                .text("by", payment.payBy().toString())
                .text("amount", Amounts.written(toPay))
                .all();
    }

    private static Map<String, Object> slip(CodeLine line) {
        var written = Amounts.written(line.amount());
        return new Fields()
                .text("kronor", written.substring(0, written.indexOf(',')))
                .text("ore", line.ore())
                .text("codeLine", line.text())
                .all();
    }

    private Optional<CodeLine> line() {
        var slip = data.form().foot().slip();
        return data.payment()
                .filter(any -> slip.wanted())
                .flatMap(payment -> CodeLine.of(payment.ocr(), toPay, account(), slip.giroCode()));
    }

    private Optional<QrCode> swish() {
        var payee = data.seller().accounts().swish();
        return data.payment()
                .filter(any -> data.form().foot().codes().swish())
                .flatMap(payment -> SwishPayment.of(payee, toPay, payment.ocr().digits()))
                .map(payment -> new QrCode(payment.code()));
    }

    private Optional<QrCode> invoiceCode() {
        var seller = data.seller();
        var issuedOn = data.original()
                .map(DocumentData.Original::issuedOn)
                .orElse(data.facts().issuedOn());
        return data.payment()
                .filter(any -> data.form().foot().codes().usingQr())
                .flatMap(payment -> account()
                        .flatMap(account -> InvoiceCode.of(
                                new InvoiceCode.Payee(
                                        seller.name(), seller.registration().orgNo(), account),
                                payment.ocr(),
                                new InvoiceCode.Days(issuedOn, payment.payBy()),
                                new InvoiceCode.Sum(toPay, tax))))
                .map(code -> new QrCode(code.text()));
    }

    /** Where the payer shall pay, of the accounts that are printed. */
    private Optional<GiroNumber> account() {
        var accounts = data.seller().accounts();
        return accounts.bankgiro()
                .map(GiroNumber::of)
                .or(() -> accounts.plusgiro().map(GiroNumber::of))
                .or(() -> accounts.iban().map(GiroNumber::of));
    }
}
