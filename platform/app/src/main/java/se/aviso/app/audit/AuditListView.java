package se.aviso.app.audit;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import se.aviso.access.Permission;
import se.aviso.app.screen.Address;
import se.aviso.app.screen.Desk;
import se.aviso.app.screen.Screen;
import se.aviso.app.screen.Screens;
import se.aviso.app.web.Cursor;
import se.aviso.app.web.Page;
import se.aviso.audit.Act;
import se.aviso.audit.AuditEntry;

/** The audit trail as a list: who did what, when, to what. */
@Named
@RequestScoped
@Screen(path = "/audit/list.xhtml", needs = Permission.AUDIT_READ)
public class AuditListView {
    private static final int ROWS = 50;

    @Inject
    FindAuditEntries find;

    @Inject
    Address address;

    @Inject
    Desk desk;

    @Inject
    Screens screens;

    private Page<AuditStore.Kept> page = new Page<>(List.of(), Optional.empty());

    @PostConstruct
    void load() {
        var part = address.part(ROWS);
        var wanted = new FindAuditEntries.Wanted(
                address.constant("act", Act.class),
                address.id("user"),
                address.id("subject"),
                address.id("group").or(() -> desk.group().map(Desk.Chosen::id)),
                address.day("from"),
                address.day("to"));
        page = Page.of(
                find.page(wanted, part),
                part,
                row -> new Cursor(
                        Long.toString(row.entry().number()), row.entry().deed().subject()));
    }

    /** The rows of this part of the list. */
    public List<AuditStore.Kept> getRows() {
        return page.items();
    }

    /** Where the next part begins; empty at the end. */
    public String getNext() {
        return page.nextCursor().orElse("");
    }

    /** All that can be done. */
    public List<Act> getActs() {
        return Arrays.asList(Act.values());
    }

    /** Where the trail ends, for who sees all of it. */
    public Optional<AuditStore.Head> getHead() {
        return find.head();
    }

    /** True when anything is asked for. */
    public boolean isNarrowed() {
        return List.of("act", "user", "subject", "group", "from", "to").stream().anyMatch(address::says);
    }

    /** Where the thing is seen; empty where it has no page that the user may open. */
    public String page(AuditEntry entry) {
        var path = switch (entry.deed().act().subject()) {
            case GROUP -> "/group/detail.xhtml?id=";
            case MEMBER -> "/member/detail.xhtml?id=";
            case MEMBERSHIP_TYPE -> "/pricing/detail.xhtml?id=";
            case BANK_FILE -> "/bankfile/detail.xhtml?id=";
            case PAYMENT -> "/payment/suspense.xhtml?payment=";
            case INVOICE -> "/invoice/detail.xhtml?id=";
            case PRODUCT -> "/product/edit.xhtml?id=";
            case USER -> "/access/list.xhtml?user=";
            case SAVED_SEARCH -> "/savedsearch/edit.xhtml?id=";
            case SIMULATION -> "/simulation/detail.xhtml?id=";
            case TENANT, RUN, DISPATCH, REFUND, PAYMENT_RULE -> "";
        };
        var known = screens.permission(path.replaceFirst("\\?.*", "")).isPresent();
        return known ? path + entry.deed().subject() : "";
    }
}
