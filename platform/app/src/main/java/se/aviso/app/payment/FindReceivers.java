package se.aviso.app.payment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import se.aviso.app.group.GroupStore;
import se.aviso.group.BillingField;
import se.aviso.group.BillingIdentity;
import se.aviso.group.Group;
import se.aviso.kernel.BankgiroNumber;
import se.aviso.kernel.GiroNumber;
import se.aviso.kernel.GroupId;
import se.aviso.kernel.Iban;
import se.aviso.kernel.PlusgiroNumber;
import se.aviso.kernel.SwishNumber;

/** Whose the numbers are that money comes to: those of today, and those that invoices still name. */
@ApplicationScoped
@Transactional
public class FindReceivers {
    @Inject
    GroupStore groups;

    @Inject
    OpenItemStore openItems;

    /** Each number of the tenant's with the seller that it pays. */
    Map<GiroNumber, Section.Receiver> all() {
        var receivers = ofToday();
        openItems
                .sellersAskedFor()
                .forEach((giro, seller) ->
                        receivers.putIfAbsent(giro, new Section.Receiver(seller, giro, giro, List.of(giro.key()))));
        return receivers;
    }

    /** The numbers alone. */
    public Set<GiroNumber> numbers() {
        return Set.copyOf(all().keySet());
    }

    private Map<GiroNumber, Section.Receiver> ofToday() {
        var holders = groups.holdersOfGiros();
        var identities =
                groups.identitiesOnDocuments(holders.stream().map(Group::id).toList());
        var sellers = holders.stream()
                .map(holder -> new Holder(
                        holder,
                        Optional.ofNullable(identities.get(holder.id()))
                                .flatMap(BillingIdentity::seller)
                                .orElse(holder.id())))
                .toList();
        var receivers = new HashMap<>(accounts(sellers));
        for (var holder : sellers) {
            for (var giro : giros(holder.group())) {
                receivers.putIfAbsent(giro, receiver(holder, giro));
            }
        }
        return receivers;
    }

    /** A group with a number of its own, and the legal person that sells through it. */
    private record Holder(Group group, GroupId seller) {}

    /** Account and Swish number of one seller only: what came to one that several share does not say to whom. */
    private static Map<GiroNumber, Section.Receiver> accounts(List<Holder> holders) {
        var shared = new HashMap<GiroNumber, Optional<Section.Receiver>>();
        for (var holder : holders) {
            Stream.concat(account(holder.group()).stream(), swish(holder.group()).stream())
                    .forEach(number -> shared.merge(
                            number, Optional.of(receiver(holder, number)), (one, other) -> Optional.empty()));
        }
        var accounts = new HashMap<GiroNumber, Section.Receiver>();
        shared.forEach((account, one) -> one.ifPresent(receiver -> accounts.put(account, receiver)));
        return accounts;
    }

    private static Optional<GiroNumber> account(Group holder) {
        return Optional.ofNullable(holder.own().get(BillingField.IBAN)).map(iban -> GiroNumber.of(new Iban(iban)));
    }

    private static Optional<GiroNumber> swish(Group holder) {
        return Optional.ofNullable(holder.own().get(BillingField.SWISH))
                .map(digits -> GiroNumber.of(new SwishNumber(digits)));
    }

    private static Section.Receiver receiver(Holder holder, GiroNumber giro) {
        return new Section.Receiver(
                holder.seller(),
                giro,
                giro.kind() == GiroNumber.Kind.SWISH ? account(holder.group()).orElse(giro) : giro,
                giros(holder.group()).stream().map(GiroNumber::key).toList());
    }

    private static List<GiroNumber> giros(Group holder) {
        return Stream.of(
                        Optional.ofNullable(holder.own().get(BillingField.BANKGIRO))
                                .map(digits -> GiroNumber.of(new BankgiroNumber(digits))),
                        Optional.ofNullable(holder.own().get(BillingField.PLUSGIRO))
                                .map(digits -> GiroNumber.of(new PlusgiroNumber(digits))))
                .flatMap(Optional::stream)
                .toList();
    }
}
