package se.aviso.app.identity;

import java.util.Optional;
import java.util.UUID;

/**
 * Something to be done at the identity provider.
 *
 * @param link the alias of the identity provider that is linked, or the account that leaves
 * @param failures how often it has failed
 */
record IdentityTask(
        UUID id,
        TaskKind kind,
        Organisation organisation,
        Optional<Person> person,
        Optional<String> link,
        int failures) {
    /** The tenant, as an organisation. */
    record Organisation(String slug, String name) {}

    /** The user. */
    record Person(String name, Optional<String> email, Optional<String> subject) {}
}
