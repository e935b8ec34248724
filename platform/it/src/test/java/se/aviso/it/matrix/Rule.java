package se.aviso.it.matrix;

import java.util.Optional;
import se.aviso.access.Permission;

/**
 * Who may do what where, as the API's rules and the decision about grants have it: who holds the permission nowhere is
 * refused; who holds it elsewhere sees an unknown id; who holds it on a group above the thing, or on its own, may.
 */
final class Rule {
    private Rule() {}

    static Verdict of(Optional<Permission> needs, Example example, Person person, Place place) {
        if (needs.isEmpty()) {
            return Verdict.ALLOWED;
        }
        if (!person.may(needs.get())) {
            return Verdict.FORBIDDEN;
        }
        return switch (example.reach()) {
            case NOWHERE -> Verdict.ALLOWED;
            case WHOLE_TREE -> person.standsOnTheWholeTree() ? Verdict.ALLOWED : Verdict.FORBIDDEN;
            case WHOLE_TENANT -> ofWholeTenant(person, place);
            case TENANT ->
                person.tenant().equals(place.tenant()) && place != Place.UNKNOWN ? Verdict.ALLOWED : Verdict.UNKNOWN;
            case OWN -> person.home().filter(place::equals).isPresent() ? Verdict.ALLOWED : Verdict.UNKNOWN;
            case INSTALLATION -> place == Place.UNKNOWN ? Verdict.UNKNOWN : Verdict.ALLOWED;
            case GROUP -> ofGroup(example, person, place);
        };
    }

    private static Verdict ofWholeTenant(Person person, Place place) {
        if (!person.tenant().equals(place.tenant()) || place == Place.UNKNOWN) {
            return Verdict.UNKNOWN;
        }
        return person.standsOnTheWholeTree() ? Verdict.ALLOWED : Verdict.FORBIDDEN;
    }

    /** A page about an act that the caller can do somewhere, but not on that thing or not on all, is not there. */
    static Verdict ofPage(Optional<Permission> needs, Example example, Person person, Place place) {
        var verdict = of(needs, example, person, place);
        var here = needs.filter(person::may).isPresent();
        return switch (verdict) {
            case FORBIDDEN -> here ? Verdict.UNKNOWN : verdict;
            case BEYOND_OWN -> Verdict.UNKNOWN;
            case ALLOWED -> example.absent().contains(place) ? Verdict.UNKNOWN : verdict;
            case UNBELIEVED, UNKNOWN -> verdict;
        };
    }

    private static Verdict ofGroup(Example example, Person person, Place place) {
        if (!person.covers(place)) {
            return Verdict.UNKNOWN;
        }
        var all = person.standsOnTheWholeTree()
                || example.beside().filter(other -> !person.covers(other)).isEmpty();
        if (!all || (example.above() && !coversAbove(person, place))) {
            return Verdict.FORBIDDEN;
        }
        return example.role().filter(role -> !person.hasAllOf(role)).isPresent() ? Verdict.BEYOND_OWN : Verdict.ALLOWED;
    }

    /** What stands above the other tenant's club is no place of its own here. */
    private static boolean coversAbove(Person person, Place place) {
        return place == Place.THEIRS
                ? person.standsOnTheWholeTree()
                : place.above().filter(person::covers).isPresent();
    }
}
