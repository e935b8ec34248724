package se.aviso.app.run;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import se.aviso.app.invoice.Foreseen;
import se.aviso.app.screen.Address;
import se.aviso.app.web.Page;
import se.aviso.kernel.RunId;

/** The recipients of the run that is looked at; which of them stands in the address alone. */
@Named
@RequestScoped
public class RunRecipientsView {
    private static final UUID NONE = new UUID(0, 0);
    private static final int ROWS = 50;

    @Inject
    FindRuns find;

    @Inject
    RunAtHand atHand;

    @Inject
    Address address;

    private Page<RecipientListStore.Recipient> page = new Page<>(List.of(), Optional.empty());
    private boolean previewed;

    @PostConstruct
    void load() {
        var run = atHand.find(address.id("id").orElse(NONE)).map(FindRuns.Seen::run);
        previewed = run.filter(found -> found.progress().foreseen() > 0).isPresent();
        run.ifPresent(found -> load(found.id()));
    }

    private void load(RunId id) {
        var wanted = new RecipientListStore.Wanted(
                address.constant("state", RecipientState.class),
                address.constant("verdict", Foreseen.Verdict.class),
                address.text("reason"),
                address.id("group"));
        var part = address.part(ROWS);
        page = Page.of(find.recipients(id, wanted, part), part, RecipientListStore::cursor);
    }

    /** The rows of this part of the list. */
    public List<RecipientListStore.Recipient> getRows() {
        return page.items();
    }

    /** The name of the one group that is shown, as its recipients have it; empty where there are none. */
    public String getGroupName() {
        return page.items().stream()
                .findFirst()
                .map(recipient -> recipient.whose().groupName())
                .orElse("");
    }

    /** Where the next part begins; empty at the end. */
    public String getNext() {
        return page.nextCursor().orElse("");
    }

    /** The states that recipients can be narrowed to. */
    public List<RecipientState> getStates() {
        return List.of(RecipientState.values());
    }

    /** The verdicts that recipients can be narrowed to; none where nobody looked ahead. */
    public List<Foreseen.Verdict> getVerdicts() {
        return previewed ? List.of(Foreseen.Verdict.values()) : List.of();
    }
}
