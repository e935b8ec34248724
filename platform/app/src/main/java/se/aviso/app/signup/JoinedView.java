package se.aviso.app.signup;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.omnifaces.util.Faces;
import se.aviso.app.invoice.InvoiceWhole;
import se.aviso.app.invoice.OpenInvoice;
import se.aviso.app.invoice.PaySlip;
import se.aviso.app.screen.Absent;
import se.aviso.app.screen.Address;
import se.aviso.app.screen.PublicScreen;
import se.aviso.app.screen.Secrecy;
import se.aviso.app.tenancy.Tenancy;
import se.aviso.link.LinkKey;

/** The thanks to who has just joined, with the invoice: what to pay and how. Its address opens it to whoever has it. */
@Named
@RequestScoped
@PublicScreen(path = "/public/joined.xhtml")
public class JoinedView {
    @Inject
    FormDirectory forms;

    @Inject
    ShowForm show;

    @Inject
    OpenInvoice open;

    @Inject
    Address address;

    private ShowForm.@Nullable Face face;
    private @Nullable InvoiceWhole whole;

    @PostConstruct
    void load() {
        Secrecy.keep((HttpServletResponse) Faces.getExternalContext().getResponse());
        var key = address.text("key").flatMap(LinkKey::parse);
        var form = address.text("group").flatMap(forms::find);
        if (key.isPresent()
                && form.isPresent()
                && form.get().tenant().equals(key.get().tenant())) {
            Tenancy.within(form.get().tenant(), () -> load(form.get(), key.get()));
        }
        if (whole == null) {
            Absent.answer();
        }
    }

    private void load(FormDirectory.Form form, LinkKey key) {
        whole = open.open(key.secret())
                .filter(opened -> opened.row().groupId().equals(form.group().value()))
                .orElse(null);
        face = show.face(form.group());
    }

    /** True when the key opens an invoice. */
    public boolean isKnown() {
        return whole != null;
    }

    /** The group that was joined. */
    public ShowForm.Face face() {
        return Objects.requireNonNull(face);
    }

    /** The invoice. */
    public InvoiceWhole whole() {
        return Objects.requireNonNull(whole);
    }

    /** What there is to pay. */
    public PaySlip getSlip() {
        return PaySlip.of(whole());
    }

    /** True when somebody chose to pay at once. */
    public boolean isBySwish() {
        return address.text("way").filter(JoinWay.SWISH.name()::equals).isPresent();
    }

    /** The form for one more, such as the next of a family. */
    public String getAnother() {
        return "/public/join.xhtml?another=true&group=" + address.text("group").orElse("");
    }

    /** The link as it stands in the address. */
    public String getKey() {
        return address.text("key").orElse("");
    }
}
