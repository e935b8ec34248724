package se.aviso.app.web;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import se.aviso.kernel.RuleViolation;

/** The faults of a list; only so many are told one by one. */
public final class CsvFaults {
    private static final int SHOWN = 100;

    private final List<RuleViolation.Fault> shown = new ArrayList<>();
    private final Set<String> cells = new HashSet<>();
    private long count;

    /** What is wrong with a cell of a row. */
    public void add(String code, long line, String column) {
        add(code, line, column, Map.of());
    }

    /** The same; the text names these facts. */
    public void add(String code, long line, String column, Map<String, String> named) {
        count++;
        cells.add(line + "/" + column);
        if (shown.size() < SHOWN) {
            var facts = new HashMap<>(named);
            facts.put("line", Long.toString(line));
            facts.put("column", column);
            shown.add(new RuleViolation.Fault(code, "/" + line + "/" + column, facts));
        }
    }

    /** True when something is wrong with that cell: what follows from it need not be told as well. */
    public boolean tell(long line, String column) {
        return cells.contains(line + "/" + column);
    }

    /** True when nothing is wrong. */
    public boolean none() {
        return count == 0;
    }

    /** Refuses the list when it has faults; the first names the whole. */
    public void refuse() {
        if (!none()) {
            var all = new ArrayList<RuleViolation.Fault>();
            all.add(new RuleViolation.Fault("csv-rows", "", Map.of("faults", Long.toString(count))));
            all.addAll(shown);
            throw new RuleViolation(all);
        }
    }
}
