package se.aviso.app.group;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import se.aviso.group.BillingField;
import se.aviso.group.BillingIdentity;
import se.aviso.group.Group;
import se.aviso.group.GroupKind;
import se.aviso.kernel.GroupId;

/** The JSON of groups. */
final class GroupBodies {
    private static final Map<String, BillingField> FIELDS = Map.ofEntries(
            Map.entry("name", BillingField.NAME),
            Map.entry("street", BillingField.STREET),
            Map.entry("postalCode", BillingField.POSTAL_CODE),
            Map.entry("city", BillingField.CITY),
            Map.entry("organisationNumber", BillingField.ORGANISATION_NUMBER),
            Map.entry("vatNumber", BillingField.VAT_NUMBER),
            Map.entry("bankgiro", BillingField.BANKGIRO),
            Map.entry("plusgiro", BillingField.PLUSGIRO),
            Map.entry("iban", BillingField.IBAN),
            Map.entry("swish", BillingField.SWISH),
            Map.entry("replyTo", BillingField.REPLY_TO),
            Map.entry("logo", BillingField.LOGO),
            Map.entry("templateId", BillingField.TEMPLATE),
            Map.entry("accent", BillingField.ACCENT),
            Map.entry("slip", BillingField.SLIP),
            Map.entry("qr", BillingField.QR));

    private GroupBodies() {}

    static String jsonName(BillingField field) {
        return FIELDS.entrySet().stream()
                .filter(entry -> entry.getValue() == field)
                .map(Map.Entry::getKey)
                .findFirst()
                .orElseThrow();
    }

    /** Postal address of a billing identity. */
    record Address(Optional<String> street, Optional<String> postalCode, Optional<String> city) {}

    /** What a group sets of its billing identity. */
    record Billing(
            Optional<String> name,
            Optional<Address> address,
            Optional<String> replyTo,
            Optional<String> bankgiro,
            Optional<String> plusgiro,
            Optional<String> iban,
            Optional<String> swish,
            Optional<String> vatNumber,
            Optional<String> templateId,
            Optional<String> accent,
            Optional<String> slip,
            Optional<String> qr) {
        Map<BillingField, String> values() {
            var values = new EnumMap<BillingField, String>(BillingField.class);
            name.ifPresent(value -> values.put(BillingField.NAME, value));
            address.ifPresent(at -> {
                at.street().ifPresent(value -> values.put(BillingField.STREET, value));
                at.postalCode().ifPresent(value -> values.put(BillingField.POSTAL_CODE, value));
                at.city().ifPresent(value -> values.put(BillingField.CITY, value));
            });
            replyTo.ifPresent(value -> values.put(BillingField.REPLY_TO, value));
            bankgiro.ifPresent(value -> values.put(BillingField.BANKGIRO, value));
            plusgiro.ifPresent(value -> values.put(BillingField.PLUSGIRO, value));
            iban.ifPresent(value -> values.put(BillingField.IBAN, value));
            swish.ifPresent(value -> values.put(BillingField.SWISH, value));
            vatNumber.ifPresent(value -> values.put(BillingField.VAT_NUMBER, value));
            templateId.ifPresent(value -> values.put(BillingField.TEMPLATE, value));
            accent.ifPresent(value -> values.put(BillingField.ACCENT, value));
            slip.ifPresent(value -> values.put(BillingField.SLIP, value));
            qr.ifPresent(value -> values.put(BillingField.QR, value));
            return values;
        }
    }

    /** A group to be. */
    record NewGroup(
            String name,
            GroupKind kind,
            Optional<UUID> parentId,
            Optional<String> slug,
            Optional<String> organisationNumber,
            Optional<Billing> billingIdentity,
            Optional<Boolean> publicJoin) {
        CreateGroup.Wish wish() {
            var own = new EnumMap<BillingField, String>(BillingField.class);
            billingIdentity.ifPresent(billing -> own.putAll(billing.values()));
            organisationNumber.ifPresent(value -> own.put(BillingField.ORGANISATION_NUMBER, value));
            return new CreateGroup.Wish(kind, name, slug, parentId.map(GroupId::new), openForm(), own);
        }

        /** People join local groups; a form of those above them is opened on purpose. */
        private boolean openForm() {
            return publicJoin.orElse(kind == GroupKind.LOCAL);
        }
    }

    /** A group as it is; the billing identity holds what it sets itself. */
    record GroupBody(
            UUID id,
            String name,
            GroupKind kind,
            String slug,
            Optional<UUID> parentId,
            Map<String, String> billingIdentity) {
        static GroupBody of(Group group) {
            var own = new HashMap<String, String>();
            group.own().forEach((field, value) -> own.put(jsonName(field), value));
            return new GroupBody(
                    group.id().value(),
                    group.name(),
                    group.kind(),
                    group.slug(),
                    group.place().parent().map(GroupId::value),
                    own);
        }
    }

    /** A value of a billing identity and the group that set it. */
    record OriginBody(String value, UUID groupId) {}

    /** The inherited whole. */
    static Map<String, OriginBody> identity(BillingIdentity identity) {
        var body = new LinkedHashMap<String, OriginBody>();
        identity.fields()
                .forEach((field, origin) -> body.put(
                        jsonName(field),
                        new OriginBody(origin.value(), origin.group().value())));
        return body;
    }

    static Optional<BillingField> field(String jsonName) {
        return Optional.ofNullable(FIELDS.get(jsonName));
    }
}
