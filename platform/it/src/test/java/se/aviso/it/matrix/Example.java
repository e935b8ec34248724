package se.aviso.it.matrix;

import java.util.Collections;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import se.aviso.access.Role;

/**
 * What is sent to a route or page to reach a thing at a place.
 *
 * @param thing what its id is the id of; of a list, what it lists
 * @param query what stands behind the address; {@code %s} is the thing's id, {@code %2$s} that of what it is a part of
 * @param body what is sent; made of who calls, and of what place
 * @param beside a place that must be the caller's too
 * @param path what the id in the path is the id of, where the body names another thing
 * @param role a role whose permissions the caller must have, all of them
 * @param done problems that say that it was done before, or cannot be for a reason of its own; told to nobody else
 * @param absent where nobody has such a page, whatever they may do
 */
record Example(
        Thing thing,
        Set<Trait> traits,
        Reach reach,
        String query,
        Function<Call, Object> body,
        Optional<Place> beside,
        Optional<Thing> path,
        Optional<Role> role,
        Set<String> done,
        Set<Place> absent) {
    /** What sets an example apart from one about a thing in the path. */
    private enum Trait {
        LIST,
        NAMED,
        ABOVE,
        TRACED
    }

    /** Of what the permission must be held. */
    enum Reach {
        /** Of no thing: holding it anywhere is enough. */
        NOWHERE,
        /** Of all groups at once. */
        WHOLE_TREE,
        /** Of all groups at once, in the thing's tenant. */
        WHOLE_TENANT,
        /** Anywhere in the thing's tenant. */
        TENANT,
        /** Of the group where the thing stands. */
        GROUP,
        /** The thing is the caller's as a member. */
        OWN,
        /** Of the installation, and with it of every tenant. */
        INSTALLATION
    }

    static Example of(Thing thing) {
        return new Example(
                thing,
                Set.of(),
                thing == Thing.NOTHING ? Reach.NOWHERE : Reach.GROUP,
                "",
                call -> "",
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
        return of(thing).reaching(Reach.NOWHERE).behind("limit=500").being(Trait.LIST);
    }

    /** True for a list of such things: it must have all that are the caller's, and no other. */
    boolean list() {
        return traits.contains(Trait.LIST);
    }

    /** True when the thing is named by the body or the query: then one that is not there may be 422, or nothing. */
    boolean named() {
        return traits.contains(Trait.NAMED);
    }

    /** True when the group above the thing must be the caller's too. */
    boolean above() {
        return traits.contains(Trait.ABOVE);
    }

    /** True when the trail keeps that it was read: then an allowed look changes rows. */
    boolean traced() {
        return traits.contains(Trait.TRACED);
    }

    Example reaching(Reach other) {
        return new Example(thing, traits, other, query, body, beside, path, role, done, absent);
    }

    /** The address of a page about one thing. */
    Example at(String wanted) {
        return behind(wanted);
    }

    /** The thing narrows what is answered. */
    Example asking(String wanted) {
        return behind(wanted).being(Trait.NAMED);
    }

    Example sending(Function<Call, Object> made) {
        return new Example(thing, traits, reach, query, made, beside, path, role, done, absent);
    }

    /** The thing is named by what is sent. */
    Example naming(Function<Call, Object> made) {
        return sending(made).being(Trait.NAMED);
    }

    /** The path names another thing, of the caller's own tenant. */
    Example in(Thing other) {
        return new Example(thing, traits, reach, query, body, beside, Optional.of(other), role, done, absent);
    }

    Example withWhatStandsAbove() {
        return being(Trait.ABOVE);
    }

    /** It tells what is kept of somebody, and the trail keeps to whom. */
    Example leavingATrace() {
        return being(Trait.TRACED);
    }

    /** What stands there must be the caller's too. */
    Example with(Place other) {
        return new Example(thing, traits, reach, query, body, Optional.of(other), path, role, done, absent);
    }

    Example giving(Role given) {
        return new Example(thing, traits, reach, query, body, beside, path, Optional.of(given), done, absent);
    }

    Example or(String... problems) {
        return new Example(thing, traits, reach, query, body, beside, path, role, Set.of(problems), absent);
    }

    /** Nobody has such a page there. */
    Example notAt(Place... places) {
        return new Example(thing, traits, reach, query, body, beside, path, role, done, Set.of(places));
    }

    private Example behind(String wanted) {
        return new Example(thing, traits, reach, wanted, body, beside, path, role, done, absent);
    }

    private Example being(Trait trait) {
        var all = EnumSet.of(trait);
        all.addAll(traits);
        return new Example(
                thing, Collections.unmodifiableSet(all), reach, query, body, beside, path, role, done, absent);
    }
}
