package se.aviso.pagewriter;

import com.openhtmltopdf.css.parser.FSRGBColor;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.UnaryOperator;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The colours that a style sheet leaves to the document, as {@code {{v.name}}}.
 *
 * <p>A page is compiled in colours that stand for them; in the finished page they are places in a palette, which is the
 * document's own. So pages in a thousand colours are one compiled page.
 */
record Inks(List<String> names) {
    /** The palette's name on a page. */
    static final String PALETTE = "Inks";

    private static final Pattern NAME = Pattern.compile("\\{\\{v\\.(\\w+)}}");
    private static final Pattern DRAWN = Pattern.compile("(\\d*\\.?\\d+) (\\d*\\.?\\d+) (\\d*\\.?\\d+) (rg|RG)\\b");
    private static final int MOST = 200;
    private static final int RED = 1;
    private static final int GREEN = 254;
    private static final int FIRST_BLUE = 3;

    Inks {
        names = List.copyOf(names);
    }

    /** Those that a sheet names. */
    static Inks of(String css) {
        var names = NAME.matcher(css)
                .results()
                .map(found -> found.group(1))
                .distinct()
                .toList();
        if (names.size() > MOST) {
            throw new TemplateRefused("a style sheet has at most " + MOST + " colours of the document's");
        }
        return new Inks(names);
    }

    /** The sheet in colours that stand for these. */
    String standing(String css) {
        return filled(
                css, name -> String.format(Locale.ROOT, "#%02x%02x%02x", RED, GREEN, FIRST_BLUE + names.indexOf(name)));
    }

    /** The sheet in a document's own colours. */
    String filled(String css, Map<String, String> colours) {
        return filled(css, name -> colour(colours, name));
    }

    private static String filled(String css, UnaryOperator<String> colour) {
        return NAME.matcher(css).replaceAll(found -> Matcher.quoteReplacement(colour.apply(found.group(1))));
    }

    private static String colour(Map<String, String> colours, String name) {
        return Objects.requireNonNull(colours.get(name), name);
    }

    /** The place of a colour in the palette; -1 when it stands for none. */
    int place(FSRGBColor colour) {
        return place(colour.getRed(), colour.getGreen(), colour.getBlue());
    }

    private int place(long red, long green, long blue) {
        var place = (int) blue - FIRST_BLUE;
        return red == RED && green == GREEN && place >= 0 && place < names.size() ? place : -1;
    }

    /** What was drawn, with places in the palette. */
    String mixed(String drawn) {
        return names.isEmpty() ? drawn : DRAWN.matcher(drawn).replaceAll(this::mixed);
    }

    private String mixed(MatchResult found) {
        var place = place(shade(found.group(1)), shade(found.group(2)), shade(found.group(3)));
        var isLine = found.group(4).equals("RG");
        return Matcher.quoteReplacement(place < 0 ? found.group() : chosen(place, isLine));
    }

    private static long shade(String share) {
        return Math.round(Double.parseDouble(share) * 255);
    }

    /** The operators that choose a place of the palette. */
    static String chosen(int place, boolean isLine) {
        return isLine ? "/" + PALETTE + " CS " + place + " SC" : "/" + PALETTE + " cs " + place + " sc";
    }

    /** A document's palette as PDF writes it. */
    String palette(Map<String, String> colours) {
        var palette = new StringBuilder("[/Indexed/DeviceRGB ")
                .append(names.size() - 1)
                .append('<');
        names.forEach(name -> palette.append(colour(colours, name), 1, 7));
        return palette.append(">]").toString();
    }
}
