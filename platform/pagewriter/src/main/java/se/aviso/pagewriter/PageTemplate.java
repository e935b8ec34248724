package se.aviso.pagewriter;

import com.github.jknack.handlebars.Template;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A template that is read and checked, ready to make documents. Thread-safe; the same content makes the same bytes.
 *
 * <p>A life: an author's {@link TemplateSource} is compiled once, when it is saved or at start; from then on each
 * {@link Content} becomes a document. Rows are first laid out on one page; only where they do not fit are they dealt
 * out and laid out again.
 */
public final class PageTemplate {
    static final int MOST_HTML_CHARS = 4 * 1024 * 1024;
    private static final List<Repertoire> STAMPED = List.of(Repertoire.WESTERN, Repertoire.LATIN);

    private final Template template;
    private final Styles styles;
    private final PressRoom room;
    private final Shapes shapes;
    private final Tally tally = new Tally();

    private PageTemplate(Template template, Styles styles, PressRoom room) {
        this.template = template;
        this.styles = styles;
        this.room = room;
        this.shapes = new Shapes(template, styles.standing(), styles, room);
    }

    /**
     * Reads and checks a template.
     *
     * @throws TemplateRefused when it asks for what a template may not do
     */
    public static PageTemplate compile(TemplateSource source, PressRoom room) {
        return new PageTemplate(Sandbox.compile(source.html()), new Styles(source.css(), room), room);
    }

    /**
     * Makes a document whose rows are dealt out to as many pages as they need: stamped where that gives the same page,
     * else laid out. Which of the two depends on the content alone, so the bytes do too.
     *
     * @throws TemplateRefused when what the template makes of the content cannot be printed
     */
    public byte[] write(Content content, Rows rows) {
        return written(content, rows);
    }

    /**
     * Makes a document whose pages break where the style sheet breaks them, stamped or laid out.
     *
     * @throws TemplateRefused when what the template makes of the content cannot be printed
     */
    public byte[] write(Content content) {
        return written(content, null);
    }

    /** How the documents written so far came about. */
    public Report report() {
        return tally.report();
    }

    /**
     * Lays a document out whole, its pages breaking where the style sheet breaks them. What is written is measured by
     * this.
     *
     * @throws TemplateRefused when what the template makes of the content cannot be printed
     */
    public byte[] render(Content content) {
        return room.lend(press -> {
            try (var sheet = lay(press, content, content.model())) {
                return sheet.print();
            }
        });
    }

    /**
     * Lays a document out whole, its rows dealt out to as many pages as they need.
     *
     * @throws TemplateRefused when what the template makes of the content cannot be printed
     */
    public byte[] render(Content content, Rows rows) {
        return room.lend(press -> {
            var onePage = List.of(rows.count());
            List<Integer> dealt;
            try (var sheet = lay(press, content, rows.on(content, onePage))) {
                dealt = sheet.deal(rows);
                if (dealt.equals(onePage)) {
                    return sheet.print();
                }
            }
            try (var sheet = lay(press, content, rows.on(content, dealt))) {
                return sheet.print();
            }
        });
    }

    /** A document stamped, or the bytes of one that was laid out. */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    record Made(@Nullable Stamp stamp, byte[] laidOut) {}

    /** Stamps a document, or lays it out. */
    Made make(Content content, @Nullable Rows rows, Pen pen) {
        var attempt = attempt(content, rows, pen);
        if (attempt.stamp() != null) {
            tally.stamped();
            return new Made(attempt.stamp(), new byte[0]);
        }
        tally.laidOut(Objects.requireNonNull(attempt.cause()));
        return new Made(null, rows == null ? render(content) : render(content, rows));
    }

    /** How a document fits its pages; none is made, and nothing is counted. */
    public Fit fit(Content content, Rows rows) {
        var cause = Optional.ofNullable(
                room.write(pen -> attempt(content, rows, pen)).cause());
        return room.lend(press -> {
            try (var sheet = lay(press, content, rows.on(content, List.of(rows.count())))) {
                return new Fit(sheet.deal(rows).size(), sheet.isCrowded(rows), cause);
            }
        });
    }

    /**
     * Stamps a document on a page that sellers share, or where a seller's own words have no room there, on one in which
     * those are compiled.
     */
    private Stamp.Outcome attempt(Content content, @Nullable Rows rows, Pen pen) {
        var asked = Shapes.Asked.of(content, rows);
        var kept = new HashSet<Path>();
        while (true) {
            var outcome = attempt(asked, kept, pen);
            if (outcome.stamp() != null || !keepsMore(asked, outcome, kept)) {
                return outcome;
            }
        }
    }

    /** Whether a text is to be compiled into the page that was not before. */
    private boolean keepsMore(Shapes.Asked asked, Stamp.Outcome outcome, Set<Path> kept) {
        var ofMany = shapes.ofMany(asked);
        return outcome.leaf() == null
                ? kept.addAll(ofMany)
                : ofMany.contains(outcome.leaf()) && kept.add(outcome.leaf());
    }

    private Stamp.Outcome attempt(Shapes.Asked asked, Set<Path> kept, Pen pen) {
        var outcome = Stamp.Outcome.of(new Cause(Fallback.GLYPH, ""));
        for (var least : STAMPED) {
            outcome = Stamp.of(asked, shapes.find(asked, least, Set.copyOf(kept)), pen);
            if (outcome.stamp() != null
                    || Objects.requireNonNull(outcome.cause()).why() != Fallback.GLYPH) {
                return outcome;
            }
        }
        return outcome;
    }

    private byte[] written(Content content, @Nullable Rows rows) {
        return room.write(pen -> {
            var made = make(content, rows, pen);
            return made.stamp() == null ? made.laidOut() : made.stamp().file(pen);
        });
    }

    private Sheet lay(Press press, Content content, Map<String, Object> model) {
        var html = Sandbox.fill(template, model, MOST_HTML_CHARS);
        var tree = press.parse(html);
        return Sheet.lay(
                press, new Sheet.Order(tree, html, Repertoire.of(tree), styles.of(content.inks()), content, null));
    }
}
