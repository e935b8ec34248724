package se.aviso.app.member;

import java.time.LocalDate;
import java.util.Optional;
import se.aviso.kernel.MemberId;

/** A person who is billed. Personal data: never logged. */
public record Member(
        MemberId id, long number, Name name, LocalDate born, Contact contact, Optional<Guardian> guardian) {
    /** Given and family name. */
    public record Name(String given, String family) {
        /** As it is written on an envelope. */
        public String full() {
            return given + " " + family;
        }
    }

    /** Where documents go. */
    public record Contact(Optional<String> email, Optional<Address> address, Channel channel, String language) {
        /** The channel that can be used: the wished one if its address is known, else the other. */
        public Optional<Channel> usable() {
            return channel == Channel.EMAIL
                    ? first(Channel.EMAIL, Channel.LETTER)
                    : first(Channel.LETTER, Channel.EMAIL);
        }

        private Optional<Channel> first(Channel wished, Channel other) {
            return reaches(wished) ? Optional.of(wished) : Optional.of(other).filter(this::reaches);
        }

        private boolean reaches(Channel by) {
            return by == Channel.EMAIL ? email.isPresent() : address.isPresent();
        }
    }

    /** A postal address in Sweden. */
    public record Address(String street, String postalCode, String city) {}

    /** Who pays for a minor. */
    public record Guardian(String name, Optional<String> email) {}

    /** Who gets the invoice: the guardian, else the member. */
    public String payerName() {
        return guardian.map(Guardian::name).orElseGet(name::full);
    }

    /** Where the invoice goes by e-mail: the guardian's address, else the member's. */
    public Optional<String> payerEmail() {
        return guardian.flatMap(Guardian::email).or(contact::email);
    }
}
