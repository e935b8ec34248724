package se.aviso.app.savedsearch;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import se.aviso.kernel.RuleViolation;

/** Takes a kept address apart. */
final class KeptQuery {
    private static final int LONGEST = 2_000;

    private KeptQuery() {}

    /** The criteria by name; refuses what is no address, or says a thing twice. */
    static Map<String, String> criteria(String query) {
        if (query.length() > LONGEST) {
            throw bad();
        }
        var criteria = new LinkedHashMap<String, String>();
        for (var part : query.split("&", -1)) {
            var sign = part.indexOf('=');
            if (part.isEmpty()) {
                continue;
            }
            if (sign < 1 || criteria.put(decoded(part.substring(0, sign)), decoded(part.substring(sign + 1))) != null) {
                throw bad();
            }
        }
        return criteria;
    }

    private static String decoded(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException noAddress) {
            throw bad();
        }
    }

    static RuleViolation bad() {
        return RuleViolation.at("/query", "search-unreadable", Map.of());
    }
}
