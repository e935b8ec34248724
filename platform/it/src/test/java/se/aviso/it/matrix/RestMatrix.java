package se.aviso.it.matrix;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import se.aviso.it.Client;
import se.aviso.it.Endpoints;
import se.aviso.it.matrix.Example.Reach;

/** Every route of the API × who calls × where the thing stands. */
final class RestMatrix {
    private final World world;
    private final Rows rows;
    private final Report report;
    private final Extent extent;
    private final Examples examples = new Examples();
    private final String session;
    /** What each is answered about an id that nobody has, on the route that is looked at. */
    private final Map<Person, Seen> unknowns = new EnumMap<>(Person.class);

    private final Map<Person, Client> clients = new EnumMap<>(Person.class);

    RestMatrix(World world, Rows rows, Report report, Extent extent) {
        this.world = world;
        this.rows = rows;
        this.report = report;
        this.extent = extent;
        this.session = Visit.of(world, Person.ADMIN).cookie();
        Person.all().forEach(person -> clients.put(person, world.product().withToken(person.token())));
    }

    /** A call with what must come of it. */
    private record Cell(Call call, Verdict verdict) {
        boolean changes(Endpoints.Endpoint route) {
            var acts = !route.method().equals("GET") || call.example().traced();
            return verdict == Verdict.ALLOWED && acts;
        }
    }

    void run() {
        Endpoints.all().forEach(this::run);
        var known = new TreeSet<>(examples.routes());
        Endpoints.all().forEach(route -> known.remove(examples.name(route)));
        known.forEach(gone -> report.fail(gone, "is no route any more: take its line out of Examples"));
    }

    private void run(Endpoints.Endpoint route) {
        var sent = examples.of(route);
        if (sent.isEmpty()) {
            report.cell(
                    route.toString(),
                    Optional.of("has no example: add a line to se.aviso.it.matrix.Examples that says what thing the"
                            + " path or the body names, and what is sent"));
        }
        if (route.open()) {
            var status = route.call(world.product().withToken("")).status();
            report.cell(route + " as nobody", wrong(status != 401 && status != 403 && status < 500, "seen " + status));
            return;
        }
        withBadges(route);
        for (var example : sent) {
            run(route, example);
        }
    }

    private void withBadges(Endpoints.Endpoint route) {
        var before = rows.now();
        for (var badge : extent.badges()) {
            var seen = Seen.of(route.call(world.product().withToken(badge.token())));
            report.cell(route + " with " + badge, Judge.api(Verdict.UNBELIEVED, Example.plain(), seen, seen));
        }
        var reply = world.product()
                .withToken("")
                .send(route.method(), route.path(), new byte[0], "Content-Type", route.mediaType(), "Cookie", session);
        report.cell(
                route + " with the cookie of a page",
                Judge.api(Verdict.UNBELIEVED, Example.plain(), Seen.of(reply), Seen.of(reply)));
        unchanged(route + " with bad tokens", before);
    }

    private void run(Endpoints.Endpoint route, Example example) {
        unknowns.clear();
        var cells = new ArrayList<Cell>();
        for (var person : extent.persons()) {
            for (var place : extent.places(route.needs(), example, person)) {
                var call = new Call(world, person, place, example);
                cells.add(new Cell(call, Rule.of(route.needs(), example, person, place)));
            }
        }
        harmless(route, cells.stream().filter(cell -> !cell.changes(route)).toList());
        changing(route, cells.stream().filter(cell -> cell.changes(route)).toList());
    }

    private void harmless(Endpoints.Endpoint route, List<Cell> cells) {
        var before = rows.now();
        for (var cell : cells) {
            look(route, cell);
            if (extent.looksAtRowsEachTime()) {
                unchanged(route + " as " + cell.call(), before);
            }
        }
        unchanged(route + ", all refusals and all that only reads", before);
    }

    private void changing(Endpoints.Endpoint route, List<Cell> cells) {
        if (cells.isEmpty()) {
            return;
        }
        for (var tenant : List.of(World.HERE, World.MIRROR)) {
            var other = tenant.equals(World.HERE) ? World.MIRROR : World.HERE;
            var before = rows.of(other);
            cells.stream()
                    .filter(cell -> cell.call().person().tenant().equals(tenant))
                    .forEach(cell -> look(route, cell));
            world.settle();
            var changed = reach(cells) == Reach.INSTALLATION ? Set.of() : Rows.changed(before, rows.of(other));
            report.cell(route + " by those of " + tenant, wrong(changed.isEmpty(), "changed rows in " + changed));
        }
    }

    /** Who runs the installation changes rows of every tenant. */
    private static Reach reach(List<Cell> cells) {
        return cells.get(0).call().example().reach();
    }

    private void look(Endpoints.Endpoint route, Cell cell) {
        var call = cell.call();
        var client = Objects.requireNonNull(clients.get(call.person()));
        var seen = call.ask(client, route);
        var unknown = cell.verdict() == Verdict.UNKNOWN
                ? unknowns.computeIfAbsent(
                        call.person(),
                        person -> new Call(world, person, Place.UNKNOWN, call.example()).ask(client, route))
                : seen;
        var wrong = Judge.api(cell.verdict(), call.example(), seen, unknown);
        report.cell(route + " as " + call, wrong.isPresent() ? wrong : sight(cell, seen));
    }

    /** What a list must have in it, and what not. */
    private Optional<String> sight(Cell cell, Seen seen) {
        var example = cell.call().example();
        if (!example.list() || cell.verdict() != Verdict.ALLOWED) {
            return Optional.empty();
        }
        var wrong = Arrays.stream(Place.values())
                .filter(place -> place != Place.UNKNOWN)
                .filter(place -> cell.call().person().covers(place)
                        != seen.text().contains("\"id\":\"" + world.id(example.thing(), place) + "\""))
                .toList();
        return wrong(wrong.isEmpty(), "the list has what it must not have, or lacks what it must have, of " + wrong);
    }

    private void unchanged(String name, Map<String, String> before) {
        var changed = Rows.changed(before, rows.now());
        report.cell(name, wrong(changed.isEmpty(), "rows were changed in " + changed));
    }

    private static Optional<String> wrong(boolean good, String words) {
        return good ? Optional.empty() : Optional.of(words);
    }
}
