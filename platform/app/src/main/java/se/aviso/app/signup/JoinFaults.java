package se.aviso.app.signup;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import se.aviso.kernel.RuleViolation.Fault;

/** At which field of the public form a fault is said. */
final class JoinFaults {
    private static final Map<String, String> FIELDS = Map.ofEntries(
            Map.entry("/typeId", "type"),
            Map.entry("/person/givenName", "givenName"),
            Map.entry("/person/familyName", "familyName"),
            Map.entry("/person/born", "born"),
            Map.entry("/person/personalNumber", "personalNumber"),
            Map.entry("/person/email", "email"),
            Map.entry("/person/address", "street"),
            Map.entry("/person/address/street", "street"),
            Map.entry("/person/address/postalCode", "postalCode"),
            Map.entry("/person/address/city", "city"),
            Map.entry("/guardian", "guardianName"),
            Map.entry("/guardian/name", "guardianName"),
            Map.entry("/guardian/email", "guardianEmail"),
            Map.entry("/guardian/consents", "guardianConsents"),
            Map.entry("/paymentOption", "way"),
            Map.entry("/channel", "way"));

    /** As they follow on the page. */
    private static final List<String> ORDER = List.of(
            "type",
            "givenName",
            "familyName",
            "born",
            "personalNumber",
            "email",
            "guardianName",
            "guardianEmail",
            "guardianConsents",
            "way",
            "street",
            "postalCode",
            "city");

    private JoinFaults() {}

    /** The id of the field; empty for a fault of the whole. */
    static Optional<String> field(Fault fault) {
        return Optional.ofNullable(FIELDS.get(fault.pointer()));
    }

    /** The faults at one field. */
    static List<Fault> at(String field, List<Fault> faults) {
        return faults.stream()
                .filter(fault -> field(fault).filter(field::equals).isPresent())
                .toList();
    }

    /** The field with a fault that stands first on the page. */
    static Optional<String> first(List<Fault> faults) {
        return faults.stream().flatMap(fault -> field(fault).stream()).min(Comparator.comparingInt(ORDER::indexOf));
    }
}
