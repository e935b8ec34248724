package se.aviso.app.dispatch;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.Optional;
import se.aviso.app.group.GroupStore;
import se.aviso.app.invoice.InvoiceSnapshot;
import se.aviso.group.BillingField;

/** The pictures of sellers, by content hash, as documents need them. */
@ApplicationScoped
public class Logos {
    @Inject
    GroupStore groups;

    /** That of the document's seller; none where the seller had none. */
    public Map<String, byte[]> of(InvoiceSnapshot snapshot) {
        return Optional.ofNullable(snapshot.seller().get(BillingField.LOGO))
                .flatMap(hash -> groups.logo(hash).map(bytes -> Map.of(hash, bytes)))
                .orElse(Map.of());
    }
}
