package se.aviso.app.invoice;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import se.aviso.app.group.GroupPaths;
import se.aviso.app.tenancy.Criteria;
import se.aviso.app.tenant.BusinessDate;

/** All that a filter means, for who sees so much; the path of the group that it names is looked up first. */
@ApplicationScoped
public class NarrowInvoices {
    @Inject
    GroupPaths paths;

    @Inject
    BusinessDate businessDate;

    /**
     * The conditions.
     *
     * @param roots the subtrees that are seen; a group outside of them is as unknown as any other, and nothing is found
     * @param within the path of a group that narrows it
     */
    Criteria by(InvoiceFilter wanted, List<String> roots, Optional<String> within) {
        var criteria = InvoiceCriteria.visible(roots, within);
        paths.below(criteria, "g.path", wanted.belonging().group(), roots);
        return InvoiceCriteria.narrow(criteria, wanted, businessDate.today());
    }
}
