package se.aviso.app.member;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import se.aviso.dispatch.MobileNumber;
import se.aviso.kernel.PeppolAddress;
import se.aviso.kernel.PersonalNumber;
import se.aviso.kernel.RuleViolation.Fault;

/** Reads what people write about a member into values, and collects every fault with its place. */
final class MemberForm {
    private static final String EMAIL = "[^@\\s\\p{Cntrl}]{1,64}@[^@\\s\\p{Cntrl}]{1,180}\\.[^@\\s.\\p{Cntrl}]{2,}";
    private static final int LONGEST = 100;
    private static final int OLDEST = 125;
    private static final Set<String> LANGUAGES = Set.of("sv", "en");

    private final List<Fault> faults = new ArrayList<>();
    private final LocalDate today;

    MemberForm(LocalDate today) {
        this.today = today;
    }

    /** What was wrong so far. */
    List<Fault> faults() {
        return faults;
    }

    void fault(Fault fault) {
        faults.add(fault);
    }

    void fault(String code, String pointer) {
        faults.add(new Fault(code, pointer, Map.of()));
    }

    /** A text of its own line. */
    String text(String text, String pointer) {
        var bare = text.strip();
        if (bare.isEmpty() || bare.length() > LONGEST || bare.chars().anyMatch(Character::isISOControl)) {
            fault("bad-text", pointer);
        }
        return bare;
    }

    /** An e-mail address; an empty one is none. */
    Optional<String> email(Optional<String> email, String pointer) {
        var bare = email.map(String::strip).filter(text -> !text.isEmpty());
        if (bare.filter(text -> !text.matches(EMAIL)).isPresent()) {
            fault("bad-email", pointer);
        }
        return bare;
    }

    /** A mobile number, as people write it; an empty one is none. */
    Optional<MobileNumber> phone(Optional<String> written, String pointer) {
        var bare = written.map(String::strip).filter(text -> !text.isEmpty());
        var number = bare.flatMap(MobileNumber::read);
        if (bare.isPresent() && number.isEmpty()) {
            fault("bad-phone", pointer);
        }
        return number;
    }

    /** How an organisation gets invoices; an empty text is none. */
    Member.Organisation organisation(Optional<String> peppol, Optional<String> reference) {
        var written = peppol.map(String::strip).filter(text -> !text.isEmpty());
        var address = written.flatMap(PeppolAddress::read);
        if (written.isPresent() && address.isEmpty()) {
            fault("bad-peppol", "/peppol");
        }
        var bare = reference.filter(text -> !text.isBlank()).map(text -> text(text, "/buyerReference"));
        return new Member.Organisation(address, bare);
    }

    /** A day of birth. */
    LocalDate born(LocalDate born, String pointer) {
        if (born.isAfter(today) || born.isBefore(today.minusYears(OLDEST))) {
            fault("bad-birth-date", pointer);
        }
        return born;
    }

    /** A personal number, of somebody born on that day; an empty text is none. */
    Optional<PersonalNumber> personalNumber(Optional<WrittenNumber> written, LocalDate born, String pointer) {
        var text = written.filter(given -> !given.isBlank()).map(WrittenNumber::text);
        var number = text.flatMap(given -> PersonalNumber.read(given, today));
        if (text.isPresent() && number.isEmpty()) {
            fault("bad-personal-number", pointer);
        }
        if (number.filter(read -> !read.born().equals(born)).isPresent()) {
            fault("personal-number-of-other-day", pointer);
        }
        return number;
    }

    /** A language that documents can be written in. */
    String language(String language, String pointer) {
        if (!LANGUAGES.contains(language)) {
            fault("bad-language", pointer);
        }
        return language;
    }

    /** Who pays for a minor. */
    Member.Guardian guardian(String name, Optional<String> email) {
        return new Member.Guardian(text(name, "/guardian/name"), email(email, "/guardian/email"));
    }

    /** An address, whole or none. */
    Optional<Member.Address> address(String street, String postalCode, String city, String pointer) {
        if ((street + postalCode + city).isBlank()) {
            return Optional.empty();
        }
        var digits = postalCode.replaceAll("\\s", "");
        if (!digits.matches("[1-9][0-9]{4}")) {
            fault("bad-postal-code", pointer + "/postalCode");
            return Optional.empty();
        }
        return Optional.of(new Member.Address(
                text(street, pointer + "/street"),
                digits.substring(0, 3) + " " + digits.substring(3),
                text(city, pointer + "/city")));
    }
}
