package se.aviso.app.template;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.function.LongConsumer;
import se.aviso.app.document.Drawing;
import se.aviso.kernel.GroupId;
import se.aviso.kernel.RuleViolation;

/**
 * Tries a page that somebody has drawn, for as long as that takes, and then keeps it or shows it: nothing of the
 * database is held meanwhile.
 */
@ApplicationScoped
public class TryTemplate {
    @Inject
    SetTemplate template;

    @Inject
    ShowSample preview;

    @Inject
    CheckDrawing check;

    /**
     * Keeps a next version, if it is the group's newest that the caller has seen; what is issued keeps its own.
     *
     * @throws RuleViolation which names all that is wrong with the page
     */
    public SetTemplate.Seen set(GroupId id, LongConsumer sameVersion, Drawing drawing) {
        var before = template.allowed(id);
        sameVersion.accept(before.version());
        if (before.isOwn(drawing)) {
            return before;
        }
        check.require(drawing, preview.seller(id));
        return template.keep(id, sameVersion, drawing);
    }

    /**
     * A sample as a PDF, on a page that is perhaps not saved yet.
     *
     * @throws RuleViolation when the page cannot be read, or the tenant has none of its own
     */
    byte[] pdf(ShowSample.Wish wish, Drawing drawing) {
        template.allowed(wish.group());
        return check.pdf(preview.on(wish, check.readable(drawing)));
    }
}
