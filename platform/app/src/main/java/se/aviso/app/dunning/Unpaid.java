package se.aviso.app.dunning;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import se.aviso.dispatch.Cascade;
import se.aviso.dispatch.Channel;
import se.aviso.dunning.DunningPolicy;
import se.aviso.invoice.InvoiceKind;
import se.aviso.kernel.GroupId;
import se.aviso.kernel.MembershipTypeId;
import se.aviso.kernel.Money;

/**
 * A document that may be dunned.
 *
 * @param type of the membership on its first such line
 */
record Unpaid(UUID id, Issue issue, Money open, History history, Optional<MembershipTypeId> type, Route route) {
    /**
     * How its recipient, as it stands on the document, is reached.
     *
     * @param went the channel by which the document went; empty where none has gone yet
     * @param wish of the member
     * @param reachable the channels that there is an address for
     */
    record Route(Optional<Channel> went, Optional<Channel> wish, Set<Channel> reachable, Cascade cascade) {
        Route {
            reachable = Set.copyOf(reachable);
        }
    }

    /**
     * How it was issued.
     *
     * @param wordedBy the group in whose words it is
     */
    record Issue(
            InvoiceKind kind,
            LocalDate issuedOn,
            Instant issuedAt,
            LocalDate dueOn,
            String language,
            GroupId wordedBy) {}

    /**
     * What was done about it so far.
     *
     * @param demandedOn the day of the first reminder that demanded interest
     * @param chargesOpen what is still to pay of the charges of earlier reminders
     * @param held why nothing may be reminded of now, as a code
     */
    record History(
            DunningPolicy.Reminded reminded,
            Optional<LocalDate> demandedOn,
            Charges chargesOpen,
            Optional<String> held) {}

    /** Fee and interest. */
    record Charges(Money fee, Money interest) {
        /** Neither. */
        static final Charges NONE = new Charges(Money.ore(0), Money.ore(0));

        Money sum() {
            return fee.plus(interest);
        }

        Charges plus(Charges other) {
            return new Charges(fee.plus(other.fee), interest.plus(other.interest));
        }
    }

    /**
     * By what somebody is reminded of it: as is asked for, else as the document went; where none has gone yet, as it
     * would go. Empty where a reminder has no place to go.
     */
    Optional<Channel> channel(Optional<Channel> asked) {
        var preferred = Stream.concat(asked.stream(), route.went().stream()).toList();
        return route.cascade().following(preferred, route.wish(), route.reachable());
    }

    LocalDate dueOn() {
        return issue.dueOn();
    }

    boolean isClaim() {
        return issue.kind() == InvoiceKind.CLAIM;
    }
}
