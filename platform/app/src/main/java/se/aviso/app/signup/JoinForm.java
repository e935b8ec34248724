package se.aviso.app.signup;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import se.aviso.app.member.WrittenNumber;
import se.aviso.member.Guardianship;

/** What somebody has typed into the public form so far. Personal data: never logged. */
public class JoinForm {
    private static final String NEWS = "news";
    private static final String DAY = "[0-9]{8}";

    private String type = "";
    private String givenName = "";
    private String familyName = "";
    private String born = "";
    private String personalNumber = "";
    private String email = "";
    private String street = "";
    private String postalCode = "";
    private String city = "";
    private String guardianName = "";
    private String guardianEmail = "";
    private boolean guardianConsents;
    private boolean news;
    private JoinWay way = JoinWay.EMAIL;

    /** What is wrong with the birthday as it is typed; whether somebody can be born then is another question. */
    Optional<String> unreadableBirthday() {
        if (born.isBlank()) {
            return Optional.of("birth-date-missing");
        }
        if (!bornDigits().matches(DAY)) {
            return Optional.of("bad-birth-date");
        }
        return birthday().isPresent() ? Optional.empty() : Optional.of("birth-date-unknown");
    }

    private String bornDigits() {
        return born.replaceAll("[\\s./-]", "");
    }

    /** The day that was typed, with or without hyphens or blanks, if it is one. */
    Optional<LocalDate> birthday() {
        var digits = bornDigits();
        if (!digits.matches(DAY)) {
            return Optional.empty();
        }
        try {
            return Optional.of(LocalDate.of(
                    Integer.parseInt(digits.substring(0, 4)),
                    Integer.parseInt(digits.substring(4, 6)),
                    Integer.parseInt(digits.substring(6))));
        } catch (DateTimeException noSuchDay) {
            return Optional.empty();
        }
    }

    /** True when who joins needs a guardian; unknown before the birthday is. */
    boolean isMinor(LocalDate today) {
        return birthday()
                .filter(day -> !day.isAfter(today) && Guardianship.neededFor(day, today))
                .isPresent();
    }

    /** The form as the use case takes it; a birthday that cannot be read is taken for the given one. */
    SignUp signUp(String language, LocalDate today, LocalDate otherwise) {
        var person = new SignUp.Person(
                givenName,
                familyName,
                birthday().orElse(otherwise),
                filled(email),
                address(),
                Optional.of(language),
                number());
        var guardian = isMinor(today)
                ? Optional.of(new SignUp.Guardian(guardianName, filled(guardianEmail), Optional.of(guardianConsents)))
                : Optional.<SignUp.Guardian>empty();
        var consents = new ArrayList<String>();
        if (news) {
            consents.add(NEWS);
        }
        return new SignUp(
                person,
                guardian,
                Optional.empty(),
                type,
                Optional.of(way.payment()),
                Optional.of(way.channel()),
                Optional.of(List.copyOf(consents)));
    }

    /** Asked for by who wishes letters only; half an address is not passed over. */
    private Optional<SignUp.Address> address() {
        var none = way != JoinWay.LETTER || (street.isBlank() && postalCode.isBlank() && city.isBlank());
        return none ? Optional.empty() : Optional.of(new SignUp.Address(street, postalCode, city));
    }

    private Optional<WrittenNumber> number() {
        return filled(personalNumber).map(WrittenNumber::new);
    }

    private static Optional<String> filled(String text) {
        return Optional.of(text).filter(some -> !some.isBlank());
    }

    public String getType() {
        return type;
    }

    public void setType(String type) {
        this.type = type;
    }

    public String getGivenName() {
        return givenName;
    }

    public void setGivenName(String givenName) {
        this.givenName = givenName;
    }

    public String getFamilyName() {
        return familyName;
    }

    public void setFamilyName(String familyName) {
        this.familyName = familyName;
    }

    public String getBorn() {
        return born;
    }

    public void setBorn(String born) {
        this.born = born;
    }

    public String getEmail() {
        return email;
    }

    public void setEmail(String email) {
        this.email = email;
    }

    public String getPersonalNumber() {
        return personalNumber;
    }

    public void setPersonalNumber(String personalNumber) {
        this.personalNumber = personalNumber;
    }

    public String getStreet() {
        return street;
    }

    public void setStreet(String street) {
        this.street = street;
    }

    public String getPostalCode() {
        return postalCode;
    }

    public void setPostalCode(String postalCode) {
        this.postalCode = postalCode;
    }

    public String getCity() {
        return city;
    }

    public void setCity(String city) {
        this.city = city;
    }

    public String getGuardianName() {
        return guardianName;
    }

    public void setGuardianName(String guardianName) {
        this.guardianName = guardianName;
    }

    public String getGuardianEmail() {
        return guardianEmail;
    }

    public void setGuardianEmail(String guardianEmail) {
        this.guardianEmail = guardianEmail;
    }

    public boolean isGuardianConsents() {
        return guardianConsents;
    }

    public void setGuardianConsents(boolean guardianConsents) {
        this.guardianConsents = guardianConsents;
    }

    public boolean isNews() {
        return news;
    }

    public void setNews(boolean news) {
        this.news = news;
    }

    public JoinWay getWay() {
        return way;
    }

    public void setWay(JoinWay way) {
        this.way = way;
    }
}
