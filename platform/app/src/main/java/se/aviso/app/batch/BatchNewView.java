package se.aviso.app.batch;

import jakarta.annotation.PostConstruct;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.Part;
import java.io.IOException;
import java.io.Serializable;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.omnifaces.cdi.ViewScoped;
import se.aviso.access.Permission;
import se.aviso.app.group.FindGroups;
import se.aviso.app.invoice.DraftFaults;
import se.aviso.app.invoice.FindBillable;
import se.aviso.app.invoice.SketchPage;
import se.aviso.app.invoice.WriteBatch;
import se.aviso.app.member.FindMembershipTypes;
import se.aviso.app.member.FindMemberships;
import se.aviso.app.screen.Absent;
import se.aviso.app.screen.Address;
import se.aviso.app.screen.Desk;
import se.aviso.app.screen.ListFaults;
import se.aviso.app.screen.Notices;
import se.aviso.app.screen.Screen;
import se.aviso.app.screen.SentFile;
import se.aviso.app.screen.Texts;
import se.aviso.app.web.ProblemTexts;
import se.aviso.group.Group;
import se.aviso.kernel.RuleViolation;
import se.aviso.member.MembershipStatus;

/** Writes invoices to many: the same lines to a selection, or what a list says; drafts, until somebody issues them. */
@Named
@ViewScoped
@Screen(path = "/batch/new.xhtml", needs = Permission.INVOICE_WRITE)
public class BatchNewView implements Serializable {
    private static final int MOST_GROUPS = 200;
    private static final long MOST_BYTES = 20L << 20;
    private static final String SHOWN = "/batch/detail.xhtml?faces-redirect=true&id=";

    @Inject
    transient WriteBatch batches;

    @Inject
    transient FindGroups groups;

    @Inject
    transient FindMembershipTypes types;

    @Inject
    transient FindBillable billable;

    @Inject
    DraftFaults draftFaults;

    @Inject
    Address address;

    @Inject
    Desk desk;

    @Inject
    Notices notices;

    @Inject
    SentFile sentFile;

    @Inject
    Texts texts;

    private final SketchPage page = new SketchPage();
    private transient @Nullable Part file;
    private @Nullable UUID group;
    private @Nullable UUID written;
    private String groupName = "";
    private List<String> problems = List.of();
    private ListFaults faults = ListFaults.NONE;

    @PostConstruct
    void load() {
        var named = address.id("group");
        var found = named.flatMap(id -> getGroups().stream()
                .filter(each -> each.id().value().equals(id))
                .findFirst());
        if (named.isPresent() && found.isEmpty()) {
            Absent.answer();
        }
        found.ifPresent(each -> {
            group = each.id().value();
            groupName = each.name();
            page.getFields().put("groupId", group.toString());
            page.getFields()
                    .put("status", MembershipStatus.ACTIVE.name()); // who has left is billed only when asked for
        });
    }

    /** Writes a draft to each member that is chosen, once however often it is sent, and shows them. */
    public @Nullable String select() {
        problems = List.of();
        var from = group;
        if (written == null && from != null) {
            attempt(() -> written = batches.select(
                            new WriteBatch.Selection(
                                    from,
                                    said("typeId").map(UUID::fromString),
                                    said("status").map(MembershipStatus::valueOf)),
                            page.dueOn(),
                            page.lines())
                    .id());
        }
        return written == null ? null : SHOWN + written;
    }

    /** Writes the drafts of a list, and shows them; stays, with its faults, where it has any. */
    public @Nullable String read() {
        problems = List.of();
        faults = ListFaults.NONE;
        var list = file;
        var nothing = sentFile.nothing(list, "batch.noFile");
        if (list == null || nothing.isPresent()) {
            notices.failed(nothing.orElse(""), texts.get("batch.notWritten"), "");
        } else if (list.getSize() > MOST_BYTES) {
            notices.failed(texts.get("batch.tooLarge"), texts.get("batch.notWritten"), "");
        } else if (written == null) {
            attempt(() -> read(list));
        }
        return written == null ? null : SHOWN + written;
    }

    private void read(Part list) {
        try (var reader = ListFaults.reader(list)) {
            written = batches.read(Objects.requireNonNull(group), page.dueOn(), reader)
                    .id();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        } catch (RuleViolation violation) {
            faults = ListFaults.of(violation, ProblemTexts.in(desk.getLocale()));
        }
    }

    /** A line of a form is no field that a fault could stand at: all that is wrong stands together. */
    private void attempt(Runnable work) {
        try {
            work.run();
        } catch (RuleViolation violation) {
            problems = violation.faults().stream().map(draftFaults::said).toList();
        }
    }

    private Optional<String> said(String field) {
        return Optional.ofNullable(page.getFields().get(field)).filter(text -> !text.isEmpty());
    }

    /** The groups that the user bills for, by name. */
    public List<Group> getGroups() {
        return groups.within(Optional.empty(), Permission.INVOICE_WRITE, MOST_GROUPS);
    }

    /** The group that bills; null while none is chosen. */
    public @Nullable UUID getGroup() {
        return group;
    }

    /** Its name. */
    public String getGroupName() {
        return groupName;
    }

    /** The membership types that can be chosen. */
    public List<FindMemberships.Type> getTypes() {
        return types.named();
    }

    /** The states of memberships that can be chosen. */
    public List<MembershipStatus> getStatuses() {
        return Arrays.asList(MembershipStatus.values());
    }

    /** What the page offers to choose from. */
    public FindBillable getOffered() {
        return billable;
    }

    /** What is written, line by line. */
    public SketchPage getPage() {
        return page;
    }

    /** What is wrong with the selection or the list as a whole. */
    public List<String> getProblems() {
        return problems;
    }

    /** What is wrong with the rows of the list. */
    public ListFaults getFaults() {
        return faults;
    }

    public @Nullable Part getFile() {
        return file;
    }

    public void setFile(@Nullable Part chosen) {
        file = chosen;
    }

    /** The first line of a list as the user would write it. */
    public String getHeader() {
        return String.join(";", WriteBatch.header(desk.getLanguage()));
    }
}
