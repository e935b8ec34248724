package se.aviso.app.pricing;

import jakarta.annotation.PostConstruct;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.omnifaces.cdi.ViewScoped;
import se.aviso.access.Grant;
import se.aviso.access.Permission;
import se.aviso.app.member.ChangeMembershipType;
import se.aviso.app.member.TypeTermsForm;
import se.aviso.app.screen.Absent;
import se.aviso.app.screen.Address;
import se.aviso.app.screen.Desk;
import se.aviso.app.screen.Notices;
import se.aviso.app.screen.Screen;
import se.aviso.app.screen.Texts;
import se.aviso.app.security.Caller;
import se.aviso.kernel.RuleViolation;
import se.aviso.member.RenewalPolicy;

/** Changes a membership type or ends it from a day on, if nobody else has changed it meanwhile. */
@Named
@ViewScoped
@Screen(path = "/pricing/edit.xhtml", needs = Permission.TYPE_WRITE)
public class TypeEditView implements Serializable {
    @Inject
    transient ChangeMembershipType change;

    @Inject
    transient Caller caller;

    @Inject
    Address address;

    @Inject
    Desk desk;

    @Inject
    Notices notices;

    @Inject
    Texts texts;

    private final WrittenFields written = new WrittenFields();
    private @Nullable UUID id;
    private long version;
    private String name = "";
    private boolean changed;

    @PostConstruct
    void load() {
        address.id("id")
                .filter(any -> caller.may(Permission.TYPE_WRITE, Grant.WHOLE_TREE))
                .flatMap(change::find)
                .ifPresentOrElse(this::begin, Absent::answer);
    }

    private void begin(ChangeMembershipType.Versioned found) {
        id = found.type().id().value();
        version = found.version();
        name = found.type().names().in(desk.getLanguage());
        TypeTermsForm.written(found.type()).forEach((pointer, text) -> written.put(field(pointer), text));
    }

    /** Changes, and shows the type; stays where something is wrong. */
    public @Nullable String save() {
        var type = id;
        if (type != null && !changed) {
            notices.attempt(() -> change(type), texts.get("pricing.typeNotChanged"));
        }
        return changed ? "/pricing/detail.xhtml?faces-redirect=true&id=" + type : null;
    }

    private void change(UUID type) {
        var changes = new LinkedHashMap<String, Optional<String>>();
        TypeTermsForm.FIELDS.forEach(pointer ->
                changes.put(pointer, Optional.of(written.text(field(pointer))).filter(text -> !text.isEmpty())));
        change.change(type, this::requireSame, changes);
        changed = true;
        notices.done(texts.with("pricing.typeChanged", written.text("names-sv")), texts.get("pricing.typeChangedNow"));
    }

    private void requireSame(long current) {
        if (current != version) {
            throw RuleViolation.of("changed-meanwhile", Map.of());
        }
    }

    private static String field(String pointer) {
        return pointer.substring(1).replace('/', '-');
    }

    /** The type; null for one that does not exist. */
    public @Nullable UUID getId() {
        return id;
    }

    /** What the type is called. */
    public String getName() {
        return name;
    }

    /** What is written, by name of the field. */
    public Map<String, @Nullable String> getFields() {
        return written.fields();
    }

    /** What a renewal can be. */
    public List<RenewalPolicy.Kind> getRenewals() {
        return List.of(RenewalPolicy.Kind.values());
    }
}
