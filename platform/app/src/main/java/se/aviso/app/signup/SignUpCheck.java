package se.aviso.app.signup;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import se.aviso.app.member.Member;
import se.aviso.dispatch.Channel;
import se.aviso.kernel.MemberId;
import se.aviso.kernel.PersonalNumber;
import se.aviso.kernel.RuleViolation;
import se.aviso.member.Guardianship;

/** Reads a filled-in form into a member, and names every fault in it at once. */
final class SignUpCheck {
    private static final String EMAIL = "[^@\\s]{1,64}@[^@\\s]+\\.[^@\\s.]{2,}";
    private static final String CONSENT = "[A-Za-z0-9_.-]{1,40}";
    private static final String GUARDIAN = "guardian";
    private static final String NUMBER = "/person/personalNumber";
    private static final int LONGEST = 100;
    private static final int MOST_CONSENTS = 20;
    private static final int OLDEST = 125;

    private final SignUp form;
    private final LocalDate today;
    private final Asked asked;
    private final List<RuleViolation.Fault> faults = new ArrayList<>();

    /**
     * What the group's form asks.
     *
     * @param payments how the group can be paid
     * @param number whether the form asks for the personal number
     */
    record Asked(Set<PaymentOption> payments, boolean number) {}

    SignUpCheck(SignUp form, LocalDate today, Asked asked) {
        this.form = form;
        this.today = today;
        this.asked = asked;
    }

    /** The member to be. */
    Member member(MemberId id, long number, String language) {
        var person = form.person();
        var name = new Member.Name(
                text(person.givenName(), "/person/givenName"), text(person.familyName(), "/person/familyName"));
        var contact = new Member.Contact(
                email(person.email(), "/person/email"),
                person.address().map(this::address),
                form.channel(),
                person.language().filter(List.of("sv", "en")::contains).orElse(language));
        var guardian = form.guardian()
                .map(adult -> new Member.Guardian(
                        text(adult.name(), "/guardian/name"), email(adult.email(), "/guardian/email")));
        checkBorn(person.born(), guardian);
        checkChannel(contact, guardian);
        checkOptions();
        personalNumber();
        if (!faults.isEmpty()) {
            throw new RuleViolation(faults);
        }
        return new Member(id, number, name, person.born(), contact, guardian, Member.Privacy.OPEN);
    }

    /** What was agreed to; a guardian's consent among it. */
    Set<String> consents() {
        var given = new TreeSet<>(form.consents().orElse(List.of()));
        if (form.guardian().isPresent()) {
            given.add(GUARDIAN);
        }
        return given;
    }

    private void checkBorn(LocalDate born, Optional<Member.Guardian> guardian) {
        if (born.isAfter(today)) {
            fault("birth-date-ahead", "/person/born");
        } else if (born.isBefore(today.minusYears(OLDEST))) {
            fault("birth-date-too-old", "/person/born");
        } else if (guardian.isEmpty() && Guardianship.neededFor(born, today)) {
            fault("guardian-required", "/guardian");
        }
        if (form.guardian()
                .flatMap(SignUp.Guardian::consents)
                .filter(agreed -> !agreed)
                .isPresent()) {
            fault("guardian-consent-required", "/guardian/consents");
        }
    }

    /** Only what was asked for in so many words; else the other way is taken where one is unknown. */
    private void checkChannel(Member.Contact contact, Optional<Member.Guardian> guardian) {
        var byMail = guardian.flatMap(Member.Guardian::email).or(contact::email);
        if (form.channel().filter(Channel.EMAIL::equals).isPresent()
                && byMail.isEmpty()
                && contact.address().isEmpty()) {
            fault("email-required", guardian.isPresent() ? "/guardian/email" : "/person/email");
        }
        if (form.channel().filter(Channel.LETTER::equals).isPresent()
                && contact.address().isEmpty()) {
            fault("address-required", "/person/address");
        }
    }

    /** The personal number, where the form asks for one and it was given; what was not asked for is not taken. */
    Optional<PersonalNumber> personalNumber() {
        var text = form.person().personalNumber().filter(given -> !given.isBlank());
        if (text.isPresent() && !asked.number()) {
            fault("personal-number-not-asked", NUMBER);
            return Optional.empty();
        }
        var number = text.flatMap(given -> PersonalNumber.read(given.text(), today));
        if (text.isPresent() && number.isEmpty()) {
            fault("bad-personal-number", NUMBER);
        }
        if (number.filter(read -> !read.born().equals(form.person().born())).isPresent()) {
            fault("personal-number-of-other-day", NUMBER);
        }
        return number;
    }

    private void checkOptions() {
        var consents = form.consents().orElse(List.of());
        if (consents.size() > MOST_CONSENTS || !consents.stream().allMatch(kind -> kind.matches(CONSENT))) {
            fault("bad-consent", "/consents");
        }
        if (!asked.payments().containsAll(form.paymentOption().stream().toList())) {
            fault("payment-option-unavailable", "/paymentOption");
        }
        if (form.family().isPresent()) {
            fault("family-unavailable", "/family");
        }
    }

    private Member.Address address(SignUp.Address address) {
        var postalCode = address.postalCode().replaceAll("\\s", "");
        if (!postalCode.matches("[1-9][0-9]{4}")) {
            fault("bad-postal-code", "/person/address/postalCode");
        }
        return new Member.Address(
                text(address.street(), "/person/address/street"),
                spaced(postalCode),
                text(address.city(), "/person/address/city"));
    }

    private static String spaced(String postalCode) {
        return postalCode.length() == 5 ? postalCode.substring(0, 3) + " " + postalCode.substring(3) : postalCode;
    }

    private Optional<String> email(Optional<String> email, String pointer) {
        var bare = email.map(String::strip).filter(text -> !text.isEmpty());
        if (bare.filter(text -> !text.matches(EMAIL)).isPresent()) {
            fault("bad-email", pointer);
        }
        return bare;
    }

    private String text(String text, String pointer) {
        var bare = text.strip();
        if (bare.isEmpty() || bare.length() > LONGEST || bare.chars().anyMatch(Character::isISOControl)) {
            fault("bad-text", pointer);
        }
        return bare;
    }

    private void fault(String code, String pointer) {
        faults.add(new RuleViolation.Fault(code, pointer, Map.of()));
    }
}
