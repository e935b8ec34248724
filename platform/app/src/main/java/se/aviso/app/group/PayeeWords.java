package se.aviso.app.group;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Set;
import se.aviso.app.screen.Texts;
import se.aviso.group.BillingField;
import se.aviso.group.GroupKind;

/** What a page says of who is paid: where a value is from, how it looks, what holds without it. */
@Named
@RequestScoped
public class PayeeWords {
    private static final Set<BillingField> HELPED = Set.of(
            BillingField.BANKGIRO,
            BillingField.PLUSGIRO,
            BillingField.ORGANISATION_NUMBER,
            BillingField.TEMPLATE,
            BillingField.ACCENT,
            BillingField.SLIP,
            BillingField.QR,
            BillingField.VAT_NUMBER,
            BillingField.SWISH);

    @Inject
    Texts texts;

    /** Where an inherited value is from; everybody knows the federation without its name. */
    public String inherited(PayeeRow row, ShowGroup.Seen seen) {
        var top = seen.way().get(0);
        return top.kind() == GroupKind.FEDERATION && top.name().equals(row.from())
                ? texts.get("group.inheritedFederation")
                : texts.with("group.inherited", row.from());
    }

    /** How a value of the field looks; empty where everybody knows. */
    public String help(BillingField field) {
        return HELPED.contains(field) ? texts.get("group.help." + field.name()) : "";
    }

    /** What would hold if the own value were taken away. */
    public String without(PayeeRow row) {
        return row.otherwise()
                .map(hidden -> row.field() == BillingField.LOGO
                        ? texts.with("group.without.logo", hidden.from())
                        : texts.with("group.without", hidden.value(), hidden.from()))
                .orElseGet(() -> texts.get("group.without.none"));
    }

    /** Who stands on an invoice, and where the money goes. */
    public String seller(ShowGroup.Seen seen) {
        var seller = seen.payee().onDocuments();
        return seller.giro()
                .map(giro -> texts.with("group.seller", seller.text(BillingField.NAME), giro.toString()))
                .orElseGet(() -> texts.get("group.seller.none"));
    }
}
