package se.aviso.app.pickup;

import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.omnifaces.cdi.ViewScoped;
import se.aviso.access.Permission;
import se.aviso.app.screen.Notices;
import se.aviso.app.screen.Screen;
import se.aviso.app.screen.Texts;

/** Adds a server. */
@Named
@ViewScoped
@Screen(path = "/pickup/new.xhtml", needs = Permission.INSTALLATION_RUN)
public class SourceNewView implements Serializable {
    @Inject
    transient TendBankSource tend;

    @Inject
    Notices notices;

    @Inject
    Texts texts;

    private final SourceForm form = SourceForm.empty();
    private @Nullable UUID added;

    /** Adds it, once however often it is sent, and shows it. */
    public @Nullable String save() {
        if (added == null && notices.attempt(() -> added = tend.add(form.wish()), texts.get("pickup.notSaved"))) {
            notices.done(texts.with("pickup.added", form.getName().strip()), texts.get("pickup.addedNow"));
        }
        return added == null ? null : "/pickup/source.xhtml?faces-redirect=true&id=" + added;
    }

    public SourceForm getForm() {
        return form;
    }
}
