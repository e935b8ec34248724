package se.aviso.app.template;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import se.aviso.app.group.SetLook;
import se.aviso.app.screen.Texts;
import se.aviso.group.BillingField;
import se.aviso.group.Group;
import se.aviso.group.PaperLook;
import se.aviso.wording.PaperKind;

/** Tells how a kind of a group's documents looks where the group sets nothing for it, and from where that is. */
record OtherLooks(SetLook.Seen seen, Texts texts) {
    /** @param kind of documents; empty for all kinds */
    String at(Optional<PaperKind> kind, BillingField part) {
        var chain = without(kind);
        var look = kind.map(one -> PaperLook.inherited(one, chain)).orElseGet(() -> PaperLook.ofAllKinds(chain));
        return Optional.ofNullable(look.parts().get(part))
                .map(origin -> told(part, origin))
                .orElseGet(() -> texts.get("template.dress.nothing." + part));
    }

    private List<PaperLook.Own> without(Optional<PaperKind> kind) {
        var chain = new ArrayList<>(seen.chain());
        var values = new HashMap<>(seen.own());
        values.keySet().removeIf(place -> place.kind().equals(kind));
        chain.set(
                chain.size() - 1,
                new PaperLook.Own(seen.group().id().value(), seen.group().id(), values));
        return chain;
    }

    private String told(BillingField part, PaperLook.Origin origin) {
        var from = seen.way().stream()
                .filter(on -> on.id().equals(origin.group()))
                .map(Group::name)
                .findFirst()
                .orElse("");
        if (part == BillingField.LOGO) {
            return texts.with("template.dress.logoOf", from);
        }
        return texts.with("template.inherited", said(part, origin.value()), from);
    }

    private String said(BillingField part, String value) {
        return switch (part) {
            case TEMPLATE -> texts.get("group.look." + value);
            case QR -> texts.get("group.qr." + value);
            case SLIP -> value.startsWith("o") ? texts.get("group.slip." + value) : value;
            default -> value;
        };
    }
}
