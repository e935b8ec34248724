package se.aviso.it.matrix;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import se.aviso.it.browser.PageAddress;

/**
 * Every button of every form that a page shows to who may act: pressed with a view state that is made up, another
 * session's or another person's, by who may only look, and with others' ids in all that is sent.
 */
final class ActMatrix {
    /** Between them they see every page. */
    private static final List<Person> ACTORS = List.of(Person.ADMIN, Person.OPERATOR, Person.MEMBER);

    private static final String MADE_UP = "-4711471147114711471:1234567890123456789";

    private final World world;
    private final Rows rows;
    private final Report report;
    private final Extent extent;
    private final PageExamples examples = new PageExamples();
    private final Map<Person, Visit> visits = new EnumMap<>(Person.class);
    private final Map<Person, Visit> others = new EnumMap<>(Person.class);
    private final Set<String> done = new TreeSet<>();

    ActMatrix(World world, Rows rows, Report report, Extent extent) {
        this.world = world;
        this.rows = rows;
        this.report = report;
        this.extent = extent;
        Person.all().forEach(person -> visits.put(person, Visit.of(world, person)));
        ACTORS.forEach(person -> others.put(person, Visit.of(world, person)));
    }

    /** Acts that have changed rows where all was as it must be: without them, nothing would have been proven. */
    Set<String> done() {
        return done;
    }

    void run() {
        PageAddress.all().stream()
                .filter(page -> page.needs().isPresent() && !page.file())
                .forEach(page -> examples.of(page.path()).forEach(example -> new Acts(page, example).run()));
    }

    private Visit visit(Person person) {
        return Optional.ofNullable(visits.get(person)).orElseThrow();
    }

    private Visit otherVisit(Person person) {
        return Optional.ofNullable(others.get(person)).orElseThrow();
    }

    /** Those of one page, on one kind of thing. */
    private final class Acts {
        private final PageAddress page;
        private final Example example;
        private final Person actor;

        Acts(PageAddress page, Example example) {
            this.page = page;
            this.example = example;
            this.actor = ACTORS.stream()
                    .filter(person -> page.needs().filter(person::may).isPresent())
                    .findFirst()
                    .orElseThrow(() -> new IllegalStateException(page.path() + ": nobody of " + ACTORS + " sees it"));
        }

        void run() {
            var forms = formsOf(actor, home(Place.CLUB));
            forms.stream().limit(extent.buttons()).forEach(form -> {
                unchanged(form + " by all who may not", () -> strangers(form));
                othersIds(form);
                rightly(form);
            });
        }

        /** A page that nobody has at the club is had above it. */
        private Place home(Place wanted) {
            return example.absent().contains(wanted) ? wanted.above().orElse(Place.NORTH) : wanted;
        }

        private String query(Person person, Place place) {
            return new Call(world, person, place, example).query();
        }

        private List<Form> formsOf(Person person, Place place) {
            return Form.of(
                    page.path(),
                    visit(person).get(page.path() + query(person, place)).text());
        }

        private Optional<Form> fresh(Form form, Person person, Place place) {
            return formsOf(person, place).stream()
                    .filter(each -> each.button().equals(form.button()))
                    .findFirst();
        }

        private void strangers(Form form) {
            var place = home(Place.CLUB);
            var query = query(actor, place);
            refused(
                    form + " with a made up view state",
                    () -> form.withState(MADE_UP).send(visit(actor), query));
            refused(form + " without a session", () -> form.send(Visit.ofNobody(world), query));
            refused(form + " with a token", () -> form.send(Visit.withToken(world, actor), query));
            fresh(form, actor, place).ifPresent(own -> {
                refused(form + " from the same user's other session", () -> own.send(otherVisit(actor), query));
                for (var person : strangersToIt()) {
                    refused(
                            form + " with " + actor + "'s view state by " + person,
                            () -> own.send(visit(person), query));
                }
            });
            readers()
                    .forEach(person -> refused(
                            form + " by " + person + ", who may only look",
                            () -> form.withState(state(person, place)).send(visit(person), query(person, place))));
        }

        private List<Person> strangersToIt() {
            return Stream.of(Person.ADMIN, Person.CHAIR, Person.FOREIGNER, Person.OPERATOR, Person.MEMBER)
                    .filter(person -> person != actor)
                    .toList();
        }

        /** Those who see the page and hold nothing that lets them change anything. */
        private List<Person> readers() {
            return List.of(Person.READER, Person.AUDITOR).stream()
                    .filter(person -> page.needs().filter(person::may).isPresent())
                    .toList();
        }

        private String state(Person person, Place place) {
            var html = visit(person).get(page.path() + query(person, place)).text();
            return Form.state(html).orElse(MADE_UP);
        }

        /** Who may act on their own sends the club's ids along. */
        private void othersIds(Form form) {
            if (example.thing() == Thing.NOTHING) {
                return;
            }
            aiming(form, Person.SISTER, home(Place.SISTER));
            aiming(form, Person.FOREIGNER, Place.THEIRS);
        }

        private void aiming(Form form, Person person, Place own) {
            var victim = world.id(example.thing(), Place.CLUB);
            var query = query(person, Place.CLUB);
            fresh(form, person, own).ifPresent(mine -> {
                var before = victims(victim);
                mine.send(visit(person), query);
                fresh(form, person, own).ifPresent(again -> again.naming(victim).send(visit(person), query));
                fresh(form, person, own)
                        .ifPresent(again -> again.naming(victim).send(visit(person), query(person, own)));
                var changed = Rows.changed(before, victims(victim));
                report.cell(
                        form + " by " + person + " with the id of a thing of the club",
                        wrong(changed.isEmpty(), "changed rows of the club's " + example.thing() + " in " + changed));
            });
        }

        private Map<String, String> victims(String victim) {
            var all = rows.naming(World.HERE, victim);
            all.putAll(rows.naming(World.HERE, world.id(Thing.GROUP, Place.CLUB)));
            return all;
        }

        private void rightly(Form form) {
            var place = home(actor.covers(Place.FAR) ? Place.FAR : Place.CLUB);
            fresh(form, actor, place).ifPresent(mine -> {
                var before = rows.of(World.HERE);
                var seen = mine.filled().send(visit(actor), query(actor, place));
                report.cell(form + " by who may", wrong(seen.status() < 400, "seen " + seen.seen()));
                if (!Rows.changed(before, rows.of(World.HERE)).isEmpty()) {
                    done.add(form.toString());
                }
            });
            world.settle();
        }
    }

    /** Something that is sent. */
    private interface Sending {
        Visit.Page send();
    }

    private void refused(String name, Sending sending) {
        if (extent.looksAtRowsEachTime()) {
            unchanged(name, sending::send);
        } else {
            sending.send();
        }
    }

    private void unchanged(String name, Runnable sending) {
        var before = rows.now();
        sending.run();
        var changed = Rows.changed(before, rows.now());
        report.cell(name, wrong(changed.isEmpty(), "changed rows in " + changed));
    }

    private static Optional<String> wrong(boolean good, String words) {
        return good ? Optional.empty() : Optional.of(words);
    }
}
