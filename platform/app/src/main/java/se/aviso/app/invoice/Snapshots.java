package se.aviso.app.invoice;

import java.util.EnumMap;
import java.util.Optional;
import se.aviso.app.member.Member;
import se.aviso.app.wording.Worded;
import se.aviso.dispatch.MobileNumber;
import se.aviso.group.BillingField;
import se.aviso.group.BillingIdentity;
import se.aviso.kernel.PeppolAddress;

/** What stands on a document beside its lines, taken of the payer and the seller as they are now. */
public final class Snapshots {
    private Snapshots() {}

    /**
     * The snapshot.
     *
     * @param groupName of the group that the member belongs to
     * @param worded in whose words it is
     */
    public static InvoiceSnapshot of(Member payer, BillingIdentity seller, String groupName, Worded worded) {
        var fields = new EnumMap<BillingField, String>(BillingField.class);
        seller.fields().forEach((field, origin) -> fields.put(field, origin.value()));
        return new InvoiceSnapshot(
                fields, recipient(payer), payer.contact().language(), groupName, Optional.of(worded));
    }

    /** Who a document to the payer is for, and where they are reached. */
    static InvoiceSnapshot.Recipient recipient(Member payer) {
        var organisation = payer.guardian().isEmpty() ? payer.contact().organisation() : Member.Organisation.NONE;
        return new InvoiceSnapshot.Recipient(
                payer.payerName(),
                payer.addressLines(),
                payer.payerEmail(),
                payer.number(),
                payer.guardian().map(guardian -> payer.name().full()),
                payer.contact()
                        .phone()
                        .filter(any -> payer.guardian().isEmpty())
                        .map(MobileNumber::text),
                organisation.peppol().map(PeppolAddress::text),
                organisation.buyerReference());
    }
}
