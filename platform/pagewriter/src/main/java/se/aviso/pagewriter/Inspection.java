package se.aviso.pagewriter;

import com.github.jknack.handlebars.HandlebarsException;
import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;

/** Looks through what an author has written before it is laid out, and tells the line of all that cannot stand. */
public final class Inspection {
    private static final Pattern SCRIPT =
            Pattern.compile("<\\s*+/?\\s*+script|javascript\\s*:|\\son[a-z]+\\s*=", Pattern.CASE_INSENSITIVE);
    private static final Pattern ADDRESS = Pattern.compile(
            "<\\s*(?:link|base|iframe|frame|object|embed|style|svg|a|form)\\b|http-equiv"
                    + "|\\s(?:href|srcset|action|background|data)\\s*="
                    + "|=\\s*[\"'](?:[^\"']*(?:https?|ftp|file|data|jar)\\s*:|\\s*//)|url\\s*\\(|@import",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern SOURCE = Pattern.compile("\\ssrc\\s*=\\s*(?:\"([^\"]*)\"|'([^']*)'|)");
    private static final Pattern OWN_NAMESPACE = Pattern.compile("xmlns\\s*=\\s*\"http://www\\.w3\\.org/1999/xhtml\"");
    private static final Pattern SHEET_ADDRESS =
            Pattern.compile("url\\s*\\(|@import|@font-face|expression\\s*\\(|</|\\\\", Pattern.CASE_INSENSITIVE);
    private static final Pattern VALUE = Pattern.compile("\\{\\{[^}]*}}");

    private Inspection() {}

    /** What can be wrong. */
    public enum Kind {
        /** Something that would be carried out. */
        SCRIPT,
        /** Something outside: an address, a sheet, a file. */
        ADDRESS,
        /** A value printed without its angles being taken off, or another template. */
        RAW_OR_PARTIAL,
        /** It cannot be read as HTML with Handlebars, or as a style sheet. */
        UNREADABLE
    }

    /**
     * Something that cannot stand.
     *
     * @param line counted from 1; 0 where none can be told
     * @param why for {@link Kind#UNREADABLE}; else empty
     */
    public record Complaint(Kind kind, int line, String why) {}

    /**
     * What is wrong with a page; nothing where it can be filled.
     *
     * @param pictures the values that name pictures, such as {@code seller.logo}; nothing else may be shown
     */
    public static List<Complaint> page(String html, Set<String> pictures) {
        var complaints = new ArrayList<Complaint>();
        found(html, SCRIPT, Kind.SCRIPT, complaints);
        found(OWN_NAMESPACE.matcher(html).replaceAll(""), ADDRESS, Kind.ADDRESS, complaints);
        strange(html, pictures).filter(each -> !complaints.contains(each)).ifPresent(complaints::add);
        found(html, Sandbox.RAW_OR_PARTIAL, Kind.RAW_OR_PARTIAL, complaints);
        if (complaints.isEmpty()) {
            unreadable(html).ifPresent(complaints::add);
        }
        return complaints;
    }

    /** What is wrong with a style sheet. */
    public static List<Complaint> sheet(String css) {
        var complaints = new ArrayList<Complaint>();
        found(css, SHEET_ADDRESS, Kind.ADDRESS, complaints);
        if (complaints.isEmpty()) {
            try {
                StyleSheet.parse(css);
            } catch (TemplateRefused notCss) {
                var why = String.valueOf(notCss.getMessage());
                complaints.add(new Complaint(Kind.UNREADABLE, line(why), why));
            }
        }
        return complaints;
    }

    private static void found(String text, Pattern pattern, Kind kind, List<Complaint> complaints) {
        var found = pattern.matcher(text);
        if (found.find()) {
            complaints.add(new Complaint(kind, lineAt(text, found.start()), ""));
        }
    }

    /**
     * Where the tags of a page do not match, by its own lines: what it says of values is left out.
     *
     * @param html of which it is known that it can be filled, but not laid out
     */
    public static Optional<Complaint> torn(String html) {
        var bare = VALUE.matcher(html)
                .replaceAll(value -> value.group().replaceAll("[^\n]", ""))
                .replaceFirst("<!DOCTYPE html>", "");
        try {
            Press.parser().parse(new InputSource(new StringReader(bare)));
            return Optional.empty();
        } catch (SAXParseException torn) {
            return Optional.of(new Complaint(Kind.UNREADABLE, torn.getLineNumber(), String.valueOf(torn.getMessage())));
        } catch (SAXException | IOException unreadable) {
            return Optional.of(new Complaint(Kind.UNREADABLE, 0, String.valueOf(unreadable.getMessage())));
        }
    }

    private static Optional<Complaint> strange(String html, Set<String> pictures) {
        var source = SOURCE.matcher(html);
        while (source.find()) {
            var shown = Optional.ofNullable(source.group(1))
                    .or(() -> Optional.ofNullable(source.group(2)))
                    .orElse("");
            if (pictures.stream().noneMatch(name -> shown.matches("\\{\\{\\s*" + Pattern.quote(name) + "\\s*}}"))) {
                return Optional.of(new Complaint(Kind.ADDRESS, lineAt(html, source.start()), ""));
            }
        }
        return Optional.empty();
    }

    private static Optional<Complaint> unreadable(String html) {
        try {
            Sandbox.compile(html);
            return Optional.empty();
        } catch (TemplateRefused refused) {
            var error = refused.getCause() instanceof HandlebarsException cause ? cause.getError() : null;
            return Optional.of(
                    error == null
                            ? new Complaint(Kind.UNREADABLE, 0, String.valueOf(refused.getMessage()))
                            : new Complaint(Kind.UNREADABLE, error.line, String.valueOf(error.reason)));
        } catch (StackOverflowError deep) {
            return Optional.of(new Complaint(Kind.UNREADABLE, 0, "too deep"));
        }
    }

    /** A parser of style sheets says the line in words. */
    private static int line(String why) {
        var said = Pattern.compile("line (\\d{1,6})").matcher(why);
        return said.find() ? Integer.parseInt(said.group(1)) : 0;
    }

    private static int lineAt(String text, int place) {
        return 1
                + (int) text.substring(0, place)
                        .chars()
                        .filter(sign -> sign == '\n')
                        .count();
    }
}
