package se.aviso.app.invoice;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import se.aviso.app.channel.ChannelStore;
import se.aviso.app.member.Membership;
import se.aviso.app.member.PeriodStore;
import se.aviso.dispatch.Cascade;
import se.aviso.dispatch.Channel;
import se.aviso.invoice.BankDays;
import se.aviso.invoice.InvoiceKind;
import se.aviso.invoice.Occasion;
import se.aviso.kernel.MembershipId;
import se.aviso.kernel.Money;

/**
 * What billing would come to on days that have not come: asked of the same desk as in reality, and nothing is written.
 */
@ApplicationScoped
public class ForeseeBilling {
    @Inject
    BankDays bankDays;

    @Inject
    BillMemberships billing;

    @Inject
    ChannelStore channels;

    /** A document that would be issued. */
    public record Bill(
            List<PeriodStore.NewPeriod> periods,
            InvoiceKind kind,
            Money total,
            LocalDate dueOn,
            Optional<Channel> channel) {}

    /**
     * The documents of a day.
     *
     * @param blocked for whom none could be issued
     */
    public record Billed(List<Bill> bills, Set<MembershipId> blocked) {}

    /** A desk with what there is to know of the memberships' groups and types. */
    public Desk desk(List<Membership> memberships) {
        return new Desk(billing.books(memberships), bankDays, channels.cascade());
    }

    /** Bills on paper. */
    public static final class Desk {
        private final BillingBooks books;
        private final BankDays bankDays;
        private final Cascade cascade;

        private Desk(BillingBooks books, BankDays bankDays, Cascade cascade) {
            this.cascade = cascade;
            this.bankDays = bankDays;
            this.books = books;
        }

        /**
         * The renewals of a day among memberships as they would be then, with their families; what is foreseen for one
         * of a family counts for those whose day comes later.
         */
        public Billed renewals(List<Membership> due, LocalDate day) {
            var order = new BillMemberships.Order(Occasion.RENEWAL, day, Optional.empty());
            var result = new BillingDesk(books, order, bankDays, cascade).prepare(due);
            result.prepared().forEach(prepared -> prepared.note(books));
            var bills = result.prepared().stream()
                    .map(prepared -> bill(prepared.periods(), prepared.order()))
                    .toList();
            return new Billed(bills, result.blocked().keySet());
        }

        private static Bill bill(List<PeriodStore.NewPeriod> periods, InvoiceOrder order) {
            var draft = order.draft();
            return new Bill(
                    periods,
                    draft.kind(),
                    draft.total(),
                    draft.dueOn(),
                    order.delivery().channel());
        }
    }
}
