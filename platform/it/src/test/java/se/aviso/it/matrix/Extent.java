package se.aviso.it.matrix;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import se.aviso.access.Permission;

/** How much is asked: all of it for a proof, every route with the callers that differ for every build. */
enum Extent {
    BUILD,
    PROOF;

    /** As the build was told. */
    static Extent wanted() {
        return System.getProperty("aviso.matrix", "").equals("all") ? PROOF : BUILD;
    }

    List<Person> persons() {
        return this == PROOF ? Person.all() : Person.FEW;
    }

    /** Where to ask; who is refused everywhere is asked once, where all has to be quick. */
    List<Place> places(Optional<Permission> needs, Example example, Person person) {
        if (example.thing() == Thing.NOTHING || example.list()) {
            return List.of(Place.CLUB);
        }
        if (this == PROOF) {
            return Arrays.asList(Place.values());
        }
        return needs.filter(person::may).isPresent()
                ? List.of(Place.NORTH, Place.CLUB, Place.SISTER, Place.THEIRS)
                : List.of(Place.CLUB);
    }

    List<Badge> badges() {
        return this == PROOF
                ? Arrays.asList(Badge.values())
                : List.of(Badge.NONE, Badge.EXPIRED, Badge.BAD_SIGNATURE, Badge.UNSIGNED);
    }

    /** Of a page with very many buttons, so many. */
    int buttons() {
        return this == PROOF ? 100 : 2;
    }

    /** How far a list is read, in parts of a hundred. */
    int partsOfAList() {
        return this == PROOF ? 100 : 2;
    }

    /** How many pages are opened by following links. */
    int links() {
        return this == PROOF ? 600 : 80;
    }

    /** How many rows of each table are asked for, everywhere. */
    int idsOfATable() {
        return this == PROOF ? 8 : 1;
    }

    /** How many ids a page is asked for with. */
    int idsOfAPage() {
        return this == PROOF ? 100 : 3;
    }

    /** Looked at after each refusal, the rows say which one it was; looked at once, that there was one. */
    boolean looksAtRowsEachTime() {
        return this == PROOF;
    }
}
