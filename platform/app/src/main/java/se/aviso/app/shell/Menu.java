package se.aviso.app.shell;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.jspecify.annotations.Nullable;
import se.aviso.access.Permission;
import se.aviso.app.home.CountWaiting;
import se.aviso.app.home.CountWaiting.Waiting;
import se.aviso.app.screen.Desk;
import se.aviso.app.screen.Screens;
import se.aviso.app.security.Caller;
import se.aviso.app.tenancy.Tenancy;

/** The side menu: what exists and the user may open. */
@Named
@RequestScoped
public class Menu {
    /**
     * A line of the menu.
     *
     * @param word key of its text in the bundle of the shell
     * @param area the beginning of the addresses that belong to it
     */
    public record Entry(String word, String icon, String path, String area) {}

    private static final List<Entry> ALL = List.of(
            new Entry("home", "home", "/home/home.xhtml", "/home/"),
            new Entry("mine", "home", "/my/home.xhtml", "/my/"),
            new Entry("invoices", "invoice", "/invoice/list.xhtml", "/invoice/"),
            new Entry("payments", "inflow", "/payment/list.xhtml", "/payment/"),
            new Entry("members", "people", "/member/list.xhtml", "/member/"),
            new Entry("groups", "tree", "/group/list.xhtml", "/group/"),
            new Entry("runs", "clock", "/run/list.xhtml", "/run/"),
            new Entry("simulations", "path", "/simulation/list.xhtml", "/simulation/"),
            new Entry("bankFiles", "bank", "/bankfile/list.xhtml", "/bankfile/"),
            new Entry("dispatches", "send", "/dispatch/list.xhtml", "/dispatch/"),
            new Entry("ledger", "split", "/accounting/list.xhtml", "/accounting/"),
            new Entry("refunds", "undo", "/refund/list.xhtml", "/refund/"),
            new Entry("shares", "split", "/share/list.xhtml", "/share/"),
            new Entry("types", "star", "/pricing/list.xhtml", "/pricing/"),
            new Entry("products", "invoice", "/product/list.xhtml", "/product/"),
            new Entry("documents", "letter", "/document/list.xhtml", "/document/"),
            new Entry("access", "user", "/access/list.xhtml", "/access/"),
            new Entry("audit", "log", "/audit/list.xhtml", "/audit/"),
            new Entry("settings", "sliders", "/setting/list.xhtml", "/setting/"),
            new Entry("tenants", "tree", "/operator/tenants.xhtml", "/operator/"),
            new Entry("pickup", "download", "/pickup/list.xhtml", "/pickup/"),
            new Entry("plugins", "link", "/plugin/list.xhtml", "/plugin/"));
    private static final int TABS = 4;
    private static final String NONE = "";

    @Inject
    Screens screens;

    @Inject
    Caller caller;

    @Inject
    CountWaiting count;

    @Inject
    Desk desk;

    @Inject
    HttpServletRequest request;

    private @Nullable Waiting waiting;

    /** All that the user may open. */
    public List<Entry> getEntries() {
        return ALL.stream().filter(this::isOpen).toList();
    }

    /** The first few, for the bar of a phone; the rest stands under "more". */
    public List<Entry> getTabs() {
        return getEntries().stream().limit(TABS).toList();
    }

    /** The mark of the entry in whose area the user is; the attribute is left out of the others. */
    public @Nullable String current(Entry entry) {
        return request.getRequestURI().startsWith(entry.area()) ? "page" : null;
    }

    /** How many things behind the entry wait for a person; empty where none does. */
    public String waiting(Entry entry) {
        var many = switch (entry.word()) {
            case "payments" -> waiting().suspense();
            case "dispatches" -> waiting().undelivered();
            case "bankFiles" -> waiting().stopped();
            default -> 0;
        };
        if (many == 0) {
            return NONE;
        }
        return many < CountWaiting.MOST ? Long.toString(many) : CountWaiting.MOST - 1 + "+";
    }

    /** Asked once a page, and not at all for members and for those who are nobody here. */
    private Waiting waiting() {
        var known = waiting;
        if (known == null) {
            known = Tenancy.current().isPresent() && caller.may(Permission.PAYMENT_READ)
                    ? count.count(desk.group().map(Desk.Chosen::path))
                    : Waiting.NOTHING;
            waiting = known;
        }
        return known;
    }

    private boolean isOpen(Entry entry) {
        return screens.permission(entry.path()).filter(caller::may).isPresent();
    }
}
