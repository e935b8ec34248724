package se.aviso.app.document;

import java.util.Map;

/** The seller's part of a document. */
final class SellerModel {
    private SellerModel() {}

    /** Where the payer shall pay, and what that is called. */
    record Giro(String label, String number) {}

    static Map<String, Object> of(Seller seller) {
        var registration = seller.registration();
        var accounts = seller.accounts();
        var fields = new Fields()
                .text("name", seller.name())
                .with(
                        "address",
                        seller.address().stream().map(Fields::printable).toList())
                .text("phone", seller.contact().phone())
                .text("email", seller.contact().email())
                .text("web", seller.contact().web())
                .text("vatNo", registration.vatNo())
                .text("seat", registration.seat())
                .with("fSkatt", registration.fTax());
        registration.orgNo().ifPresent(number -> fields.text("orgNo", number.toString()));
        accounts.bankgiro().ifPresent(number -> fields.text("bankgiro", number.toString()));
        accounts.plusgiro().ifPresent(number -> fields.text("plusgiro", number.toString()));
        accounts.iban().ifPresent(number -> fields.text("iban", number.toString()));
        accounts.swish().ifPresent(number -> fields.text("swish", number.toString()));
        seller.logo().ifPresent(logo -> fields.with("logo", "picture:logo"));
        return fields.all();
    }

    /**
     * The bankgiro number before the plusgiro number before the IBAN.
     *
     * @throws IllegalArgumentException when the seller has none of them
     */
    static Giro giro(Seller.Accounts accounts, Map<String, String> labels) {
        if (accounts.bankgiro().isPresent()) {
            return new Giro(
                    labels.getOrDefault("toBankgiro", ""),
                    accounts.bankgiro().get().toString());
        }
        if (accounts.plusgiro().isPresent()) {
            return new Giro(
                    labels.getOrDefault("toPlusgiro", ""),
                    accounts.plusgiro().get().toString());
        }
        return accounts.iban()
                .map(iban -> new Giro("IBAN", iban.toString()))
                .orElseThrow(() -> new IllegalArgumentException("a claim of a seller without an account"));
    }
}
