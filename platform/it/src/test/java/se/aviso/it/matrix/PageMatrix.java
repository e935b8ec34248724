package se.aviso.it.matrix;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import se.aviso.it.browser.PageAddress;

/** Every page and file × who asks for it × where the thing stands; nobody changes anything by looking. */
final class PageMatrix {
    private final World world;
    private final Rows rows;
    private final Report report;
    private final Extent extent;
    private final PageExamples examples = new PageExamples();
    private final Map<Person, Seen> unknowns = new EnumMap<>(Person.class);
    private final Map<Person, Visit> visits = new EnumMap<>(Person.class);

    PageMatrix(World world, Rows rows, Report report, Extent extent) {
        this.world = world;
        this.rows = rows;
        this.report = report;
        this.extent = extent;
    }

    void run() {
        extent.persons().forEach(person -> visits.put(person, Visit.of(world, person)));
        PageAddress.all().forEach(this::run);
        var known = new TreeSet<>(examples.pages());
        PageAddress.all().forEach(page -> known.remove(page.path()));
        known.forEach(gone -> report.fail(gone, "is no page any more: take its line out of PageExamples"));
    }

    private void run(PageAddress page) {
        var sent = examples.of(page.path());
        if (sent.isEmpty()) {
            report.cell(
                    page.path(),
                    Optional.of("has no example: add a line to se.aviso.it.matrix.PageExamples that says what thing its"
                            + " address names, and by which parameter"));
        }
        unchanged(page.path() + " from outside", () -> outside(page));
        if (page.needs().isPresent()) {
            sent.forEach(example -> run(page, example));
        }
    }

    private void unchanged(String name, Runnable looking) {
        var before = rows.now();
        looking.run();
        var changed = Rows.changed(before, rows.now());
        report.cell(name, wrong(changed.isEmpty(), "rows were changed in " + changed));
    }

    private void outside(PageAddress page) {
        if (page.needs().isEmpty()) {
            var status = Visit.ofNobody(world).get(page.path()).status();
            report.cell(page.path() + " as nobody", wrong(status < 500 && status != 403, "seen " + status));
            return;
        }
        for (var visit : List.of(Visit.ofNobody(world), Visit.withToken(world, Person.ADMIN))) {
            var seen = visit.get(page.path()).seen();
            report.cell(
                    page.path() + " without a session", Judge.page(Verdict.UNBELIEVED, Example.plain(), seen, seen));
        }
    }

    private void run(PageAddress page, Example example) {
        unknowns.clear();
        var calls = new ArrayList<Call>();
        for (var person : extent.persons()) {
            extent.places(page.needs(), example, person)
                    .forEach(place -> calls.add(new Call(world, person, place, example)));
        }
        unchanged(
                page.path() + ", looked at",
                () -> calls.stream().filter(call -> !leavesATrace(page, call)).forEach(call -> judge(page, call)));
        traced(page, calls.stream().filter(call -> leavesATrace(page, call)).toList());
    }

    /** The trail keeps that the page was had: in the tenant of who has it, and nothing else is changed. */
    private void traced(PageAddress page, List<Call> calls) {
        for (var call : calls) {
            var before = rows.now();
            judge(page, call);
            var changed = Rows.changed(before, rows.now());
            changed.removeIf(table -> table.startsWith(call.person().tenant() + ".audit"));
            report.cell(
                    page.path() + " as " + call + ", kept",
                    wrong(changed.isEmpty(), "rows were changed in " + changed));
        }
    }

    private static boolean leavesATrace(PageAddress page, Call call) {
        return call.example().traced() && verdict(page, call) == Verdict.ALLOWED;
    }

    private static Verdict verdict(PageAddress page, Call call) {
        return Rule.ofPage(page.needs(), call.example(), call.person(), call.place());
    }

    private void judge(PageAddress page, Call call) {
        var verdict = verdict(page, call);
        var seen = look(page, call);
        var unknown = verdict == Verdict.UNKNOWN
                ? unknowns.computeIfAbsent(
                        call.person(), each -> look(page, new Call(world, each, Place.UNKNOWN, call.example())))
                : seen;
        report.cell(page.path() + " as " + call, Judge.page(verdict, call.example(), seen, unknown));
    }

    private Seen look(PageAddress page, Call call) {
        return visit(call.person()).get(page.path() + call.query()).seen(call.asked());
    }

    private Visit visit(Person person) {
        return Optional.ofNullable(visits.get(person)).orElseThrow();
    }

    private static Optional<String> wrong(boolean good, String words) {
        return good ? Optional.empty() : Optional.of(words);
    }
}
