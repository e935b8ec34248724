package se.aviso.app.product;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import se.aviso.access.Permission;
import se.aviso.app.screen.Address;
import se.aviso.app.screen.Desk;
import se.aviso.app.screen.Screen;
import se.aviso.app.security.Caller;
import se.aviso.app.tenant.ShowTenant;
import se.aviso.app.web.Page;

/** The products: of the group that the user works with what it sells today, own and inherited, else all. */
@Named
@RequestScoped
@Screen(path = "/product/list.xhtml", needs = Permission.PRODUCT_READ)
public class ProductListView {
    private static final int ROWS = 50;

    @Inject
    FindProducts find;

    @Inject
    ShowTenant tenant;

    @Inject
    Caller caller;

    @Inject
    Address address;

    @Inject
    Desk desk;

    private Page<ProductStore.Kept> page = new Page<>(List.of(), Optional.empty());
    private LocalDate today = LocalDate.MIN;

    /** What a product is on a day. */
    public enum Standing {
        TO_COME,
        SOLD,
        OVER
    }

    @PostConstruct
    void load() {
        today = tenant.today();
        var part = address.part(ROWS);
        var text = address.text("q");
        var rows = group().map(group -> find.soldBy(group, text, part)).orElseGet(() -> find.page(text, part));
        page = Page.of(rows, part, FindProducts::cursor);
    }

    /** The rows of this part of the list. */
    public List<ProductStore.Kept> getRows() {
        return page.items();
    }

    /** Where the next part begins; empty at the end. */
    public String getNext() {
        return page.nextCursor().orElse("");
    }

    /** The group whose own and inherited products are shown; empty where all are. */
    public String getGroupName() {
        return desk.group().map(Desk.Chosen::name).orElse("");
    }

    /** True when the group has the product from a group above it. */
    public boolean inherited(ProductStore.Kept kept) {
        return group().filter(group -> !group.equals(kept.owner().group().value()))
                .isPresent();
    }

    /** True when the user may change the product. */
    public boolean writable(ProductStore.Kept kept) {
        return caller.may(Permission.PRODUCT_WRITE, kept.product().groupPath());
    }

    /** True when the user may add products somewhere. */
    public boolean isWriting() {
        return caller.may(Permission.PRODUCT_WRITE);
    }

    /** What it is today. */
    public Standing standing(ProductStore.Kept kept) {
        var span = kept.product().span();
        if (span.holdsOn(today)) {
            return Standing.SOLD;
        }
        return span.from().isAfter(today) ? Standing.TO_COME : Standing.OVER;
    }

    private Optional<UUID> group() {
        return desk.group().map(Desk.Chosen::id);
    }
}
