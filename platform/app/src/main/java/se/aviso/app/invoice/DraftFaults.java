package se.aviso.app.invoice;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.regex.Pattern;
import se.aviso.app.screen.Desk;
import se.aviso.app.screen.Texts;
import se.aviso.app.web.ProblemTexts;
import se.aviso.kernel.RuleViolation.Fault;

/** Says what is wrong with an invoice that is being written, and on which line. */
@Named
@RequestScoped
public class DraftFaults {
    private static final Pattern LINE = Pattern.compile("/lines/([0-9]+)/.*");

    @Inject
    Desk desk;

    @Inject
    Texts texts;

    /** The fault in words, with what can be done about it; one of a line begins with which. */
    public String said(Fault fault) {
        var problems = ProblemTexts.in(desk.getLocale());
        var what = problems.detail(fault.code(), fault.facts());
        var words = problems.now(fault.code()).map(now -> what + " " + now).orElse(what);
        var line = LINE.matcher(fault.pointer());
        return line.matches() ? texts.with("invoice.new.onLine", Integer.parseInt(line.group(1)) + 1, words) : words;
    }
}
