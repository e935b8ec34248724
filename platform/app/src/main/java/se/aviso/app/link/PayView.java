package se.aviso.app.link;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.omnifaces.util.Faces;
import se.aviso.app.invoice.InvoiceLook;
import se.aviso.app.invoice.InvoiceWhole;
import se.aviso.app.invoice.OpenInvoice;
import se.aviso.app.invoice.PaySlip;
import se.aviso.app.screen.Address;
import se.aviso.app.screen.Desk;
import se.aviso.app.screen.PublicScreen;
import se.aviso.app.screen.Secrecy;
import se.aviso.app.tenancy.Tenancy;
import se.aviso.invoice.InvoiceKind;
import se.aviso.link.LinkKey;

/**
 * One invoice for whoever has the link to it: what to pay, to whom and how, and the document. Nothing else of the
 * member is shown, and nothing can be changed.
 */
@Named
@RequestScoped
@PublicScreen(path = "/public/pay.xhtml")
public class PayView {
    @Inject
    OpenInvoice open;

    @Inject
    InvoiceLook look;

    @Inject
    ShowHouse houses;

    @Inject
    Address address;

    @Inject
    Desk desk;

    private Optional<LinkKey> key = Optional.empty();
    private ShowHouse.@Nullable House house;
    private @Nullable InvoiceWhole whole;

    @PostConstruct
    void load() {
        Secrecy.keep((HttpServletResponse) Faces.getExternalContext().getResponse());
        key = address.text("key").flatMap(LinkKey::parse);
        house = key.map(LinkKey::tenant).flatMap(houses::of).orElse(null);
        whole = key.flatMap(read -> Tenancy.within(read.tenant(), () -> open.open(read.secret())))
                .orElse(null);
    }

    /** Before anything is written: the language of the mail, and the answer to what is no link any more. */
    public void open() {
        var faces = FacesContext.getCurrentInstance();
        address.text("language").ifPresent(wanted -> {
            desk.speak(wanted);
            faces.getViewRoot().setLocale(desk.getLocale());
        });
        if (whole == null) {
            faces.getExternalContext().setResponseStatus(HttpServletResponse.SC_NOT_FOUND);
        }
    }

    /** True when the link opens an invoice. */
    public boolean isKnown() {
        return whole != null;
    }

    /** True of one that takes back, and is not to be paid. */
    public boolean isCreditNote() {
        return whole != null && whole.row().kind() == InvoiceKind.CREDIT_NOTE;
    }

    /** What there is to pay. */
    public PaySlip getSlip() {
        return PaySlip.of(Objects.requireNonNull(whole));
    }

    /** Where it stands today. */
    public InvoiceLook.Mark getState() {
        var known = Objects.requireNonNull(whole);
        return look.state(known.row(), known.today());
    }

    /** The tenant of the link; nothing where it names none. */
    public Optional<ShowHouse.House> house() {
        return Optional.ofNullable(house);
    }

    /** The link as it stands in the address. */
    public String getKey() {
        return key.map(LinkKey::text).orElse("");
    }

    /** This page in the other language. */
    public String getOther() {
        return "/public/pay.xhtml?key=" + getKey() + "&language="
                + (desk.getLanguage().equals("en") ? "sv" : "en");
    }
}
