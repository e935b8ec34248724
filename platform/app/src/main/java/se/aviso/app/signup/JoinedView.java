package se.aviso.app.signup;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.omnifaces.util.Faces;
import se.aviso.app.screen.Absent;
import se.aviso.app.screen.Address;
import se.aviso.app.screen.PublicScreen;
import se.aviso.app.screen.SwishFace;
import se.aviso.app.tenancy.Tenancy;
import se.aviso.kernel.Money;

/** The invoice of a sign-up: what to pay and how. Its address opens it to whoever has it, so no other site gets it. */
@Named
@RequestScoped
@PublicScreen(path = "/public/joined.xhtml")
public class JoinedView {
    @Inject
    FormDirectory forms;

    @Inject
    ShowForm show;

    @Inject
    ShowWelcome welcomes;

    @Inject
    Address address;

    private ShowForm.@Nullable Face face;
    private ShowWelcome.@Nullable Welcome welcome;

    @PostConstruct
    void load() {
        Faces.getExternalContext().setResponseHeader("Referrer-Policy", "no-referrer");
        var key = address.text("key").orElse("");
        address.text("group")
                .flatMap(forms::find)
                .ifPresent(form -> Tenancy.within(form.tenant(), () -> {
                    welcome = welcomes.welcome(form.group(), key).orElse(null);
                    face = show.face(form.group());
                }));
        if (welcome == null) {
            Absent.answer();
        }
    }

    /** True when the key opens an invoice. */
    public boolean isKnown() {
        return welcome != null;
    }

    /** The group that was joined. */
    public ShowForm.Face face() {
        return Objects.requireNonNull(face);
    }

    /** The invoice. */
    public ShowWelcome.Welcome welcome() {
        return Objects.requireNonNull(welcome);
    }

    /** The invoice as a Swish payment, where the seller has a number. */
    public @Nullable SwishFace getSwish() {
        return welcome().swish().map(SwishFace::of).orElse(null);
    }

    /** True when somebody chose to pay at once. */
    public boolean isBySwish() {
        return address.text("way").filter(JoinWay.SWISH.name()::equals).isPresent();
    }

    /** The form for one more, such as the next of a family. */
    public String getAnother() {
        return "/public/join.xhtml?another=true&group=" + address.text("group").orElse("");
    }

    /** The address of the document. */
    public String getDocument() {
        return "/public/invoice.pdf?group=" + address.text("group").orElse("") + "&key="
                + address.text("key").orElse("");
    }

    /** An amount as a bank's form takes it. */
    public String plain(Money amount) {
        return amount.toDecimal().replace('.', ',');
    }
}
