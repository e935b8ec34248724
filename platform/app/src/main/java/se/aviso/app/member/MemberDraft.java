package se.aviso.app.member;

import java.io.Serializable;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import se.aviso.dispatch.Channel;
import se.aviso.dispatch.MobileNumber;
import se.aviso.kernel.PeppolAddress;
import se.aviso.kernel.RuleViolation;

/**
 * What is being written about a member, field by field under the JSON pointers of the API. Personal data: never logged.
 */
final class MemberDraft implements Serializable {
    private static final String NUMBER = "/personalNumber";
    private static final String FORGET = "forgetNumber";

    private final Map<String, String> fields = new HashMap<>();
    private boolean hidden;

    /** Of nobody yet. */
    static MemberDraft empty(String language) {
        var draft = new MemberDraft();
        draft.fields.put("/language", language);
        return draft;
    }

    /** What is known of a member. */
    static MemberDraft of(Member member) {
        var draft = new MemberDraft();
        var contact = member.contact();
        draft.hidden = member.privacy().hidden();
        draft.fields.put("/givenName", member.name().given());
        draft.fields.put("/familyName", member.name().family());
        draft.fields.put("/email", contact.email().orElse(""));
        draft.fields.put("/phone", contact.phone().map(MobileNumber::text).orElse(""));
        draft.fields.put(
                "/peppol",
                contact.organisation().peppol().map(PeppolAddress::text).orElse(""));
        draft.fields.put(
                "/buyerReference", contact.organisation().buyerReference().orElse(""));
        draft.fields.put(
                "/address/street", contact.address().map(Member.Address::street).orElse(""));
        draft.fields.put(
                "/address/postalCode",
                contact.address().map(Member.Address::postalCode).orElse(""));
        draft.fields.put(
                "/address/city", contact.address().map(Member.Address::city).orElse(""));
        draft.fields.put("/channel", contact.wish().map(Channel::name).orElse(""));
        draft.fields.put("/language", contact.language());
        draft.fields.put(
                "/guardian/name", member.guardian().map(Member.Guardian::name).orElse(""));
        draft.fields.put(
                "/guardian/email",
                member.guardian().flatMap(Member.Guardian::email).orElse(""));
        return draft;
    }

    /** The fields, for a page to show and to fill. */
    Map<String, String> fields() {
        return fields;
    }

    /** The addresses by which somebody is let in. */
    List<String> mailboxes() {
        return List.of(text("/email"), text("/guardian/email"));
    }

    /** True when whereabouts are not shown, and stay as they are. */
    boolean isHidden() {
        return hidden;
    }

    private boolean isForgotten() {
        Map<String, ?> asThePageFillsIt = fields; // a flag is no text there
        return Boolean.parseBoolean(String.valueOf(asThePageFillsIt.get(FORGET)));
    }

    /** Given and family name. */
    String fullName() {
        return (text("/givenName") + " " + text("/familyName")).strip();
    }

    /**
     * What is to be of everything that can be changed; a field without a text is cleared. A personal number is not
     * shown, so it stays unless another is written or it is to be forgotten.
     */
    Map<String, Optional<String>> changes() {
        var changes = changes(ChangeMember.fields().stream()
                .filter(pointer -> !hidden || !ChangeMember.WHEREABOUTS.contains(pointer))
                .toList());
        if (given(NUMBER).isEmpty() && !isForgotten()) {
            changes.remove(NUMBER);
        }
        return changes;
    }

    /** What is written otherwise than it was, of what may be changed. */
    Map<String, Optional<String>> changesSince(MemberDraft before, List<String> pointers) {
        return changes(pointers.stream()
                .filter(pointer -> !given(pointer).equals(before.given(pointer)))
                .toList());
    }

    private Map<String, Optional<String>> changes(List<String> pointers) {
        var changes = new HashMap<String, Optional<String>>();
        pointers.forEach(pointer -> changes.put(pointer, given(pointer)));
        return changes;
    }

    /** The member to be, of one group and type. */
    MemberBodies.NewMember member(UUID group, UUID type) {
        var street = text("/address/street");
        var postalCode = text("/address/postalCode");
        var city = text("/address/city");
        var address = Optional.of(new Member.Address(street, postalCode, city));
        var guardian = new Member.Guardian(text("/guardian/name"), given("/guardian/email"));
        return new MemberBodies.NewMember(
                text("/givenName"),
                text("/familyName"),
                born(),
                given("/email"),
                address,
                given("/channel").map(Channel::valueOf),
                given("/language"),
                Optional.of(guardian)
                        .filter(named ->
                                !named.name().isBlank() || named.email().isPresent()),
                given(NUMBER).map(WrittenNumber::new),
                Optional.of(List.of(new MemberBodies.NewMembership(group, type, Optional.empty()))),
                given("/phone"),
                given("/peppol"),
                given("/buyerReference"));
    }

    private LocalDate born() {
        try {
            return LocalDate.parse(text("/born"));
        } catch (DateTimeParseException noDay) {
            throw RuleViolation.at("/born", "bad-birth-date", Map.of());
        }
    }

    private Optional<String> given(String pointer) {
        return Optional.of(text(pointer)).filter(Predicate.not(String::isBlank));
    }

    private String text(String pointer) {
        return Optional.ofNullable(fields.get(pointer))
                .orElse(""); // a page may put nothing where a field is left empty
    }
}
