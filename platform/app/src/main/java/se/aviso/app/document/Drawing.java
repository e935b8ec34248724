package se.aviso.app.document;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A page as its author writes it: one for all kinds of documents. Parts of the shipped pages are named as
 * {@code @@part@@}; {@code @@rows@@} is what stands between heading and sum on the kind at hand.
 *
 * @param css goes after the sheet of the look, and so has the last word
 */
public record Drawing(DocumentData.Look look, String html, String css) {
    /** The most signs of each of the two. */
    public static final int MOST = 100_000;

    /** The most parts that are put in; each is longer than its name. */
    public static final int MOST_PARTS = 50;

    /** The values that name pictures. */
    public static final Set<String> PICTURES = Set.of("seller.logo", "qr.src", "qrInvoice.src");

    private static final Pattern PART = Pattern.compile("@@([\\w-]*)@@");
    private static final String ROWS = "rows";
    private static final String ANY_COLOUR = "#000000";
    private static final List<String> SHARED =
            List.of("open", "letterhead", "facts", "intro", "original", "tail", "pay", "close");
    private static final Map<String, List<String>> ROWS_OF = Map.of(
            "invoice", List.of("lines"),
            "credit-note", List.of("lines"),
            "receipt", List.of("lines"),
            "reminder", List.of("original", "simplelines"),
            "statement", List.of("paidlines"));

    /** The one to begin with: it looks as the shipped look does. */
    public static Drawing start() {
        return new Drawing(DocumentData.Look.LUFTIG, Stationery.start(), "");
    }

    /** The shipped parts by name, to be looked at and to be written anew. */
    public static Map<String, String> parts() {
        var parts = new LinkedHashMap<String, String>();
        SHARED.forEach(name -> parts.put(name, Stationery.part(name)));
        List.of("lines", "simplelines", "paidlines").forEach(name -> parts.put(name, Stationery.part(name)));
        return parts;
    }

    /** How many parts are named, one as often as it is. */
    public long count() {
        return PART.matcher(html).results().count();
    }

    /** The author's own sheet as it is read: with a colour where it names the seller's. */
    public String inked() {
        return Stationery.coloured(css, ANY_COLOUR);
    }

    /** A name between signs that is no part's. */
    public record Unknown(String name, int line) {}

    /** The first name that is no part's. */
    public Optional<Unknown> unknown() {
        var known = parts();
        var named = PART.matcher(html);
        while (named.find()) {
            var name = named.group(1);
            if (!name.equals(ROWS) && !known.containsKey(name)) {
                var before = html.substring(0, named.start());
                return Optional.of(new Unknown(
                        name,
                        1 + (int) before.chars().filter(sign -> sign == '\n').count()));
            }
        }
        return Optional.empty();
    }

    /** With all parts put in; each on the line on which it was named, so that lines are counted as the author does. */
    public OwnPage whole(Optional<UUID> version) {
        var pages = new HashMap<String, String>();
        ROWS_OF.forEach((page, rows) -> pages.put(page, filled(rows)));
        return new OwnPage(version, look, pages, Stationery.sheet(look) + "\n" + css);
    }

    private String filled(List<String> rows) {
        return PART.matcher(html).replaceAll(found -> {
            var name = found.group(1);
            var part = name.equals(ROWS)
                    ? String.join(" ", rows.stream().map(Drawing::inOneLine).toList())
                    : inOneLine(name);
            return Matcher.quoteReplacement(part);
        });
    }

    private static String inOneLine(String part) {
        return Stationery.part(part).replace('\n', ' ');
    }
}
