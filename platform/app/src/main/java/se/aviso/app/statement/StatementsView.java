package se.aviso.app.statement;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import org.jspecify.annotations.Nullable;
import se.aviso.app.screen.Address;

/** What each year came to, on the page of a member and on a member's own. */
@Named
@RequestScoped
public class StatementsView {
    @Inject
    ShowStatements show;

    @Inject
    Address address;

    private @Nullable List<StatementBody.Summary> ofMember;
    private @Nullable List<StatementBody.Summary> own;

    /** Those of the member whose id the address has, as far as the user may see them. */
    public List<StatementBody.Summary> getOfMember() {
        var found = ofMember;
        if (found == null) {
            found = address.id("id").flatMap(show::find).orElse(List.of());
            ofMember = found;
        }
        return found;
    }

    /** The user's own. */
    public List<StatementBody.Summary> getOwn() {
        var found = own;
        if (found == null) {
            found = show.own();
            own = found;
        }
        return found;
    }
}
