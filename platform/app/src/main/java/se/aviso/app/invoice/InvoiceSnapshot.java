package se.aviso.app.invoice;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import se.aviso.app.wording.Worded;
import se.aviso.dispatch.Channel;
import se.aviso.dispatch.PostalAddress;
import se.aviso.group.BillingField;
import se.aviso.kernel.SwishNumber;

/**
 * What stood on the document beside its lines when it was issued; later changes of a group or member do not touch it.
 *
 * @param seller the billing identity by field
 * @param wording whose words stand on it; of a document from before groups had any, nothing is known
 */
public record InvoiceSnapshot(
        Map<BillingField, String> seller,
        Recipient recipient,
        String language,
        String groupName,
        Optional<Worded> wording) {
    public InvoiceSnapshot {
        seller = Map.copyOf(seller);
    }

    /** One of which it is not known in whose words it is. */
    public InvoiceSnapshot(Map<BillingField, String> seller, Recipient recipient, String language, String groupName) {
        this(seller, recipient, language, groupName, Optional.empty());
    }

    /**
     * Who the document is for. Personal data: never logged.
     *
     * @param child the member's name where a guardian is the recipient
     * @param phone of a mobile telephone; none where a guardian is the recipient
     * @param peppol of an organisation, where in the network its machines read invoices
     * @param buyerReference what an organisation wants to be told
     */
    public record Recipient(
            String name,
            List<String> addressLines,
            Optional<String> email,
            long memberNumber,
            Optional<String> child,
            Optional<String> phone,
            Optional<String> peppol,
            Optional<String> buyerReference) {
        public Recipient {
            addressLines = List.copyOf(addressLines);
        }

        /** A person without a telephone. */
        public Recipient(
                String name,
                List<String> addressLines,
                Optional<String> email,
                long memberNumber,
                Optional<String> child) {
            this(name, addressLines, email, memberNumber, child, Optional.empty(), Optional.empty(), Optional.empty());
        }

        /** The address in the channel's own form; nothing where there is none. */
        public Optional<String> address(Channel channel) {
            var letter = addressLines.size() > (child.isPresent() ? 2 : 1);
            return switch (channel) {
                case EMAIL, MY_PAGES -> email;
                case SMS -> phone;
                case PEPPOL -> peppol;
                case LETTER -> Optional.of(String.join("\n", addressLines)).filter(any -> letter);
            };
        }

        /** The channels that there is an address for, good or bad. */
        public Set<Channel> addressed() {
            return Arrays.stream(Channel.values())
                    .filter(channel -> address(channel).isPresent())
                    .collect(Collectors.toSet());
        }

        /** The channels that there is an address for; one where the post finds nobody is none. */
        public Set<Channel> reachable() {
            return addressed().stream()
                    .filter(channel -> channel != Channel.LETTER || PostalAddress.isFound(addressLines))
                    .collect(Collectors.toSet());
        }

        /**
         * The same, under the same names, where the payer is reached now. A guardian is reached as the guardian is now;
         * where the document is for the one and the other pays by now, it is reached as it stands on it: what was
         * claimed of somebody is not told to somebody else.
         */
        public Recipient reachedAs(Recipient now) {
            if (child.isPresent() != now.child.isPresent()) {
                return this;
            }
            var lines = new ArrayList<>(names());
            lines.addAll(now.addressLines.subList(now.names().size(), now.addressLines.size()));
            return new Recipient(name, lines, now.email, memberNumber, child, now.phone, now.peppol, buyerReference);
        }

        /** The same with nowhere to be reached. */
        public Recipient nowhere() {
            return new Recipient(
                    name,
                    names(),
                    Optional.empty(),
                    memberNumber,
                    child,
                    Optional.empty(),
                    Optional.empty(),
                    buyerReference);
        }

        /** The same with other lines in the window of its envelope. */
        public Recipient inWindow(List<String> lines) {
            return new Recipient(name, lines, email, memberNumber, child, phone, peppol, buyerReference);
        }

        /** The first lines: who pays, and for whom where that is somebody else. */
        private List<String> names() {
            return addressLines.subList(0, Math.min(addressLines.size(), child.isPresent() ? 2 : 1));
        }
    }

    /** The same for a recipient that stands on it otherwise. */
    public InvoiceSnapshot with(Recipient other) {
        return new InvoiceSnapshot(seller, other, language, groupName, wording);
    }

    /** The same, with the recipient's name alone. */
    public InvoiceSnapshot withoutAddress() {
        var bare = new Recipient(
                recipient.name(),
                List.of(recipient.name()),
                Optional.empty(),
                recipient.memberNumber(),
                recipient.child());
        return new InvoiceSnapshot(seller, bare, language, groupName, wording);
    }

    /** The number that the seller could be swished at when the invoice was issued. */
    public Optional<SwishNumber> swish() {
        return Optional.ofNullable(seller.get(BillingField.SWISH)).map(SwishNumber::new);
    }
}
