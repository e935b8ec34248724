package se.aviso.app.pricing;

import jakarta.annotation.PostConstruct;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.omnifaces.cdi.ViewScoped;
import se.aviso.access.Permission;
import se.aviso.app.group.FindGroups;
import se.aviso.app.member.AddPrice;
import se.aviso.app.member.FindMembershipTypes;
import se.aviso.app.member.MembershipType;
import se.aviso.app.screen.Absent;
import se.aviso.app.screen.Address;
import se.aviso.app.screen.Desk;
import se.aviso.app.screen.Notices;
import se.aviso.app.screen.Screen;
import se.aviso.app.screen.Show;
import se.aviso.app.screen.Texts;
import se.aviso.app.tenant.ShowTenant;
import se.aviso.group.Group;
import se.aviso.pricing.Charging;
import se.aviso.pricing.Price;
import se.aviso.pricing.PriceOccasion;
import se.aviso.pricing.PricePart;

/** Adds a price to a membership type from a day on. */
@Named
@ViewScoped
@Screen(path = "/pricing/price.xhtml", needs = Permission.TYPE_WRITE)
public class PriceAddView implements Serializable {
    private static final int MOST_GROUPS = 200;

    @Inject
    transient FindMembershipTypes find;

    @Inject
    transient AddPrice add;

    @Inject
    transient FindGroups groups;

    @Inject
    transient ShowTenant tenant;

    @Inject
    Address address;

    @Inject
    Desk desk;

    @Inject
    Notices notices;

    @Inject
    Texts texts;

    @Inject
    Show show;

    private final WrittenFields written = new WrittenFields();
    private @Nullable UUID id;
    private String name = "";
    private boolean shares;
    private boolean added;

    @PostConstruct
    void load() {
        address.id("type").flatMap(find::find).ifPresentOrElse(this::begin, Absent::answer);
    }

    private void begin(MembershipType type) {
        id = type.id().value();
        name = type.names().in(desk.getLanguage());
        shares = type.billing().charging().shares() != Charging.Shares.NONE;
        written.put("from", tenant.today().toString());
        written.put("minAge", "0");
        written.put("maxAge", "150");
    }

    /** Adds, once however often it is sent, and shows the type; stays where something is wrong. */
    public @Nullable String save() {
        var type = id;
        if (type != null && !added) {
            notices.attempt(() -> add(type), texts.get("pricing.notAdded"));
        }
        return added ? "/pricing/detail.xhtml?faces-redirect=true&id=" + type : null;
    }

    private void add(UUID type) {
        var price = add.add(type, written.price("", "groupId"));
        added = true;
        tell(price);
    }

    private void tell(Price price) {
        notices.done(
                texts.with("pricing.priceAdded", show.amount(price.amount()), show.day(price.validFrom())),
                texts.get("pricing.priceAddedNow"));
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

    /** What the price can be the price of, by the rules of the type. */
    public List<PricePart> getParts() {
        return Arrays.stream(PricePart.values())
                .filter(part -> shares || (part != PricePart.DISTRICT && part != PricePart.FEDERATION))
                .toList();
    }

    /** For which periods it can hold. */
    public List<PriceOccasion> getOccasions() {
        return List.of(PriceOccasion.values());
    }

    /** The groups that can have a price of their own, by name. */
    public List<Group> getGroups() {
        return groups.within(Optional.empty(), Permission.GROUP_READ, MOST_GROUPS);
    }
}
