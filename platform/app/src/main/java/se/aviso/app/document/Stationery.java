package se.aviso.app.document;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import se.aviso.pagewriter.FontFace;

/** The shipped templates, style sheets, labels and fonts, as they lie beside this class. */
final class Stationery {
    private static final Pattern PART = Pattern.compile("@@(\\w[\\w-]*)@@");
    private static final Pattern VARIABLE = Pattern.compile("\\{\\{v\\.(\\w+)}}");
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final double TINT = 0.075;

    private Stationery() {}

    /** The fonts; their licences lie beside them. */
    static List<FontFace> fonts() {
        return List.of(
                font("Aviso Sans", 400, "AvisoSans-Regular"),
                font("Aviso Sans", 300, "AvisoSans-Light"),
                font("Aviso Sans", 600, "AvisoSans-Semibold"),
                font("Aviso Serif", 600, "AvisoSerif-Semibold"),
                font("OCR B", 400, "OCRB-Regular"));
    }

    /** A template with its parts put in. */
    static String template(String name) {
        return replaced(text(name + ".hbs"), PART, Stationery::part);
    }

    /** A page to begin with, for those who draw their own. */
    static String start() {
        return text("own.hbs");
    }

    /** A part that pages have in common. */
    static String part(String name) {
        return text("parts/" + name + ".hbs").stripTrailing();
    }

    /** A style sheet with the seller's colour put in. */
    static String coloured(String sheet, String accent) {
        var inks = inks(accent);
        return replaced(sheet, VARIABLE, variable -> inks.getOrDefault(variable, "{{v." + variable + "}}"));
    }

    /** The seller's colours by their names in style sheets. */
    static Map<String, String> inks(String accent) {
        return Map.of("accent", accent, "tint", tint(accent));
    }

    /** The style sheet of a look with its measures put in; the seller's colour is to follow. */
    static String sheet(DocumentData.Look look) {
        var name = look.name().toLowerCase(Locale.ROOT);
        var variables = read("css/variables.json", new TypeReference<Map<String, Map<String, String>>>() {});
        var common = Objects.requireNonNull(variables.get("common"));
        var own = Objects.requireNonNull(variables.get(name));
        return replaced(text("css/base.css") + text("css/" + name + ".css"), VARIABLE, variable -> switch (variable) {
            case "accent", "tint" -> "{{v." + variable + "}}";
            default -> Objects.requireNonNull(own.getOrDefault(variable, common.get(variable)), variable);
        });
    }

    /** Where following pages begin in a look, in millimetres. */
    static double nextTop(DocumentData.Look look) {
        var variables = read("css/variables.json", new TypeReference<Map<String, Map<String, String>>>() {});
        var own = Objects.requireNonNull(variables.get(look.name().toLowerCase(Locale.ROOT)));
        return Double.parseDouble(Objects.requireNonNull(own.get("nextTop")).replace("mm", ""));
    }

    /** The labels of a language, and its wording by kind of document. */
    static Labels labels(DocumentData.Language language) {
        return read("texts/" + language.name().toLowerCase(Locale.ROOT) + ".json", new TypeReference<Labels>() {});
    }

    /** Labels {@code t}, and wording by the name of the variant. */
    record Labels(Map<String, String> t, Map<String, Map<String, String>> variants) {}

    private static String tint(String accent) {
        var rgb = Integer.parseInt(accent.substring(1), 16);
        var tint = 0;
        for (var shift = 16; shift >= 0; shift -= 8) {
            var ink = 255 - ((rgb >> shift) & 255);
            tint = (tint << 8) | (int) Math.round(255 - ink * TINT);
        }
        return "#" + HexFormat.of().toHexDigits(tint, 6);
    }

    private static String replaced(String text, Pattern name, UnaryOperator<String> value) {
        return name.matcher(text).replaceAll(found -> Matcher.quoteReplacement(value.apply(found.group(1))));
    }

    private static FontFace font(String family, int weight, String file) {
        return new FontFace(family, weight, bytes("fonts/" + file + ".ttf"));
    }

    private static <T> T read(String name, TypeReference<T> type) {
        try {
            return JSON.readValue(bytes(name), type);
        } catch (IOException shippedWrong) {
            throw new UncheckedIOException(name, shippedWrong);
        }
    }

    private static String text(String name) {
        return new String(bytes(name), StandardCharsets.UTF_8);
    }

    private static byte[] bytes(String name) {
        try (var stream = Stationery.class.getResourceAsStream(name)) {
            return Objects.requireNonNull(stream, name).readAllBytes();
        } catch (IOException shippedWrong) {
            throw new UncheckedIOException(name, shippedWrong);
        }
    }
}
