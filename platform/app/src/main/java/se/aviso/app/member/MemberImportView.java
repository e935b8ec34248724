package se.aviso.app.member;

import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.Part;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Serializable;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.omnifaces.cdi.ViewScoped;
import se.aviso.access.Permission;
import se.aviso.app.screen.Desk;
import se.aviso.app.screen.Notices;
import se.aviso.app.screen.Screen;
import se.aviso.app.screen.SentFile;
import se.aviso.app.screen.Texts;
import se.aviso.app.security.Caller;
import se.aviso.app.web.ProblemTexts;
import se.aviso.kernel.RuleViolation;

/** Imports a list of members, all or none, and shows line by line what is wrong with it. Its rows are never kept. */
@Named
@ViewScoped
@Screen(path = "/member/import.xhtml", needs = Permission.MEMBER_WRITE)
public class MemberImportView implements Serializable {
    private static final long MOST_BYTES = 20L << 20;
    private static final String WHOLE = "csv-rows";

    @Inject
    transient ImportMembers importMembers;

    @Inject
    Caller caller;

    @Inject
    Desk desk;

    @Inject
    Notices notices;

    @Inject
    SentFile sentFile;

    @Inject
    Texts texts;

    private transient @Nullable Part file;
    private List<Wrong> wrong = List.of();
    private int faults;

    /** What is wrong at one place of the list. */
    public record Wrong(String line, String column, String what) implements Serializable {}

    /** Imports the list; stays, with its faults, where it has any. */
    public void run() {
        wrong = List.of();
        faults = 0;
        var list = file;
        var nothing = sentFile.nothing(list, "member.importNoFile");
        if (list == null || nothing.isPresent()) {
            notices.failed(nothing.orElse(""), texts.get("member.importNothing"), "");
        } else if (list.getSize() > MOST_BYTES) {
            notices.failed(texts.get("member.importTooLarge"), texts.get("member.importNothing"), "");
        } else {
            notices.attempt(() -> read(list), texts.get("member.importNothing"));
        }
    }

    private void read(Part list) {
        try (var reader = new InputStreamReader(list.getInputStream(), decoder(list))) {
            var imported = importMembers.run(reader, ImportMembers.Rights.of(caller));
            notices.done(texts.with("member.imported", imported.added(), imported.skipped()));
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        } catch (RuleViolation violation) {
            show(violation);
        }
    }

    /** As spreadsheets write lists: in UTF-8, or else as Windows does in western Europe. */
    private static CharsetDecoder decoder(Part list) throws IOException {
        try (var reader = new InputStreamReader(list.getInputStream(), StandardCharsets.UTF_8.newDecoder())) {
            reader.transferTo(Writer.nullWriter());
            return StandardCharsets.UTF_8.newDecoder();
        } catch (CharacterCodingException another) {
            return Charset.forName("windows-1252").newDecoder();
        }
    }

    /** Faults of rows stand in a table of their own; what is wrong with the file as a whole is a notice. */
    private void show(RuleViolation violation) {
        var whole = violation.faults().get(0);
        if (!whole.code().equals(WHOLE)) {
            throw violation;
        }
        faults = Integer.parseInt(whole.facts().getOrDefault("faults", "0"));
        wrong = rows(violation, ProblemTexts.in(desk.getLocale()));
    }

    static List<Wrong> rows(RuleViolation violation, ProblemTexts texts) {
        return violation.faults().stream()
                .filter(fault -> fault.facts().containsKey("line"))
                .map(fault -> new Wrong(
                        fault.facts().getOrDefault("line", ""),
                        fault.facts().getOrDefault("column", ""),
                        texts.detail(fault.code(), fault.facts())))
                .toList();
    }

    public @Nullable Part getFile() {
        return file;
    }

    public void setFile(@Nullable Part chosen) {
        file = chosen;
    }

    /** What is wrong, in the order of the lines. */
    public List<Wrong> getWrong() {
        return wrong;
    }

    /** How many faults there are in all. */
    public int getFaults() {
        return faults;
    }

    /** The first line as the user would write it. */
    public String getHeader() {
        var swedish = desk.getLanguage().equals("sv");
        return String.join(";", swedish ? MemberCsv.SWEDISH : MemberCsv.HEADER);
    }
}
