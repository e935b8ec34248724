package se.aviso.it.matrix;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.zip.ZipInputStream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;

/** What only one tenant's data have in them; looked for in each answer to the other, and found in one's own. */
final class Marks {
    private static final Pattern ID = Pattern.compile("[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}");

    private final Set<String> foreignWords;
    private final Set<String> foreignIds;
    private final Set<String> ownWords;
    private final List<String> searched;
    private final Report report;
    private final Set<String> found = new TreeSet<>();

    /**
     * Those of a walk.
     *
     * @param own what the walker's tenant has in its data
     * @param foreign what the other has
     * @param searched what is searched for; the same in both, and the other's marks
     */
    Marks(Bearer own, Bearer foreign, List<String> searched, Report report) {
        this.ownWords = own.words();
        this.foreignWords = foreign.words();
        this.foreignIds = new HashSet<>(foreign.ids());
        this.foreignIds.removeAll(own.ids());
        this.searched = searched;
        this.report = report;
    }

    /** A tenant by what its data have in them. */
    record Bearer(Set<String> words, Set<String> ids) {}

    List<String> searched() {
        return searched;
    }

    /** Where which of the own words were found: a walk that finds none of them would find no other either. */
    Set<String> found() {
        return found;
    }

    /** Looks for marks; answers the text. What was asked for comes back in an answer and counts for nothing. */
    String look(String where, String name, byte[] bytes, String type, String asked) {
        var text = text(bytes, type);
        var told = asked.isEmpty() ? text : text.replace(asked, "");
        var leaked = new TreeSet<>(foreignWords);
        leaked.removeIf(word -> !told.contains(word));
        ID.matcher(told)
                .results()
                .map(match -> match.group())
                .filter(foreignIds::contains)
                .forEach(leaked::add);
        report.cell(where + " " + name, leaked.isEmpty() ? Optional.empty() : Optional.of("has " + leaked));
        var kind = type.startsWith("application/pdf") ? "documents" : where;
        ownWords.stream().filter(text::contains).forEach(word -> found.add(kind + ": " + word));
        return text;
    }

    private static String text(byte[] bytes, String type) {
        try {
            if (type.startsWith("application/pdf")) {
                try (var document = Loader.loadPDF(bytes)) {
                    return new PDFTextStripper().getText(document);
                }
            }
            return type.startsWith("application/zip") ? unpacked(bytes) : new String(bytes, StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static String unpacked(byte[] bytes) throws IOException {
        var text = new StringBuilder();
        try (var zip = new ZipInputStream(new ByteArrayInputStream(bytes))) {
            for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                var type = entry.getName().endsWith(".pdf") ? "application/pdf" : "text/plain";
                text.append(entry.getName()).append(text(zip.readAllBytes(), type));
            }
        }
        return text.toString();
    }
}
