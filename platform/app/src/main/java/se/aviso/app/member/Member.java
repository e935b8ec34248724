package se.aviso.app.member;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import se.aviso.dispatch.Channel;
import se.aviso.dispatch.MobileNumber;
import se.aviso.dispatch.PostalAddress;
import se.aviso.kernel.MemberId;
import se.aviso.kernel.PeppolAddress;
import se.aviso.kernel.PersonalNumber;

/** A person who is billed. Personal data: never logged. */
public record Member(
        MemberId id,
        long number,
        Name name,
        LocalDate born,
        Contact contact,
        Optional<Guardian> guardian,
        Privacy privacy) {
    /** Given and family name. */
    public record Name(String given, String family) {
        /** As it is written on an envelope. */
        public String full() {
            return given + " " + family;
        }
    }

    /**
     * Where documents go.
     *
     * @param wish the channel that was asked for; who has asked for none gets documents as the tenant sends them
     * @param organisation of one that gets invoices which its machines read
     */
    public record Contact(
            Optional<String> email,
            Optional<Address> address,
            Optional<Channel> wish,
            String language,
            Optional<MobileNumber> phone,
            Organisation organisation) {
        /** A person's. */
        public Contact(
                Optional<String> email,
                Optional<Address> address,
                Optional<Channel> wish,
                String language,
                Optional<MobileNumber> phone) {
            this(email, address, wish, language, phone, Organisation.NONE);
        }

        /** One without a telephone. */
        public Contact(Optional<String> email, Optional<Address> address, Optional<Channel> wish, String language) {
            this(email, address, wish, language, Optional.empty());
        }
    }

    /**
     * How an organisation gets invoices.
     *
     * @param peppol where in the network its machines read them
     * @param buyerReference what it wants to be told on each, so that it finds its way inside
     */
    public record Organisation(Optional<PeppolAddress> peppol, Optional<String> buyerReference) {
        /** A person's. */
        public static final Organisation NONE = new Organisation(Optional.empty(), Optional.empty());
    }

    /**
     * What is known of a member and not shown to everybody.
     *
     * @param numbered whether a personal number is kept
     * @param protectedIdentity whether address, e-mail and guardian are for few eyes
     * @param hidden whether they have been left out here
     * @param erasedOn the day on which the member was erased
     */
    public record Privacy(boolean numbered, boolean protectedIdentity, boolean hidden, Optional<LocalDate> erasedOn) {
        /** Nothing in particular is kept from others. */
        public static final Privacy OPEN = new Privacy(false, false, false, Optional.empty());

        /** True when nothing is known of the person any more. */
        public boolean isErased() {
            return erasedOn.isPresent();
        }
    }

    /** A postal address in Sweden. */
    public record Address(String street, String postalCode, String city) {}

    /** Who pays for a minor. */
    public record Guardian(String name, Optional<String> email) {}

    /** The same without what leads to where the person lives. */
    Member withoutWhereabouts() {
        var bare = new Contact(Optional.empty(), Optional.empty(), contact.wish(), contact.language());
        var hidden = new Privacy(privacy.numbered(), privacy.protectedIdentity(), true, privacy.erasedOn());
        return new Member(id, number, name, born, bare, Optional.empty(), hidden);
    }

    /** The same with its identity protected, or no longer. */
    public Member guarded(boolean isProtected) {
        var now = new Privacy(privacy.numbered(), isProtected, privacy.hidden(), privacy.erasedOn());
        return new Member(id, number, name, born, contact, guardian, now);
    }

    /** What may be shown of the personal number, where one is kept. */
    public Optional<String> maskedNumber() {
        return privacy.numbered() ? Optional.of(PersonalNumber.masked(born)) : Optional.empty();
    }

    /** True of one whose machines read invoices. */
    boolean isMachineRead() {
        return contact.organisation().peppol().isPresent();
    }

    /** Who gets the invoice: the guardian, else the member. */
    public String payerName() {
        return guardian.map(Guardian::name).orElseGet(name::full);
    }

    /** The channels that reach the payer: a postal address where the post finds nobody is none. */
    public Set<Channel> reachable() {
        var reachable = addressed();
        if (!PostalAddress.isFound(addressLines())) {
            reachable.remove(Channel.LETTER);
        }
        return reachable;
    }

    /** What stands in the window of an envelope; the names alone where no address is known. */
    public List<String> addressLines() {
        var lines = new ArrayList<String>();
        lines.add(payerName());
        guardian.ifPresent(any -> lines.add(name.full()));
        contact.address().ifPresent(address -> {
            lines.add(address.street());
            lines.add(address.postalCode() + " " + address.city());
        });
        return lines;
    }

    /**
     * The channels that the payer has an address for, good or bad. Who has a mailbox gets into the pages of their own
     * by it; a guardian's telephone is not known, and the child's is not theirs.
     */
    public Set<Channel> addressed() {
        var addressed = EnumSet.noneOf(Channel.class);
        if (payerEmail().isPresent()) {
            addressed.add(Channel.EMAIL);
            addressed.add(Channel.MY_PAGES);
        }
        if (contact.address().isPresent()) {
            addressed.add(Channel.LETTER);
        }
        if (contact.phone().isPresent() && guardian.isEmpty()) {
            addressed.add(Channel.SMS);
        }
        if (contact.organisation().peppol().isPresent() && guardian.isEmpty()) {
            addressed.add(Channel.PEPPOL);
        }
        return addressed;
    }

    /** Where the invoice goes by e-mail: the guardian's address, else the member's. */
    public Optional<String> payerEmail() {
        return guardian.flatMap(Guardian::email).or(contact::email);
    }
}
