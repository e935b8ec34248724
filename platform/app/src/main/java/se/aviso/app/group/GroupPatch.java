package se.aviso.app.group;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import se.aviso.app.web.HttpProblem;
import se.aviso.app.web.MergePatch;
import se.aviso.group.BillingField;
import se.aviso.kernel.RuleViolation.Fault;

/** Reads the merge patch of a group. */
final class GroupPatch {
    private static final String NAME = "/name";
    private static final String PUBLIC_JOIN = "/publicJoin";
    private static final Map<String, BillingField> FIELDS = Map.ofEntries(
            Map.entry("/organisationNumber", BillingField.ORGANISATION_NUMBER),
            Map.entry("/billingIdentity/name", BillingField.NAME),
            Map.entry("/billingIdentity/address/street", BillingField.STREET),
            Map.entry("/billingIdentity/address/postalCode", BillingField.POSTAL_CODE),
            Map.entry("/billingIdentity/address/city", BillingField.CITY),
            Map.entry("/billingIdentity/replyTo", BillingField.REPLY_TO),
            Map.entry("/billingIdentity/bankgiro", BillingField.BANKGIRO),
            Map.entry("/billingIdentity/plusgiro", BillingField.PLUSGIRO),
            Map.entry("/billingIdentity/iban", BillingField.IBAN),
            Map.entry("/billingIdentity/swish", BillingField.SWISH),
            Map.entry("/billingIdentity/vatNumber", BillingField.VAT_NUMBER),
            Map.entry("/billingIdentity/templateId", BillingField.TEMPLATE),
            Map.entry("/billingIdentity/accent", BillingField.ACCENT),
            Map.entry("/billingIdentity/slip", BillingField.SLIP),
            Map.entry("/billingIdentity/qr", BillingField.QR));

    private GroupPatch() {}

    static CreateGroup.Change read(JsonNode body) {
        var known = new HashSet<>(FIELDS.keySet());
        known.add(NAME);
        known.add(PUBLIC_JOIN);
        var values = MergePatch.read(body, Set.copyOf(known), Set.of(PUBLIC_JOIN));
        var fields = new EnumMap<BillingField, Optional<String>>(BillingField.class);
        values.forEach((pointer, value) ->
                Optional.ofNullable(FIELDS.get(pointer)).ifPresent(field -> fields.put(field, value)));
        if (values.containsKey(NAME)
                && values.getOrDefault(NAME, Optional.empty()).isEmpty()) {
            throw HttpProblem.badRequest("body-invalid", List.of(new Fault("field-required", NAME, Map.of())));
        }
        var publicForm = values.getOrDefault(PUBLIC_JOIN, Optional.empty()).map(Boolean::valueOf);
        if (values.containsKey(PUBLIC_JOIN) && publicForm.isEmpty()) {
            throw HttpProblem.badRequest("body-invalid", List.of(new Fault("field-required", PUBLIC_JOIN, Map.of())));
        }
        return new CreateGroup.Change(values.getOrDefault(NAME, Optional.empty()), fields, publicForm);
    }
}
