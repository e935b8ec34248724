package se.aviso.app.dunning;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import se.aviso.dispatch.Cascade;
import se.aviso.dispatch.Channel;
import se.aviso.dispatch.Unreached;
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
     * How its recipient is reached now.
     *
     * @param went the channel by which the document went; empty where none has gone yet
     * @param wish of the member
     * @param addressed the channels that there is an address for, good or bad
     * @param reachable those whose address can be used
     * @param cascade of the channels that carry reminders
     */
    record Route(
            Optional<Channel> went,
            Optional<Channel> wish,
            Set<Channel> addressed,
            Set<Channel> reachable,
            Cascade cascade) {
        Route {
            addressed = Set.copyOf(addressed);
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
     * By what somebody is reminded of it: as is asked for, else as the member wishes, else as the document went; where
     * none of these is switched on and reaches them, as the order of channels says. Empty where a reminder has no place
     * to go.
     */
    Optional<Channel> channel(Optional<Channel> asked) {
        return route.cascade().following(asked, route.wish(), route.went(), route.reachable());
    }

    /** The code of why a reminder has no place to go; empty where it has one. */
    Optional<String> unreached() {
        return route.cascade().unreached(route.addressed(), route.reachable()).map(Unreached::code);
    }

    LocalDate dueOn() {
        return issue.dueOn();
    }

    boolean isClaim() {
        return issue.kind() == InvoiceKind.CLAIM;
    }
}
