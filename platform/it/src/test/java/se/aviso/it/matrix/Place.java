package se.aviso.it.matrix;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Where in the tree a thing stands; seen by who runs the club, it is own, above, beside, or somebody else's. */
enum Place {
    FEDERATION(null, "forbund"),
    NORTH(FEDERATION, "norr"),
    CLUB(NORTH, "klubb"),
    SISTER(NORTH, "syster"),
    SOUTH(FEDERATION, "soder"),
    FAR(SOUTH, "bortre"),
    /** The club of the other tenant. */
    THEIRS(null, "klubb"),
    /** An id that nobody has. */
    UNKNOWN(null, "finns-inte");

    private final @Nullable Place above;
    private final String name;

    Place(@Nullable Place above, String name) {
        this.above = above;
        this.name = name;
    }

    Optional<Place> above() {
        return Optional.ofNullable(above);
    }

    /** The group's short name, which says the tenant too. */
    String slug() {
        return tenant() + "-" + name;
    }

    String tenant() {
        return this == THEIRS ? World.MIRROR : World.HERE;
    }

    /** True for a place within the tree that is looked at. */
    boolean isHere() {
        return this != THEIRS && this != UNKNOWN;
    }

    boolean isWithin(Place root) {
        return this == root || above().filter(place -> place.isWithin(root)).isPresent();
    }
}
