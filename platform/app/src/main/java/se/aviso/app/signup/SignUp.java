package se.aviso.app.signup;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import se.aviso.app.member.WrittenNumber;
import se.aviso.dispatch.Channel;

/**
 * The filled-in form. Personal data: never logged.
 *
 * @param guardian of a minor
 * @param typeId the id or the slug of a membership type
 * @param paymentOption left out, it is an invoice to pay later
 * @param channel how the documents are to come; what is asked for must have its address
 * @param consents what was agreed to, such as {@code news}
 */
public record SignUp(
        Person person,
        Optional<Guardian> guardian,
        Optional<Map<String, Object>> family,
        String typeId,
        Optional<PaymentOption> paymentOption,
        Optional<Channel> channel,
        Optional<List<String>> consents) {
    /** Who joins. */
    public record Person(
            String givenName,
            String familyName,
            LocalDate born,
            Optional<String> email,
            Optional<Address> address,
            Optional<String> language,
            Optional<WrittenNumber> personalNumber) {
        Person withoutNumber() {
            return new Person(givenName, familyName, born, email, address, language, Optional.empty());
        }
    }

    /** The form as it is remembered: no trace of the number is left where forms are told apart. */
    SignUp withoutNumber() {
        return new SignUp(person.withoutNumber(), guardian, family, typeId, paymentOption, channel, consents);
    }

    /** Where a person lives. */
    public record Address(String street, String postalCode, String city) {}

    /**
     * Who consents and pays for a minor.
     *
     * @param consents false is a refusal; left out, the sender vouches for the consent
     */
    public record Guardian(String name, Optional<String> email, Optional<Boolean> consents) {}
}
