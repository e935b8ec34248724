package se.aviso.app.signup;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import se.aviso.app.screen.Absent;
import se.aviso.app.screen.Address;
import se.aviso.app.screen.PublicScreen;
import se.aviso.app.tenancy.Tenancy;

/** What becomes of the details that somebody gives who joins, and who answers for them (EU 2016/679, article 13). */
@Named
@RequestScoped
@PublicScreen(path = "/public/privacy.xhtml")
public class PrivacyView {
    @Inject
    FormDirectory forms;

    @Inject
    ShowForm show;

    @Inject
    Address address;

    private ShowForm.@Nullable Face face;

    @PostConstruct
    void load() {
        forms.find(getSlug())
                .ifPresentOrElse(
                        form -> face = Tenancy.within(form.tenant(), () -> show.face(form.group())), Absent::answer);
    }

    /** True when there is such a form. */
    public boolean isKnown() {
        return face != null;
    }

    /** The group that is joined. */
    public ShowForm.Face face() {
        return Objects.requireNonNull(face);
    }

    public String getSlug() {
        return address.text("group").orElse("");
    }

    /** Who answers for the details: the seller, or the group where nobody has named one. */
    public String getResponsible() {
        var seller = face().contact().name();
        return seller.isEmpty() ? face().group().name() : seller;
    }

    /** Where they can be reached. */
    public List<String> getContact() {
        var contact = face().contact();
        return Stream.of(contact.street(), contact.town(), contact.replyTo())
                .filter(line -> !line.isEmpty())
                .toList();
    }

    /** What is told, in this order. */
    public List<String> getParts() {
        return List.of("what", "why", "given", "long", "rights");
    }
}
