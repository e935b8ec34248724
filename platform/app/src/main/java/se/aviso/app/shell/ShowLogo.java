package se.aviso.app.shell;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Optional;
import se.aviso.app.group.GroupStore;
import se.aviso.group.BillingField;
import se.aviso.group.Group;

/** The tenant's logo is the one of its topmost group; everybody of the tenant may see it. */
@ApplicationScoped
@Transactional
public class ShowLogo {
    @Inject
    GroupStore groups;

    /** True when there is one. */
    public boolean exists() {
        return hash().isPresent();
    }

    /** The picture, a PNG. */
    public Optional<byte[]> picture() {
        return hash().flatMap(groups::logo);
    }

    private Optional<String> hash() {
        return groups.children(Optional.empty(), 1, "").stream()
                .findFirst()
                .map(Group::id)
                .flatMap(root ->
                        Optional.ofNullable(groups.identities(List.of(root)).get(root)))
                .flatMap(identity -> identity.value(BillingField.LOGO));
    }
}
