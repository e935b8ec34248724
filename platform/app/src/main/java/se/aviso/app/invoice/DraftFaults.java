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

    /** The fault in words; one of a line begins with which. */
    public String said(Fault fault) {
        var words = ProblemTexts.in(desk.getLocale()).detail(fault.code(), fault.facts());
        var line = LINE.matcher(fault.pointer());
        return line.matches() ? texts.with("invoice.new.onLine", Integer.parseInt(line.group(1)) + 1, words) : words;
    }
}
