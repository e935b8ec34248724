package se.aviso.app.member;

import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.Part;
import java.io.IOException;
import java.io.Serializable;
import java.io.UncheckedIOException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.omnifaces.cdi.ViewScoped;
import se.aviso.access.Permission;
import se.aviso.app.screen.Desk;
import se.aviso.app.screen.ListFaults;
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
    private ListFaults faults = ListFaults.NONE;

    /** Imports the list; stays, with its faults, where it has any. */
    public void run() {
        faults = ListFaults.NONE;
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
        try (var reader = ListFaults.reader(list)) {
            var imported = importMembers.run(reader, ImportMembers.Rights.of(caller));
            notices.done(texts.with("member.imported", imported.added(), imported.skipped()));
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        } catch (RuleViolation violation) {
            faults = ListFaults.of(violation, ProblemTexts.in(desk.getLocale()));
        }
    }

    public @Nullable Part getFile() {
        return file;
    }

    public void setFile(@Nullable Part chosen) {
        file = chosen;
    }

    /** What is wrong, in the order of the lines. */
    public List<ListFaults.Wrong> getWrong() {
        return faults.rows();
    }

    /** How many faults there are in all. */
    public int getFaults() {
        return faults.count();
    }

    /** The first line as the user would write it. */
    public String getHeader() {
        var swedish = desk.getLanguage().equals("sv");
        return String.join(";", swedish ? MemberCsv.SWEDISH : MemberCsv.HEADER);
    }
}
