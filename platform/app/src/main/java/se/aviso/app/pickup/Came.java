package se.aviso.app.pickup;

import java.util.Optional;
import java.util.UUID;
import se.aviso.kernel.TenantId;

/**
 * How a file came.
 *
 * @param scope the one tenant that may get something of it by itself: whose folder it lay in; absent where all may
 */
public record Came(UUID source, String name, Optional<TenantId> scope) {}
