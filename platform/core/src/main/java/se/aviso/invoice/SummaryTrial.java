package se.aviso.invoice;

import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Documents as they stand, beside what they would have looked like by a summary that is tried.
 *
 * @param looked how many were looked at
 * @param changed how many of them would have looked otherwise
 * @param plain how many would have had their lines as they are, by the reason
 * @param examples some that would have changed, of each kind of change one
 */
public record SummaryTrial(
        int looked, int changed, Map<Arrangement.Plain, Integer> plain, List<SummaryTrial.Tried> examples) {
    /** So many a person looks through. */
    static final int MOST_EXAMPLES = 5;

    /** A row as it is read; of one that only says something the figures are empty. */
    public record Row(String text, String note, String quantity, String unit, String amount) {}

    /**
     * A document.
     *
     * @param number the invoice's
     * @param plain why it would have had its lines as they are; none where it would have been arranged
     */
    public record Tried(long number, List<Row> before, List<Row> after, Optional<Arrangement.Plain> plain) {
        public Tried {
            before = List.copyOf(before);
            after = List.copyOf(after);
        }

        private boolean isChanged() {
            return !before.equals(after);
        }

        /** What is alike in this is the same change: who has seen one has seen the other. */
        private List<List<String>> look() {
            return List.of(
                    before.stream().map(Row::text).toList(),
                    after.stream().map(Row::text).toList());
        }
    }

    /** What comes of it. */
    public static SummaryTrial of(List<Tried> tried) {
        var plain = new EnumMap<Arrangement.Plain, Integer>(Arrangement.Plain.class);
        tried.forEach(each -> each.plain().ifPresent(why -> plain.merge(why, 1, Integer::sum)));
        var changed = tried.stream().filter(Tried::isChanged).toList();
        var examples = changed.stream()
                .collect(Collectors.toMap(Tried::look, each -> each, (first, other) -> first, LinkedHashMap::new))
                .values();
        return new SummaryTrial(
                tried.size(),
                changed.size(),
                plain,
                examples.stream().limit(MOST_EXAMPLES).toList());
    }
}
