package se.aviso.app.pricing;

import jakarta.annotation.PostConstruct;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.omnifaces.cdi.ViewScoped;
import se.aviso.access.Permission;
import se.aviso.app.group.FindGroups;
import se.aviso.app.member.ChangePrice;
import se.aviso.app.screen.Absent;
import se.aviso.app.screen.Address;
import se.aviso.app.screen.Desk;
import se.aviso.app.screen.Notices;
import se.aviso.app.screen.Screen;
import se.aviso.app.screen.Show;
import se.aviso.app.screen.Texts;
import se.aviso.app.tenant.ShowTenant;
import se.aviso.group.Group;
import se.aviso.kernel.RuleViolation;
import se.aviso.kernel.RuleViolation.Fault;
import se.aviso.pricing.Charging;
import se.aviso.pricing.PriceOccasion;
import se.aviso.pricing.PricePart;

/** Ends a price from a day on, and corrects or takes away one that no invoice was asked by. */
@Named
@ViewScoped
@Screen(path = "/pricing/change.xhtml", needs = Permission.TYPE_WRITE)
public class PriceChangeView implements Serializable {
    private static final int MOST_GROUPS = 200;

    @Inject
    transient ChangePrice change;

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
    private @Nullable UUID typeId;
    private long version;
    private String name = "";
    private String price = "";
    private boolean used;
    private boolean ended;
    private boolean shares;
    private boolean done;

    @PostConstruct
    void load() {
        var wanted = address.id("price");
        wanted.flatMap(change::find).ifPresentOrElse(found -> begin(wanted.orElseThrow(), found), Absent::answer);
    }

    private void begin(UUID priceId, ChangePrice.Found found) {
        var kept = found.price();
        id = priceId;
        typeId = found.type().id().value();
        version = found.version();
        name = found.type().names().in(desk.getLanguage());
        price = texts.with("pricing.priceIs", show.amount(kept.amount()), show.day(kept.validFrom()));
        used = found.used();
        ended = kept.hasEnded(tenant.today());
        shares = found.type().billing().charging().shares() != Charging.Shares.NONE;
        written.put("from", kept.validFrom().toString());
        written.put("amount", kept.amount().toDecimal());
        written.put("minAge", Integer.toString(kept.minAge()));
        written.put("maxAge", Integer.toString(kept.maxAge()));
        written.put("part", kept.use().part().name());
        written.put("occasion", kept.use().occasion().name());
        written.put(
                "groupId",
                found.groupId().map(group -> group.value().toString()).orElse(""));
        written.put("end-from", kept.endsFrom().map(Object::toString).orElse(""));
    }

    /** Puts what is written in its place. */
    public @Nullable String save() {
        return act(
                () -> change.replace(type(), price(), this::requireSame, written.price("", "groupId")),
                "pricing.priceCorrected",
                "pricing.priceNotChanged");
    }

    /** Takes it away. */
    public @Nullable String remove() {
        return act(() -> change.remove(type(), price()), "pricing.priceRemoved", "pricing.priceNotRemoved");
    }

    /** Ends it. */
    public @Nullable String end() {
        return act(this::endFrom, "pricing.priceEnded", "pricing.priceNotEnded");
    }

    private void endFrom() {
        var faults = new ArrayList<Fault>();
        var from = written.day("end-from", faults);
        WrittenFields.refuse(faults);
        try {
            change.end(type(), price(), from);
        } catch (RuleViolation refused) {
            throw new RuleViolation(
                    refused.faults().stream().map(PriceChangeView::ofEnd).toList());
        }
    }

    /** The page has two days; the API, asked to end a price, has one. */
    private static Fault ofEnd(Fault fault) {
        return fault.pointer().equals("/from") ? new Fault(fault.code(), "/end/from", fault.facts()) : fault;
    }

    private @Nullable String act(Runnable work, String told, String otherwise) {
        if (!done && notices.attempt(work, texts.get(otherwise))) {
            done = true;
            notices.done(texts.get(told), texts.get("pricing.priceAddedNow"));
        }
        return done ? "/pricing/detail.xhtml?faces-redirect=true&id=" + typeId : null;
    }

    private void requireSame(long current) {
        if (current != version) {
            throw RuleViolation.of("changed-meanwhile", Map.of());
        }
    }

    private UUID type() {
        if (typeId == null) {
            throw new IllegalStateException("a page without a price has no form");
        }
        return typeId;
    }

    private UUID price() {
        if (id == null) {
            throw new IllegalStateException("a page without a price has no form");
        }
        return id;
    }

    /** The price; null for one that does not exist. */
    public @Nullable UUID getId() {
        return id;
    }

    /** The type that it is a price of. */
    public @Nullable UUID getTypeId() {
        return typeId;
    }

    /** What the type is called. */
    public String getName() {
        return name;
    }

    /** What it is, and from when. */
    public String getPrice() {
        return price;
    }

    /** True when an invoice was asked by it. */
    public boolean isUsed() {
        return used;
    }

    /** True when it holds no longer. */
    public boolean isEnded() {
        return ended;
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
