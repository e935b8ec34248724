package se.aviso.app.savedsearch;

import java.util.Optional;
import java.util.UUID;
import se.aviso.kernel.GroupId;

/**
 * A search under a name.
 *
 * @param query as the list's address has it: {@code settlement=OPEN&overdue=true}
 * @param group whose workers see it too; without one, only its owner does
 */
public record SavedSearch(
        UUID id, UUID owner, SearchedList list, String name, String query, Optional<GroupId> group, long version) {}
