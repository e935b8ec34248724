package se.aviso.app.accounting;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import se.aviso.access.Permission;
import se.aviso.app.group.GroupStore;
import se.aviso.app.security.Caller;
import se.aviso.app.web.HttpProblem;
import se.aviso.group.BillingField;
import se.aviso.group.Group;
import se.aviso.kernel.GroupId;

/** The seller of whom something is taken out, and how it stands in the file. */
@ApplicationScoped
public class ExportedSeller {
    @Inject
    GroupStore groups;

    @Inject
    Caller caller;

    /** The group, if the caller moves its money. */
    Group required(UUID id) {
        return Optional.ofNullable(groups.groupsById(List.of(new GroupId(id))).get(new GroupId(id)))
                .filter(group ->
                        caller.may(Permission.PAYMENT_WRITE, group.place().path()))
                .orElseThrow(HttpProblem::notFound);
    }

    /** As it stands in the file. */
    ExportStore.Seller written(Group group) {
        var identity =
                Optional.ofNullable(groups.identities(List.of(group.id())).get(group.id()));
        return new ExportStore.Seller(
                group.id(),
                identity.flatMap(known -> known.value(BillingField.NAME)).orElseGet(group::name),
                identity.map(known -> known.text(BillingField.ORGANISATION_NUMBER))
                        .orElse(""));
    }
}
