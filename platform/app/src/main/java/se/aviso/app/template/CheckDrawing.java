package se.aviso.app.template;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import se.aviso.app.document.DocumentData;
import se.aviso.app.document.DocumentWriter;
import se.aviso.app.document.Drawing;
import se.aviso.app.document.OwnPage;
import se.aviso.app.document.Seller;
import se.aviso.kernel.RuleViolation;
import se.aviso.kernel.RuleViolation.Fault;
import se.aviso.pagewriter.Inspection;
import se.aviso.pagewriter.Inspection.Complaint;
import se.aviso.pagewriter.PageText;
import se.aviso.pagewriter.TemplateRefused;
import se.aviso.wording.RequiredFact;

/**
 * Looks whether a page that somebody has drawn can be written on: it reaches nothing outside, can be read, and on a
 * document of each kind all stands that must.
 */
@ApplicationScoped
class CheckDrawing {
    private static final String HTML = "/html";
    private static final String CSS = "/css";

    /** Of its own: a layout without end keeps its press, and no document is to wait for it. */
    DocumentWriter writer = new DocumentWriter();

    @Inject
    Trials trials;

    /**
     * Looks at it whole.
     *
     * @param seller of the group that draws it, where it has one
     * @throws RuleViolation which names all that is wrong, each with its line where it has one
     */
    void require(Drawing drawing, Optional<Seller> seller) {
        requireNone(trials.within(() -> {
            var faults = written(drawing);
            return faults.isEmpty() ? printed(drawing.whole(Optional.empty()), TrialPapers.of(seller)) : faults;
        }));
    }

    /**
     * The same without a look at the documents: what is tried may still lack something.
     *
     * @throws RuleViolation which names all that is wrong
     */
    OwnPage readable(Drawing drawing) {
        requireNone(trials.within(() -> written(drawing)));
        return drawing.whole(Optional.empty());
    }

    private static void requireNone(List<Fault> faults) {
        if (!faults.isEmpty()) {
            throw new RuleViolation(faults);
        }
    }

    /** @throws RuleViolation when the page cannot be filled or laid out */
    byte[] pdf(DocumentData data) {
        return trials.within(() -> laidOut(data));
    }

    private byte[] laidOut(DocumentData data) {
        try {
            return writer.laidOut(data);
        } catch (TemplateRefused | StackOverflowError unreadable) {
            var page = data.form().own().page().orElseThrow();
            throw new RuleViolation(List.of(unreadable(page, unreadable)));
        }
    }

    private static List<Fault> written(Drawing drawing) {
        var faults = new ArrayList<Fault>();
        tooLong(drawing.html(), HTML).ifPresent(faults::add);
        tooLong(drawing.css(), CSS).ifPresent(faults::add);
        tooMany(drawing).ifPresent(faults::add);
        if (faults.isEmpty()) {
            faults.addAll(drawing.unknown()
                    .map(part -> List.of(unknown(part)))
                    .orElseGet(() -> inspected(drawing.whole(Optional.empty()))));
            Inspection.sheet(drawing.inked()).forEach(each -> faults.add(fault(each, CSS)));
        }
        return faults;
    }

    /** With all parts in it, for one may begin what another ends; parts stand on the line on which they are named. */
    private static List<Fault> inspected(OwnPage page) {
        return page.pages().values().stream()
                .flatMap(html -> Inspection.page(html, Drawing.PICTURES).stream())
                .distinct()
                .map(complaint -> fault(complaint, HTML))
                .toList();
    }

    private static Fault unknown(Drawing.Unknown part) {
        return new Fault("template-part", HTML, Map.of("part", part.name(), "line", Integer.toString(part.line())));
    }

    private static Optional<Fault> tooMany(Drawing drawing) {
        return drawing.count() <= Drawing.MOST_PARTS
                ? Optional.empty()
                : Optional.of(new Fault("template-parts", HTML, Map.of("most", Integer.toString(Drawing.MOST_PARTS))));
    }

    private static Optional<Fault> tooLong(String text, String pointer) {
        return Optional.of(text)
                .filter(any -> any.length() > Drawing.MOST)
                .map(any -> new Fault("template-long", pointer, Map.of("most", Integer.toString(Drawing.MOST))));
    }

    private static Fault fault(Complaint complaint, String pointer) {
        var line = Map.of("line", Integer.toString(complaint.line()));
        return switch (complaint.kind()) {
            case SCRIPT -> new Fault("template-script", pointer, line);
            case ADDRESS -> new Fault("template-address", pointer, line);
            case RAW_OR_PARTIAL -> new Fault("template-raw", pointer, line);
            case UNREADABLE ->
                new Fault(
                        "template-unreadable",
                        pointer,
                        Map.of("line", Integer.toString(complaint.line()), "why", complaint.why()));
        };
    }

    private List<Fault> printed(OwnPage page, TrialPapers papers) {
        var missing = new TreeMap<RequiredFact, String>();
        try {
            for (var sample : papers.all()) {
                var data = sample.onto(page);
                RequiredFact.missing(writer.required(data), PageText.of(writer.laidOut(data)))
                        .forEach(fact -> missing.putIfAbsent(fact, writer.title(data)));
            }
            var longest = papers.longest().onto(page);
            if (missing.isEmpty() && writer.fit(longest).crowded()) {
                return List.of(new Fault("template-crowded", HTML, Map.of("document", writer.title(longest))));
            }
        } catch (TemplateRefused | StackOverflowError unreadable) {
            return List.of(unreadable(page, unreadable));
        }
        return missing.entrySet().stream()
                .map(each -> new Fault(each.getKey().fault(), HTML, Map.of("document", each.getValue())))
                .toList();
    }

    /** A parser counts lines of what was filled in; those of what was written are found without the values. */
    private static Fault unreadable(OwnPage page, Throwable thrown) {
        var torn = page.pages().values().stream().findFirst().flatMap(Inspection::torn);
        var why = thrown instanceof TemplateRefused refused ? String.valueOf(refused.getMessage()) : "too deep";
        return fault(torn.orElseGet(() -> new Complaint(Inspection.Kind.UNREADABLE, 0, why)), HTML);
    }
}
