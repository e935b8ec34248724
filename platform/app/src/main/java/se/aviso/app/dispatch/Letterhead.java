package se.aviso.app.dispatch;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import se.aviso.app.document.DocumentData;
import se.aviso.app.document.PayFoot;
import se.aviso.app.document.Seller;
import se.aviso.app.invoice.InvoiceSnapshot;
import se.aviso.group.BillingField;
import se.aviso.group.CodeChoice;
import se.aviso.group.PaperLook;
import se.aviso.group.SlipChoice;
import se.aviso.kernel.BankgiroNumber;
import se.aviso.kernel.Iban;
import se.aviso.kernel.OrganisationNumber;
import se.aviso.kernel.PlusgiroNumber;
import se.aviso.kernel.SwishNumber;
import se.aviso.pagewriter.Picture;

/** What stands round the lines of every document: who writes, to whom, in which look and language. */
public final class Letterhead {
    private static final String ACCENT = "#0b5c6b";
    private static final int MOST_ADDRESS_LINES = 6;

    private final Map<String, Picture.Raster> logos;

    /** @param logos by content hash */
    public Letterhead(Map<String, byte[]> logos) {
        this.logos = rasters(logos);
    }

    /** The seller, of a billing identity by field. */
    public Seller seller(Map<BillingField, String> fields) {
        var city = text(fields, BillingField.POSTAL_CODE) + " " + text(fields, BillingField.CITY);
        return new Seller(
                text(fields, BillingField.NAME),
                List.of(text(fields, BillingField.STREET), city.strip()),
                new Seller.Registration(
                        value(fields, BillingField.ORGANISATION_NUMBER).map(OrganisationNumber::new),
                        text(fields, BillingField.VAT_NUMBER),
                        false,
                        ""),
                new Seller.Accounts(
                        value(fields, BillingField.BANKGIRO).map(BankgiroNumber::new),
                        value(fields, BillingField.PLUSGIRO).map(PlusgiroNumber::new),
                        value(fields, BillingField.IBAN).map(Iban::new),
                        value(fields, BillingField.SWISH).map(SwishNumber::new)),
                new Seller.Contact("", text(fields, BillingField.REPLY_TO), ""),
                value(fields, BillingField.LOGO).map(logos::get));
    }

    /** A kind of document in the look of the seller and the language of the recipient. */
    public static DocumentData.Form form(DocumentData.Kind kind, InvoiceSnapshot snapshot) {
        return form(kind, language(snapshot), snapshot.seller());
    }

    /** The same in a language, in the look of a billing identity. */
    public static DocumentData.Form form(
            DocumentData.Kind kind, DocumentData.Language language, Map<BillingField, String> seller) {
        var accent = value(seller, BillingField.ACCENT).orElse(ACCENT);
        return new DocumentData.Form(kind, language, look(seller), accent, own(seller), foot(seller, PayFoot.USUAL));
    }

    /** @param otherwise what holds where nothing is chosen */
    private static PayFoot foot(Map<BillingField, String> fields, PayFoot otherwise) {
        return new PayFoot(
                value(fields, BillingField.SLIP).map(SlipChoice::parse).orElse(otherwise.slip()),
                value(fields, BillingField.QR).map(CodeChoice::parse).orElse(otherwise.codes()));
    }

    private static DocumentData.Own own(Map<BillingField, String> seller) {
        return value(seller, BillingField.TEMPLATE)
                .filter(BillingField.OWN_LOOK::equals)
                .map(any -> DocumentData.Own.WANTED)
                .orElse(DocumentData.Own.NONE);
    }

    /**
     * The document in the look of its kind; what the look does not say stays as it is.
     *
     * @param logos by content hash
     */
    public static DocumentData dressed(DocumentData data, PaperLook look, Map<String, Picture.Raster> logos) {
        var parts = look.values();
        var form = data.form();
        var page = value(parts, BillingField.TEMPLATE);
        var dressed = new DocumentData.Form(
                form.kind(),
                form.language(),
                page.map(any -> look(parts)).orElse(form.look()),
                value(parts, BillingField.ACCENT).orElse(form.accent()),
                page.map(any -> own(parts)).orElse(form.own()),
                foot(parts, form.foot()));
        return data.dressed(
                dressed,
                value(parts, BillingField.LOGO)
                        .map(logos::get)
                        .or(() -> data.seller().logo()));
    }

    /** The pictures by content hash, each decoded once. */
    public static Map<String, Picture.Raster> rasters(Map<String, byte[]> logos) {
        var rasters = new HashMap<String, Picture.Raster>();
        logos.forEach((hash, bytes) -> rasters.put(hash, new Picture.Raster(hash, bytes)));
        return rasters;
    }

    /** Whom it is written to. */
    public static DocumentData.Recipient recipient(InvoiceSnapshot snapshot) {
        var lines = snapshot.recipient().addressLines();
        return new DocumentData.Recipient(
                lines.subList(0, Math.min(lines.size(), MOST_ADDRESS_LINES)),
                Long.toString(snapshot.recipient().memberNumber()));
    }

    private static DocumentData.Language language(InvoiceSnapshot snapshot) {
        return "en".equals(snapshot.language()) ? DocumentData.Language.EN : DocumentData.Language.SV;
    }

    private static DocumentData.Look look(Map<BillingField, String> seller) {
        return value(seller, BillingField.TEMPLATE)
                .filter(name -> !name.equals(BillingField.OWN_LOOK))
                .map(name -> DocumentData.Look.valueOf(name.toUpperCase(Locale.ROOT)))
                .orElse(DocumentData.Look.LUFTIG);
    }

    private static Optional<String> value(Map<BillingField, String> fields, BillingField field) {
        return Optional.ofNullable(fields.get(field));
    }

    private static String text(Map<BillingField, String> fields, BillingField field) {
        return value(fields, field).orElse("");
    }
}
