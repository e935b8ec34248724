package se.aviso.pagewriter;

import com.github.jknack.handlebars.Template;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The compiled pages of a template, one for each outline that was asked for lately. */
final class Shapes {
    private static final int MOST = 128;

    private final Template template;
    private final PressRoom.Style style;
    private final PressRoom room;
    private final Map<Outline, Kin> fixed = latest();
    private final Map<Shape, PageProgram> programs = latest();

    Shapes(Template template, PressRoom.Style style, PressRoom room) {
        this.template = template;
        this.style = style;
        this.room = room;
    }

    /**
     * Documents of one outline.
     *
     * @param outline theirs, which is at hand when it is compared
     * @param paths leaves on which the page itself depends
     */
    private record Kin(Outline outline, Set<Path> paths) {}

    /** Everything on which a page depends. */
    private record Shape(Outline outline, Map<Path, String> fixed, Repertoire least) {}

    /** The program for this content, compiled when it is asked for first. */
    PageProgram program(Asked asked, Repertoire least) {
        var model = asked.model();
        var kin = fixed.get(asked.outline());
        if (kin == null) {
            var paths = room.lend(press -> compiler(press, least).fixed(asked.content(), model));
            var outline = asked.outline().kept();
            kin = new Kin(outline, paths);
            fixed.put(outline, kin);
        }
        var said = new HashMap<Path, String>();
        kin.paths.forEach(path -> said.put(path, path.in(model)));
        var shape = new Shape(kin.outline, said, least);
        var known = programs.get(shape);
        if (known != null) {
            return known;
        }
        var program = room.lend(press -> compiler(press, least).compile(asked.content(), model, asked.rows()));
        programs.put(shape, program);
        return program;
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

    private Compiler compiler(Press press, Repertoire least) {
        return new Compiler(press, template, style, least);
    }

    private static <K, V> Map<K, V> latest() {
        return Collections.synchronizedMap(new LinkedHashMap<>(16, 0.75f, true) {
            @Override
            protected boolean removeEldestEntry(Map.Entry<K, V> eldest) {
                return size() > MOST;
            }
        });
    }
}
