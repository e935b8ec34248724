package se.aviso.app.template;

import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.omnifaces.cdi.ViewScoped;
import se.aviso.access.Permission;
import se.aviso.app.screen.ActNeeds;
import se.aviso.pagewriter.Preview;

/** The documents that are hardest to fit, over all groups that the user sees, each drawn when it is asked for. */
@Named
@ViewScoped
public class WorstCasesView implements Serializable {
    @Inject
    transient FindWorstCases find;

    private transient @Nullable List<WorstCase> cases;
    private transient @Nullable WorstCase shown;

    /** Looks at them. */
    @ActNeeds(Permission.MEMBER_READ)
    public void look() {
        cases = find.all();
        shown = null;
    }

    /** Draws one of them. */
    @ActNeeds(Permission.MEMBER_READ)
    public void draw(int at) {
        shown = getCases().stream().skip(at).findFirst().orElse(null);
    }

    /** What was found when the user has asked for it. */
    public List<WorstCase> getCases() {
        var found = cases;
        return found == null ? List.of() : found;
    }

    /** True when it was asked for. */
    public boolean isLooked() {
        return cases != null;
    }

    /** The one that is drawn. */
    public @Nullable WorstCase getShown() {
        return shown;
    }

    /** Its first page, as an address that holds it whole; empty where none is drawn. */
    public String getPicture() {
        return Optional.ofNullable(shown)
                .map(find::pdf)
                .map(pdf -> "data:image/png;base64," + Base64.getEncoder().encodeToString(Preview.png(pdf)))
                .orElse("");
    }
}
