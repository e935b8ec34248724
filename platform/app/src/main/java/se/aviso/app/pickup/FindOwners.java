package se.aviso.app.pickup;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import se.aviso.app.payment.FindReceivers;
import se.aviso.app.tenancy.Tenancy;
import se.aviso.app.tenant.TenantProfile;
import se.aviso.kernel.GiroNumber;
import se.aviso.kernel.TenantId;

/**
 * Whose a section is: whoever has one of its numbers in the directory; else, for accounts and Swish numbers do not
 * stand there, the one tenant that knows one of them. What two would claim is nobody's.
 */
@ApplicationScoped
class FindOwners {
    @Inject
    ListOwners directory;

    @Inject
    KeepPickedFile files;

    @Inject
    FindReceivers receivers;

    /** The owners of sections, by their place; of those that have one. */
    Map<Integer, UUID> owners(List<PickedFile.Part> parts, Optional<TenantId> scope) {
        var found = directory.of(parts);
        var open = parts.stream()
                .filter(part -> !found.containsKey(part.position()))
                .toList();
        if (!open.isEmpty()) {
            found.putAll(asked(open, scope));
        }
        found.values().removeIf(Set::isEmpty);
        var owners = new HashMap<Integer, UUID>();
        found.forEach((position, claimants) -> {
            if (claimants.size() == 1) {
                owners.put(position, claimants.iterator().next());
            }
        });
        scope.ifPresent(only -> owners.values().removeIf(owner -> !owner.equals(only.value())));
        return owners;
    }

    private Map<Integer, Set<UUID>> asked(List<PickedFile.Part> parts, Optional<TenantId> scope) {
        var claimants = new HashMap<Integer, Set<UUID>>();
        var tenants = scope.map(List::of)
                .orElseGet(() -> new ArrayList<>(
                        files.tenants().stream().map(TenantProfile::id).toList()));
        for (var tenant : tenants) {
            Set<GiroNumber> numbers = Tenancy.within(tenant, receivers::numbers);
            parts.stream()
                    .filter(part -> part.accounts().stream().anyMatch(numbers::contains))
                    .forEach(part -> claimants
                            .computeIfAbsent(part.position(), none -> new HashSet<>())
                            .add(tenant.value()));
        }
        return claimants;
    }
}
