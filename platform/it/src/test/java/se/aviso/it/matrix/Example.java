package se.aviso.it.matrix;

import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import se.aviso.access.Role;

/**
 * What is sent to a route or page to reach a thing at a place.
 *
 * @param thing what its id is the id of; of a list, what it lists
 * @param list true for a list of such things: it must have all that are the caller's, and no other
 * @param query what stands behind the address; {@code %s} is the thing's id
 * @param body what is sent; made of who calls, and of what place
 * @param named true when the thing is named by the body or the query: then one that is not there may be 422, or nothing
 * @param above true when the group above the thing must be the caller's too
 * @param beside a place that must be the caller's too
 * @param path what the id in the path is the id of, where the body names another thing
 * @param role a role whose permissions the caller must have, all of them
 * @param done problems that say that it was done before, or cannot be for a reason of its own; told to nobody else
 * @param absent where nobody has such a page, whatever they may do
 */
record Example(
        Thing thing,
        boolean list,
        Reach reach,
        String query,
        Function<Call, Object> body,
        boolean named,
        boolean above,
        Optional<Place> beside,
        Optional<Thing> path,
        Optional<Role> role,
        Set<String> done,
        Set<Place> absent) {
    /** Of what the permission must be held. */
    enum Reach {
        /** Of no thing: holding it anywhere is enough. */
        NOWHERE,
        /** Of all groups at once. */
        WHOLE_TREE,
        /** Anywhere in the thing's tenant. */
        TENANT,
        /** Of the group where the thing stands. */
        GROUP,
        /** The thing is the caller's as a member. */
        OWN
    }

    static Example of(Thing thing) {
        return new Example(
                thing,
                false,
                thing == Thing.NOTHING ? Reach.NOWHERE : Reach.GROUP,
                "",
                call -> "",
                false,
                false,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Set.of(),
                Set.of());
    }

    /** For a route that names no thing. */
    static Example plain() {
        return of(Thing.NOTHING);
    }

    /** For a list of such things. */
    static Example listing(Thing thing) {
        var one = of(thing);
        return new Example(
                thing,
                true,
                Reach.NOWHERE,
                "limit=500",
                one.body,
                false,
                false,
                one.beside,
                one.path,
                one.role,
                one.done,
                one.absent);
    }

    Example reaching(Reach other) {
        return new Example(thing, list, other, query, body, named, above, beside, path, role, done, absent);
    }

    /** The address of a page about one thing. */
    Example at(String behind) {
        return new Example(thing, list, reach, behind, body, false, above, beside, path, role, done, absent);
    }

    /** The thing narrows what is answered. */
    Example asking(String behind) {
        return new Example(thing, list, reach, behind, body, true, above, beside, path, role, done, absent);
    }

    Example sending(Function<Call, Object> made) {
        return new Example(thing, list, reach, query, made, named, above, beside, path, role, done, absent);
    }

    /** The thing is named by what is sent. */
    Example naming(Function<Call, Object> made) {
        return new Example(thing, list, reach, query, made, true, above, beside, path, role, done, absent);
    }

    /** The path names another thing, of the caller's own tenant. */
    Example in(Thing other) {
        return new Example(
                thing, list, reach, query, body, named, above, beside, Optional.of(other), role, done, absent);
    }

    Example withWhatStandsAbove() {
        return new Example(thing, list, reach, query, body, named, true, beside, path, role, done, absent);
    }

    /** What stands there must be the caller's too. */
    Example with(Place other) {
        return new Example(thing, list, reach, query, body, named, above, Optional.of(other), path, role, done, absent);
    }

    Example giving(Role given) {
        return new Example(
                thing, list, reach, query, body, named, above, beside, path, Optional.of(given), done, absent);
    }

    Example or(String... problems) {
        return new Example(thing, list, reach, query, body, named, above, beside, path, role, Set.of(problems), absent);
    }

    /** Nobody has such a page there. */
    Example notAt(Place... places) {
        return new Example(thing, list, reach, query, body, named, above, beside, path, role, done, Set.of(places));
    }
}
