package se.aviso.app.screen;

import jakarta.enterprise.context.SessionScoped;
import jakarta.faces.application.FacesMessage;
import jakarta.faces.component.UIComponent;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import se.aviso.app.web.ProblemTexts;
import se.aviso.app.web.Trace;
import se.aviso.kernel.RuleViolation;

/** What the user is told next, on this page or, after a redirect, on the following one. */
@Named
@SessionScoped
public class Notices implements Serializable {
    private final List<Notice> waiting = new ArrayList<>();

    @Inject
    Desk desk;

    /** It was done. */
    public void done(String what) {
        add(new Notice(Notice.Kind.OK, what, "", "", ""));
    }

    /** It was done, and there is something to do next. */
    public void done(String what, String now) {
        add(new Notice(Notice.Kind.OK, what, "", now, ""));
    }

    /** It was not done: what happened, what was not done, what to do now. */
    public void failed(String what, String not, String now) {
        add(new Notice(Notice.Kind.BAD, what, not, now, Trace.current().orElse("")));
    }

    /**
     * Does what the user asked for. Where a rule forbids it, the user is told which and why: at the field that has the
     * id of the fault's steps, as {@code guardian-email}, or of its last one, else in a notice that says {@code not}
     * was not done.
     *
     * @return true when it was done
     */
    public boolean attempt(Runnable work, String not) {
        try {
            work.run();
            return true;
        } catch (RuntimeException thrown) {
            var violation = violationIn(thrown).orElseThrow(() -> thrown);
            tell(violation, not);
            return false;
        }
    }

    /** What a rule forbids where no page is at hand, as of a file; the page that follows says it. */
    public void refused(RuleViolation violation, String not) {
        var texts = ProblemTexts.in(desk.getLocale());
        violation.faults().forEach(fault -> failed(texts.detail(fault.code(), fault.facts()), not, ""));
    }

    /** Hands out what waits, once. */
    public synchronized List<Notice> take() {
        var taken = List.copyOf(waiting);
        waiting.clear();
        return taken;
    }

    /** What is said already is not said again: two wrong amounts are one thing to tell. */
    private synchronized void add(Notice notice) {
        if (!waiting.contains(notice)) {
            waiting.add(notice);
        }
    }

    private void tell(RuleViolation violation, String not) {
        var texts = ProblemTexts.in(desk.getLocale());
        var faces = FacesContext.getCurrentInstance();
        for (var fault : violation.faults()) {
            var text = texts.detail(fault.code(), fault.facts());
            var page = faces.getViewRoot();
            var whole = fault.pointer().replaceFirst("^/", "").replace('/', '-'); // two fields may end in the same step
            var field = field(page, whole).or(() -> field(page, fault.pointer().replaceFirst("^.*/", "")));
            if (field.isPresent()) {
                faces.addMessage(
                        field.get().getClientId(faces), new FacesMessage(FacesMessage.SEVERITY_ERROR, text, text));
            } else {
                failed(text, not, "");
            }
        }
        faces.validationFailed();
    }

    private static Optional<UIComponent> field(UIComponent in, String id) {
        if (id.isEmpty()) {
            return Optional.empty();
        }
        for (var child = in.getFacetsAndChildren(); child.hasNext(); ) {
            var component = child.next();
            var found = id.equals(component.getId()) ? Optional.of(component) : field(component, id);
            if (found.isPresent()) {
                return found;
            }
        }
        return Optional.empty();
    }

    /** Containers wrap what a use case throws. */
    private static Optional<RuleViolation> violationIn(Throwable thrown) {
        for (var cause = Optional.of(thrown);
                cause.isPresent();
                cause = Optional.ofNullable(cause.get().getCause())) {
            if (cause.get() instanceof RuleViolation violation) {
                return Optional.of(violation);
            }
        }
        return Optional.empty();
    }
}
