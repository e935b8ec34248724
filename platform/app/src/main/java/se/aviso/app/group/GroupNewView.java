package se.aviso.app.group;

import jakarta.annotation.PostConstruct;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.omnifaces.cdi.ViewScoped;
import se.aviso.access.Permission;
import se.aviso.app.screen.Absent;
import se.aviso.app.screen.Address;
import se.aviso.app.screen.Notices;
import se.aviso.app.screen.Screen;
import se.aviso.app.screen.Texts;
import se.aviso.group.BillingField;
import se.aviso.group.Group;
import se.aviso.group.GroupKind;
import se.aviso.kernel.GroupId;

/** Adds a group below another. */
@Named
@ViewScoped
@Screen(path = "/group/new.xhtml", needs = Permission.GROUP_WRITE)
public class GroupNewView implements Serializable {
    @Inject
    transient FindGroups find;

    @Inject
    transient ChangeGroups change;

    @Inject
    Address address;

    @Inject
    Notices notices;

    @Inject
    Texts texts;

    private @Nullable UUID parent;
    private String parentName = "";
    private List<GroupKind> kinds = List.of();
    private @Nullable GroupKind kind;
    private String name = "";
    private String slug = "";
    private String organisationNumber = "";
    private boolean withForm = true;

    @PostConstruct
    void load() {
        var above = address.id("under").map(GroupId::new).flatMap(find::find);
        kinds = above.map(GroupNewView::kindsBelow).orElse(List.of());
        if (kinds.isEmpty()) {
            Absent.answer();
            return;
        }
        parent = above.get().id().value();
        parentName = above.get().name();
        kind = kinds.get(kinds.size() - 1);
    }

    private static List<GroupKind> kindsBelow(Group above) {
        return Arrays.stream(GroupKind.values())
                .filter(each -> each.mayStandUnder(Optional.of(above.kind())))
                .toList();
    }

    /** Adds the group and shows it. */
    public @Nullable String add() {
        var added = new AtomicReference<@Nullable GroupId>();
        var done = notices.attempt(() -> added.set(change.create(wish()).id()), texts.get("group.new.not"));
        return done ? shown(Objects.requireNonNull(added.get())) : null;
    }

    private String shown(GroupId id) {
        notices.done(texts.with("group.new.done", name));
        return "/group/detail.xhtml?faces-redirect=true&id=" + id;
    }

    private CreateGroup.Wish wish() {
        var own = new EnumMap<BillingField, String>(BillingField.class);
        if (!organisationNumber.isBlank()) {
            own.put(BillingField.ORGANISATION_NUMBER, organisationNumber);
        }
        return new CreateGroup.Wish(
                Objects.requireNonNull(kind),
                name.strip(),
                Optional.of(slug.strip()).filter(text -> !text.isEmpty()),
                Optional.ofNullable(parent).map(GroupId::new),
                withForm,
                own);
    }

    public @Nullable UUID getParent() {
        return parent;
    }

    public String getParentName() {
        return parentName;
    }

    public List<GroupKind> getKinds() {
        return kinds;
    }

    public @Nullable GroupKind getKind() {
        return kind;
    }

    public void setKind(@Nullable GroupKind kind) {
        this.kind = kind;
    }

    public String getName() {
        return name;
    }

    public void setName(String name) {
        this.name = name;
    }

    public String getSlug() {
        return slug;
    }

    public void setSlug(String slug) {
        this.slug = slug;
    }

    public String getOrganisationNumber() {
        return organisationNumber;
    }

    public void setOrganisationNumber(String organisationNumber) {
        this.organisationNumber = organisationNumber;
    }

    public boolean isWithForm() {
        return withForm;
    }

    public void setWithForm(boolean withForm) {
        this.withForm = withForm;
    }
}
