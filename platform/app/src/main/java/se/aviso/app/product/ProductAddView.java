package se.aviso.app.product;

import jakarta.annotation.PostConstruct;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.omnifaces.cdi.ViewScoped;
import se.aviso.access.Permission;
import se.aviso.app.group.FindGroups;
import se.aviso.app.screen.Address;
import se.aviso.app.screen.Desk;
import se.aviso.app.screen.Notices;
import se.aviso.app.screen.Screen;
import se.aviso.app.screen.Texts;
import se.aviso.app.tenant.ShowTenant;
import se.aviso.group.Group;
import se.aviso.kernel.RuleViolation;
import se.aviso.kernel.VatRate;

/** Adds a product to a group; begins with what a group above sells under a number, where one is to be replaced. */
@Named
@ViewScoped
@Screen(path = "/product/add.xhtml", needs = Permission.PRODUCT_WRITE)
public class ProductAddView implements Serializable {
    private static final int MOST_GROUPS = 200;
    private static final String GROUP = "groupId";

    @Inject
    transient KeepProducts keep;

    @Inject
    transient FindProducts find;

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

    private final WrittenProduct written = new WrittenProduct();
    private boolean added;

    @PostConstruct
    void load() {
        var group = address.id("group").or(() -> desk.group().map(Desk.Chosen::id));
        written.put("from", tenant.today().toString());
        written.put("vat", VatRate.STANDARD.name());
        group.ifPresent(id -> written.put(GROUP, id.toString()));
        address.text("number")
                .flatMap(number -> group.flatMap(id -> find.sold(id, number)))
                .ifPresent(inherited -> written.show(ProductForm.written(inherited.product())));
    }

    /** Adds, once however often it is sent, and shows the list; stays where something is wrong. */
    public @Nullable String save() {
        if (!added) {
            notices.attempt(this::add, texts.get("product.notAdded"));
        }
        return added ? "/product/list.xhtml?faces-redirect=true" : null;
    }

    private void add() {
        var kept = keep.add(group(), written.written());
        added = true;
        notices.done(texts.with(
                "product.added", kept.product().number(), kept.owner().name()));
    }

    private UUID group() {
        return Optional.of(Objects.requireNonNullElse(written.fields().get(GROUP), ""))
                .filter(id -> !id.isEmpty())
                .map(UUID::fromString)
                .orElseThrow(() -> RuleViolation.at("/groupId", "unknown-group", Map.of()));
    }

    /** What is written, by name of the field. */
    public Map<String, @Nullable String> getFields() {
        return written.fields();
    }

    /** The groups that the user keeps products of, by name. */
    public List<Group> getGroups() {
        return groups.within(Optional.empty(), Permission.PRODUCT_WRITE, MOST_GROUPS);
    }

    /** The rates of VAT. */
    public List<VatRate> getVatRates() {
        return Arrays.asList(VatRate.values());
    }
}
