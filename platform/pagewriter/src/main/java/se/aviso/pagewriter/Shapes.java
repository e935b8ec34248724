package se.aviso.pagewriter;

import com.github.jknack.handlebars.Template;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The compiled pages of a template, one for each outline that was asked for lately. */
final class Shapes {
    private static final int MOST_KIN = 1024;
    private static final long A_TEXT = 200;

    private final Template template;
    private final PressRoom.Style style;
    private final Styles styles;
    private final PressRoom room;
    private final Shelf<Outline, Compiler.Kin> fixed = new Shelf<>(MOST_KIN, kin -> 1);

    /** @param style in colours that stand for those of a document */
    Shapes(Template template, PressRoom.Style style, Styles styles, PressRoom room) {
        this.template = template;
        this.style = style;
        this.styles = styles;
        this.room = room;
    }

    /** Everything on which a page depends. */
    record Shape(
            Shapes of,
            Outline outline,
            Map<Path, String> fixed,
            Map<Path, Integer> lines,
            Map<String, String> pictures,
            Repertoire least) {}

    /** A text and what decides where it breaks. */
    record Broken(Shapes of, String measure, String text) {}

    /** About so many bytes are the lines of a text, with the text itself. */
    static long weight(List<String> lines) {
        return A_TEXT
                + lines.stream().mapToLong(line -> 4L * line.length() + A_TEXT).sum();
    }

    /**
     * All that a document is stamped with.
     *
     * @param broken lines of texts that take more than one
     */
    record Found(PageProgram program, Map<Path, List<String>> broken, List<Layer> layers) {}

    /**
     * The program and the layers for this content, made when they are asked for first.
     *
     * @param kept texts that are compiled into the page, though others say something else
     */
    Found find(Asked asked, Repertoire least, Set<Path> kept) {
        var kin = kin(asked, least);
        var broken = broken(asked, kin, kept, least);
        var lines = new HashMap<Path, Integer>();
        broken.forEach((path, all) -> lines.put(path, all.size()));
        var said = new HashMap<Path, String>();
        kin.paths().forEach(path -> said.put(path, path.in(asked.model())));
        kept.forEach(path -> said.put(path, path.in(asked.model())));
        var shape = new Shape(this, kin.outline(), said, lines, pictures(asked, kin.pictures()), least);
        var program = room.programs()
                .get(
                        shape,
                        () -> room.lend(press -> compiler(press, style, least)
                                .compile(new Compiler.Order(
                                        asked.content(), asked.model(), asked.rows(), kin, kept, lines))));
        var layers = new ArrayList<Layer>(program.layers().size());
        for (var plan : program.layers()) {
            layers.add(layer(asked, plan, least));
        }
        return new Found(program, broken, layers);
    }

    /** The texts that many documents have alike, of an outline that was asked for already. */
    Set<Path> ofMany(Asked asked) {
        return kin(asked, Repertoire.WESTERN).ofMany();
    }

    private Compiler.Kin kin(Asked asked, Repertoire least) {
        var known = fixed.find(asked.outline());
        if (known != null) {
            return known;
        }
        var kin = room.lend(press -> compiler(press, style, least).kin(asked));
        fixed.keep(kin.outline(), kin);
        return kin;
    }

    private static Map<String, String> pictures(Asked asked, Set<String> names) {
        var keys = new HashMap<String, String>();
        for (var name : names) {
            if (asked.content().pictures().get(name) instanceof Picture.Raster raster) {
                keys.put(name, raster.key());
            }
        }
        return keys;
    }

    private Layer layer(Asked asked, Layers.Plan plan, Repertoire least) {
        var content = asked.content();
        var shown = new HashMap<String, String>();
        var texts = plan.texts(asked.model());
        content.pictures().forEach((name, picture) -> {
            if (picture instanceof Picture.Raster raster && plan.shows(name, texts)) {
                shown.put(name, raster.key());
            }
        });
        var key = new Layer.Key(this, plan.markup(), texts, shown, content.inks(), least);
        return room.layers()
                .get(
                        key,
                        () -> room.lend(press -> compiler(press, styles.of(content.inks()), least)
                                .layer(content, plan, asked.model())));
    }

    private Map<Path, List<String>> broken(Asked asked, Compiler.Kin kin, Set<Path> kept, Repertoire least) {
        var broken = new HashMap<Path, List<String>>();
        var unknown = new HashSet<Path>();
        kin.flowing().forEach((path, measure) -> {
            if (!kept.contains(path)) {
                var lines = room.breaks().find(new Broken(this, measure, path.in(asked.model())));
                if (lines == null) {
                    unknown.add(path);
                } else if (lines.size() > 1) {
                    broken.put(path, lines);
                }
            }
        });
        if (!unknown.isEmpty()) {
            var found = room.lend(press -> compiler(press, style, least).broken(asked, kin, unknown));
            found.forEach((path, lines) -> {
                room.breaks().keep(new Broken(this, kin.measure(path), path.in(asked.model())), lines);
                if (lines.size() > 1) {
                    broken.put(path, lines);
                }
            });
        }
        return broken;
    }

    /**
     * A document that is wanted.
     *
     * @param model with all rows on one page
     */
    record Asked(
            Content content,
            Map<String, Object> model,
            @Nullable Rows rows,
            Outline outline) {
        static Asked of(Content content, @Nullable Rows rows) {
            var model = rows == null ? content.model() : rows.on(content, List.of(rows.count()));
            return new Asked(content, model, rows, Outline.of(content, model));
        }

        /** The model with its rows dealt out as they are in the program. */
        Map<String, Object> model(List<Integer> dealt) {
            return rows == null || dealt.equals(List.of(rows.count())) ? model : rows.on(content, dealt);
        }
    }

    private Compiler compiler(Press press, PressRoom.Style in, Repertoire least) {
        return new Compiler(press, template, in, least);
    }
}
