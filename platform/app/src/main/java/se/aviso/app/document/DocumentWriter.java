package se.aviso.app.document;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.OutputStream;
import java.time.LocalDate;
import java.util.Collections;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import se.aviso.pagewriter.Content;
import se.aviso.pagewriter.Fit;
import se.aviso.pagewriter.PageFrame;
import se.aviso.pagewriter.PageRange;
import se.aviso.pagewriter.PageTemplate;
import se.aviso.pagewriter.PressRoom;
import se.aviso.pagewriter.PrintFile;
import se.aviso.pagewriter.Report;
import se.aviso.pagewriter.Rows;
import se.aviso.pagewriter.TemplateSource;
import se.aviso.wording.RequiredFact;
import se.aviso.wording.Wording;

/** Writes documents as PDF. Thread-safe; the same data makes the same bytes. */
@ApplicationScoped
public class DocumentWriter {
    /**
     * Which writer this is: counted on whenever the same data come to other bytes than before, so that what an earlier
     * one has made is not taken for changed.
     */
    public static final int VERSION = 5;

    private static final int MOST_TEMPLATES = 64;
    private static final double CARRIED_TOTAL_MM = 7;
    private static final double ROWS_END_MM = 262;
    private static final double AIR_ABOVE_PAYMENT_MM = 4.5;

    /** The foot of a page with a slip stands above it: rows end there, and not at the slip. */
    private static final double FOOT_ABOVE_SLIP_MM = 24.4;

    private final PressRoom room = PressRoom.with(Stationery.fonts());
    private final Map<DocumentData.Language, Stationery.Labels> labels = new EnumMap<>(DocumentData.Language.class);
    private final Map<DocumentData.Look, PageFrame> frames = new EnumMap<>(DocumentData.Look.class);
    private final Map<DocumentData.Look, PageFrame> slipFrames = new EnumMap<>(DocumentData.Look.class);
    private final Map<Shape, PageTemplate> templates =
            Collections.synchronizedMap(new LinkedHashMap<>(MOST_TEMPLATES, 0.75f, true) {
                @Override
                protected boolean removeEldestEntry(Map.Entry<Shape, PageTemplate> eldest) {
                    return size() > MOST_TEMPLATES;
                }
            });

    /** Reads labels and measures; templates are read when first used. */
    public DocumentWriter() {
        for (var language : DocumentData.Language.values()) {
            labels.put(language, Stationery.labels(language));
        }
        for (var look : DocumentData.Look.values()) {
            frames.put(look, frame(look, AIR_ABOVE_PAYMENT_MM));
            slipFrames.put(look, frame(look, AIR_ABOVE_PAYMENT_MM + FOOT_ABOVE_SLIP_MM));
        }
    }

    private static PageFrame frame(DocumentData.Look look, double airAbovePayment) {
        return new PageFrame(Stationery.nextTop(look), CARRIED_TOTAL_MM, ROWS_END_MM, "pay", airAbovePayment);
    }

    /** @param accent of a page of one's own; shipped ones take any */
    private record Shape(String template, DocumentData.Look look, String accent, Optional<UUID> version) {}

    /** The document's bytes, stamped on a compiled page where that gives the same page as a layout. */
    public byte[] pdf(DocumentData data) {
        var prepared = prepared(data);
        return prepared.template.write(prepared.content, prepared.rows);
    }

    /** The same document laid out whole, by which stamping is measured. */
    public byte[] laidOut(DocumentData data) {
        var prepared = prepared(data);
        return prepared.template.render(prepared.content, prepared.rows);
    }

    /**
     * Begins a file with many documents.
     *
     * @param pdf the documents; is not closed
     * @param index which pages are whose; is not closed
     * @param day on which it is made
     */
    public PrintHouseFile printHouseFile(OutputStream pdf, OutputStream index, String title, LocalDate day)
            throws IOException {
        return PrintHouseFile.begin(this, new PrintFile(room, pdf, title, day), index);
    }

    /** These letters, of which there is at least one, in one file. */
    public PrintedLetters printed(List<DocumentData> letters) {
        return PrintedLetters.of(this, letters);
    }

    PageRange add(DocumentData data, PrintFile file) {
        var prepared = prepared(data);
        return file.add(prepared.template, prepared.content, prepared.rows);
    }

    private record Prepared(PageTemplate template, Content content, Rows rows) {}

    private Prepared prepared(DocumentData data) {
        var form = data.form();
        var page = form.own().page();
        var look = page.map(OwnPage::look).orElse(form.look());
        var template = template(form, look, page);
        var model = new DocumentModel(data, Objects.requireNonNull(labels.get(form.language())));
        var frame = model.hasSlip() ? aboveSlip(look) : Objects.requireNonNull(frames.get(look));
        return new Prepared(template, model.content(), new Rows(data.lines().size(), frame, model.pages()));
    }

    private PageFrame aboveSlip(DocumentData.Look look) {
        return Objects.requireNonNull(slipFrames.get(look));
    }

    /** What is only tried is not kept ready. */
    private PageTemplate template(DocumentData.Form form, DocumentData.Look look, Optional<OwnPage> page) {
        var version = page.flatMap(OwnPage::version);
        var accent = page.isPresent() ? form.accent() : "";
        var shape = new Shape(form.kind().template(), look, accent, version);
        return page.isPresent() && version.isEmpty()
                ? compile(shape, page)
                : templates.computeIfAbsent(shape, asked -> compile(asked, page));
    }

    private PageTemplate compile(Shape shape, Optional<OwnPage> page) {
        var html = page.map(own -> own.page(shape.template)).orElseGet(() -> Stationery.template(shape.template));
        var sheet = page.map(own -> Stationery.coloured(own.sheet(), shape.accent))
                .orElseGet(() -> Stationery.sheet(shape.look));
        return PageTemplate.compile(new TemplateSource(html, sheet), room);
    }

    /** What must stand on the document, as it is printed there. */
    public Map<RequiredFact, List<String>> required(DocumentData data) {
        var model = new DocumentModel(
                data, Objects.requireNonNull(labels.get(data.form().language())));
        var onePage = model.pages().apply(List.of(data.lines().size()));
        return new Required(model.content().model()).facts(onePage);
    }

    /** What the document calls itself. */
    public String title(DocumentData data) {
        var said = Objects.requireNonNull(labels.get(data.form().language()));
        var variant = data.form().kind().variant();
        return Objects.requireNonNull(said.variants().get(variant), variant).getOrDefault("title", "");
    }

    /** Heading and lead as the product says them. */
    public Wording.Words shipped(DocumentData.Kind kind, DocumentData.Language language) {
        var said = Objects.requireNonNull(
                Objects.requireNonNull(labels.get(language)).variants().get(kind.variant()));
        return new Wording.Words(said.getOrDefault("heading", ""), said.getOrDefault("lead", ""), "");
    }

    /** How the document fits its pages; none is made. */
    public Fit fit(DocumentData data) {
        var prepared = prepared(data);
        return prepared.template.fit(prepared.content, prepared.rows);
    }

    /** How the documents written so far came about, by template. */
    public Map<String, Report> reports() {
        var reports = new TreeMap<String, Report>();
        synchronized (templates) {
            templates.forEach((shape, template) -> reports.put(
                    shape.template + " " + shape.look + " " + shape.accent
                            + shape.version.map(version -> " " + version).orElse(""),
                    template.report()));
        }
        return reports;
    }
}
