package se.aviso.app.product;

import jakarta.annotation.PostConstruct;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.omnifaces.cdi.ViewScoped;
import se.aviso.access.Permission;
import se.aviso.app.screen.Absent;
import se.aviso.app.screen.Address;
import se.aviso.app.screen.Notices;
import se.aviso.app.screen.Screen;
import se.aviso.app.screen.Texts;
import se.aviso.kernel.RuleViolation;
import se.aviso.kernel.VatRate;

/** Changes a product, if nobody else has meanwhile. */
@Named
@ViewScoped
@Screen(path = "/product/edit.xhtml", needs = Permission.PRODUCT_WRITE)
public class ProductEditView implements Serializable {
    @Inject
    transient KeepProducts keep;

    @Inject
    Address address;

    @Inject
    Notices notices;

    @Inject
    Texts texts;

    private final WrittenProduct written = new WrittenProduct();
    private @Nullable UUID id;
    private long version;
    private String name = "";
    private String groupName = "";
    private boolean changed;

    @PostConstruct
    void load() {
        address.id("id").flatMap(keep::writable).ifPresentOrElse(this::begin, Absent::answer);
    }

    private void begin(ProductStore.Kept kept) {
        id = kept.product().id().value();
        version = kept.version();
        name = kept.product().number();
        groupName = kept.owner().name();
        written.show(ProductForm.written(kept.product()));
    }

    /** Changes, and shows the list; stays where something is wrong. */
    public @Nullable String save() {
        var product = id;
        if (product != null && !changed) {
            notices.attempt(() -> change(product), texts.get("product.notChanged"));
        }
        return changed ? "/product/list.xhtml?faces-redirect=true" : null;
    }

    private void change(UUID product) {
        keep.change(product, this::requireSame, written.changes());
        changed = true;
        notices.done(texts.with("product.changed", name), texts.get("product.changedNow"));
    }

    private void requireSame(long current) {
        if (current != version) {
            throw RuleViolation.of("changed-meanwhile", Map.of());
        }
    }

    /** The product; null for one that does not exist. */
    public @Nullable UUID getId() {
        return id;
    }

    /** What it is called by. */
    public String getName() {
        return name;
    }

    /** The group whose it is. */
    public String getGroupName() {
        return groupName;
    }

    /** What is written, by name of the field. */
    public Map<String, @Nullable String> getFields() {
        return written.fields();
    }

    /** The rates of VAT. */
    public List<VatRate> getVatRates() {
        return Arrays.asList(VatRate.values());
    }
}
