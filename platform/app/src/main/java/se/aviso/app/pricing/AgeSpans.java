package se.aviso.app.pricing;

import java.util.ArrayList;
import java.util.List;

/** Ages as people write them: neighbours together. */
final class AgeSpans {
    private AgeSpans() {}

    /** Of 3, 4, 5 and 9: {@code 3–5, 9}. */
    static String of(List<Integer> ages) {
        var spans = new ArrayList<String>();
        for (var from = 0; from < ages.size(); ) {
            var to = from;
            while (to + 1 < ages.size() && ages.get(to + 1) == ages.get(to) + 1) {
                to++;
            }
            spans.add(from == to ? ages.get(from).toString() : ages.get(from) + "–" + ages.get(to));
            from = to + 1;
        }
        return String.join(", ", spans);
    }
}
