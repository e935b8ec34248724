package se.aviso.app.group;

import jakarta.annotation.PostConstruct;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.Part;
import java.io.IOException;
import java.io.InputStream;
import java.io.Serializable;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.omnifaces.cdi.ViewScoped;
import se.aviso.access.Permission;
import se.aviso.app.screen.Absent;
import se.aviso.app.screen.ActNeeds;
import se.aviso.app.screen.Address;
import se.aviso.app.screen.Notices;
import se.aviso.app.screen.Screen;
import se.aviso.app.screen.SentFile;
import se.aviso.app.screen.Texts;
import se.aviso.app.server.ModeConfig;
import se.aviso.group.BillingField;
import se.aviso.kernel.GroupId;
import se.aviso.kernel.RuleViolation;

/** One group: who is paid, whose each value is; a value is set or taken away where it stands. */
@Named
@ViewScoped
@Screen(path = "/group/detail.xhtml", needs = Permission.GROUP_READ)
public class GroupDetailView implements Serializable {
    @Inject
    transient ShowGroup show;

    @Inject
    transient ChangeGroups change;

    @Inject
    transient ModeConfig mode;

    @Inject
    Address address;

    @Inject
    Notices notices;

    @Inject
    SentFile sentFile;

    @Inject
    Texts texts;

    private @Nullable UUID id;
    private @Nullable BillingField edited;
    private @Nullable BillingField leaving;
    private @Nullable BillingField closed;
    private String value = "";
    private long version;
    private transient @Nullable Part upload;
    private transient ShowGroup.@Nullable Seen seen;
    private transient @Nullable List<PayeeRow> rows;

    @PostConstruct
    void load() {
        id = address.id("id").orElse(null);
        if (!isKnown()) {
            Absent.answer();
            return;
        }
        version = seen().version();
    }

    /** True when there is such a group and the user may see it. */
    public boolean isKnown() {
        if (seen == null && id != null) {
            seen = show.show(new GroupId(id)).orElse(null);
        }
        return seen != null;
    }

    /** The group as it is now. */
    public ShowGroup.Seen seen() {
        return isKnown() ? Objects.requireNonNull(seen) : gone();
    }

    private static ShowGroup.Seen gone() {
        throw new IllegalStateException("the group is gone");
    }

    /** The lines of the billing identity. */
    public List<PayeeRow> getRows() {
        var known = rows;
        if (known == null) {
            known = PayeeRow.of(seen());
            rows = known;
        }
        return known;
    }

    /** The line of a field. */
    public PayeeRow row(BillingField field) {
        return getRows().stream()
                .filter(row -> row.field() == field)
                .findFirst()
                .orElseThrow();
    }

    /** How many lines are in a state. */
    public long count(PayeeRow.State state) {
        return getRows().stream().filter(row -> row.state() == state).count();
    }

    /** The fields that are written as a line of text. */
    public List<BillingField> getFields() {
        return Arrays.stream(BillingField.values())
                .filter(field -> field != BillingField.LOGO)
                .toList();
    }

    /** The id of a field's input, as faults name it. */
    public String name(BillingField field) {
        return GroupBodies.jsonName(field);
    }

    /** True when the line is to be seen: all, or only those that are the group's own. */
    public boolean isShown(BillingField field) {
        return !address.has("own", 1) || row(field).state() == PayeeRow.State.OWN;
    }

    /** Opens a field where it stands. */
    @ActNeeds(Permission.GROUP_WRITE)
    public void edit(BillingField field) {
        close();
        edited = field;
        value = row(field).state() == PayeeRow.State.OWN ? row(field).value() : "";
    }

    /** Asks before the own value is taken away. */
    @ActNeeds(Permission.GROUP_WRITE)
    public void leave(BillingField field) {
        close();
        leaving = field;
    }

    /** Closes what is open, and changes nothing. */
    @ActNeeds(Permission.GROUP_WRITE)
    public void close() {
        closed = edited == null ? leaving : edited;
        edited = null;
        leaving = null;
        value = "";
    }

    /** Keeps what was typed as the group's own. */
    @ActNeeds(Permission.GROUP_WRITE)
    public void save() {
        var field = Objects.requireNonNull(edited);
        set(field, Optional.of(value), texts.with("group.saved", texts.of(field)));
    }

    /** Takes the own value away, so that the one from above holds. */
    @ActNeeds(Permission.GROUP_WRITE)
    public void clear() {
        var field = Objects.requireNonNull(leaving);
        set(field, Optional.empty(), texts.with("group.cleared", texts.of(field)));
    }

    private void set(BillingField field, Optional<String> wanted, String done) {
        var fields = new EnumMap<BillingField, Optional<String>>(BillingField.class);
        fields.put(field, wanted);
        var wish = new CreateGroup.Change(Optional.empty(), fields);
        if (notices.attempt(() -> change.change(groupId(), this::requireSeen, wish), texts.get("group.not"))) {
            notices.done(done);
            close();
            refresh();
        }
    }

    /** Takes a picture as the group's logo; it is painted anew, or refused. */
    @ActNeeds(Permission.GROUP_WRITE)
    public @Nullable String takeLogo() {
        var part = upload;
        var nothing = sentFile.nothing(part, "group.logo.none");
        if (part == null || nothing.isPresent()) {
            notices.failed(nothing.orElse(""), texts.get("group.logo.not"), "");
        } else if (notices.attempt(() -> change.setLogo(groupId(), painted(part)), texts.get("group.logo.not"))) {
            notices.done(texts.get("group.logo.saved"));
            return "/group/detail.xhtml?faces-redirect=true&id=" + id;
        }
        return null;
    }

    /** Somebody has left the input: a check digit that does not fit is said at once. */
    @ActNeeds(Permission.GROUP_WRITE)
    public void check(BillingField field) {
        if (!value.isBlank()) {
            notices.attempt(() -> CreateGroup.require(field, value), texts.get("group.not"));
        }
    }

    /** Where the group's public form is. */
    public String formAddress() {
        return mode.baseUrl() + "/join/" + seen().form().orElseThrow();
    }

    private static Logo painted(Part part) {
        try (InputStream content = part.getInputStream()) {
            return Logo.of(content);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private void requireSeen(long now) {
        if (now != version) {
            throw RuleViolation.of("changed-meanwhile", Map.of());
        }
    }

    private void refresh() {
        seen = null;
        rows = null;
        version = seen().version();
    }

    private GroupId groupId() {
        return new GroupId(Objects.requireNonNull(id));
    }

    /** True when this field is open. */
    public boolean isEdited(BillingField field) {
        return edited == field;
    }

    /** True when it is being asked whether this field's own value is to go. */
    public boolean isLeaving(BillingField field) {
        return leaving == field;
    }

    /** True when this field was open last: there the keyboard goes on. */
    public boolean isClosed(BillingField field) {
        return closed == field && edited == null && leaving == null;
    }

    public String getValue() {
        return value;
    }

    public void setValue(String value) {
        this.value = value;
    }

    public @Nullable Part getUpload() {
        return upload;
    }

    public void setUpload(@Nullable Part upload) {
        this.upload = upload;
    }
}
