package se.aviso.app.document;

import java.util.List;
import java.util.Optional;
import se.aviso.kernel.BankgiroNumber;
import se.aviso.kernel.Iban;
import se.aviso.kernel.OrganisationNumber;
import se.aviso.kernel.PlusgiroNumber;
import se.aviso.kernel.SwishNumber;
import se.aviso.pagewriter.Picture;

/**
 * Who is paid, as it stands on documents: a billing identity at the moment of issue.
 *
 * @param logo decoded once for each content; keep the value and hand it in again
 */
public record Seller(
        String name,
        List<String> address,
        Registration registration,
        Accounts accounts,
        Contact contact,
        Optional<Picture.Raster> logo) {
    public Seller {
        address = List.copyOf(address);
    }

    /** What the law asks for; {@code vatNo} and {@code seat} may be empty. */
    public record Registration(Optional<OrganisationNumber> orgNo, String vatNo, boolean fTax, String seat) {}

    /** Where money goes. */
    public record Accounts(
            Optional<BankgiroNumber> bankgiro,
            Optional<PlusgiroNumber> plusgiro,
            Optional<Iban> iban,
            Optional<SwishNumber> swish) {}

    /** How to reach the seller; each may be empty. */
    public record Contact(String phone, String email, String web) {}
}
