package se.aviso.accounting.enterprise;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import se.aviso.spi.accounting.NamedDimension;
import se.aviso.spi.accounting.PostedPart;
import se.aviso.spi.accounting.RuledRow;

/**
 * Rules line by line, in versions: a line {@code from 2027-01-01} begins one, which holds for what was booked from that
 * day on until the next begins; for a credit, of the day on which its claim was booked. What stands above the first
 * holds before it. Of a version the first rule that fits decides. A line {@code name dim20="Verksamhet"} names a
 * dimension, whatever the version.
 */
final class RuleTable {
    private static final String VERSION = "from ";
    private static final String NAME = "name ";
    private static final String COMMENT = "#";

    private final TreeMap<LocalDate, List<Rule>> versions = new TreeMap<>();

    private final TreeMap<Integer, NamedDimension> names = new TreeMap<>();

    private RuleTable() {}

    /** @throws IllegalArgumentException that names the first line which makes no sense */
    static RuleTable read(String text) {
        var table = new RuleTable();
        var rules = table.version(LocalDate.MIN);
        var number = 0;
        for (var line : text.lines().map(String::strip).toList()) {
            number++;
            try {
                if (line.startsWith(VERSION)) {
                    rules = table.version(
                            LocalDate.parse(line.substring(VERSION.length()).strip()));
                } else if (line.startsWith(NAME)) {
                    table.name(Naming.read(line.substring(NAME.length())));
                } else if (!line.isEmpty() && !line.startsWith(COMMENT)) {
                    rules.add(Rule.read(line));
                }
            } catch (IllegalArgumentException | DateTimeException unreadable) {
                throw new IllegalArgumentException("line " + number + ": " + unreadable.getMessage(), unreadable);
            }
        }
        return table;
    }

    private void name(NamedDimension dimension) {
        if (names.put(dimension.number(), dimension) != null) {
            throw new IllegalArgumentException("a second name of dimension " + dimension.number());
        }
    }

    /** Those that the tenant has named. */
    List<NamedDimension> dimensions() {
        return List.copyOf(names.values());
    }

    private List<Rule> version(LocalDate from) {
        if (versions.containsKey(from)) {
            throw new IllegalArgumentException("a second version from " + from);
        }
        var rules = new ArrayList<Rule>();
        versions.put(from, rules);
        return rules;
    }

    /** The rows of the part; as it was posted where no rule fits. */
    List<RuledRow> rows(PostedPart part) {
        return Optional.ofNullable(versions.floorEntry(part.rulesDay())).orElseThrow().getValue().stream()
                .filter(rule -> rule.fits(part))
                .findFirst()
                .map(rule -> rule.outcome().rows(part))
                .orElseGet(() -> List.of(RuledRow.unchanged(part)));
    }
}
