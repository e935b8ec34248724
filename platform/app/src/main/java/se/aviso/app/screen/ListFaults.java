package se.aviso.app.screen;

import jakarta.servlet.http.Part;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.Serializable;
import java.io.Writer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import se.aviso.app.web.ProblemTexts;
import se.aviso.kernel.RuleViolation;

/**
 * What is wrong with a list that was handed in on a page, line by line.
 *
 * @param count how many faults there are in all
 * @param rows the first of them, in the order of the lines
 */
public record ListFaults(int count, List<Wrong> rows) implements Serializable {
    /** Nothing is wrong. */
    public static final ListFaults NONE = new ListFaults(0, List.of());

    private static final String WHOLE = "csv-rows";

    public ListFaults {
        rows = List.copyOf(rows);
    }

    /** What is wrong at one place of the list. */
    public record Wrong(String line, String column, String what) implements Serializable {}

    /**
     * The faults of the rows.
     *
     * @throws RuleViolation the same, where the list as a whole is wrong
     */
    public static ListFaults of(RuleViolation violation, ProblemTexts texts) {
        var whole = violation.faults().get(0);
        if (!whole.code().equals(WHOLE)) {
            throw violation;
        }
        var rows = violation.faults().stream()
                .filter(fault -> fault.facts().containsKey("line"))
                .map(fault -> new Wrong(
                        fault.facts().getOrDefault("line", ""),
                        fault.facts().getOrDefault("column", ""),
                        texts.detail(fault.code(), fault.facts())))
                .toList();
        return new ListFaults(Integer.parseInt(whole.facts().getOrDefault("faults", "0")), rows);
    }

    /** Reads a list as spreadsheets write it: in UTF-8, or else as Windows does in western Europe. */
    public static Reader reader(Part list) throws IOException {
        return new InputStreamReader(list.getInputStream(), decoder(list));
    }

    private static CharsetDecoder decoder(Part list) throws IOException {
        try (var reader = new InputStreamReader(list.getInputStream(), StandardCharsets.UTF_8.newDecoder())) {
            reader.transferTo(Writer.nullWriter());
            return StandardCharsets.UTF_8.newDecoder();
        } catch (CharacterCodingException another) {
            return Charset.forName("windows-1252").newDecoder();
        }
    }
}
