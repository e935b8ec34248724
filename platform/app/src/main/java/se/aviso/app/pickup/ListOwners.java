package se.aviso.app.pickup;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;

/** Reads the directory of giro numbers, which tells the owner and nothing else. */
@ApplicationScoped
@Transactional
public class ListOwners {
    @Inject
    PickedFileStore files;

    /** Who has numbers of the sections, by the sections' place; those that nobody has are left out. */
    Map<Integer, Set<UUID>> of(List<PickedFile.Part> parts) {
        var owners = files.owners(
                parts.stream().flatMap(part -> part.accounts().stream()).toList());
        var found = new HashMap<Integer, Set<UUID>>();
        for (var part : parts) {
            part.accounts().stream()
                    .filter(owners::containsKey)
                    .forEach(number -> found.computeIfAbsent(part.position(), none -> new HashSet<>())
                            .add(Objects.requireNonNull(owners.get(number))));
        }
        return found;
    }
}
