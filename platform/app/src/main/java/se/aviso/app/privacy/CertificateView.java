package se.aviso.app.privacy;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.jspecify.annotations.Nullable;
import se.aviso.access.Permission;
import se.aviso.app.screen.Absent;
import se.aviso.app.screen.Address;
import se.aviso.app.screen.Screen;

/** The certificate of an erasure, to be read and printed. */
@Named
@RequestScoped
@Screen(path = "/privacy/certificate.xhtml", needs = Permission.MEMBER_ERASE)
public class CertificateView {
    @Inject
    EraseMember erase;

    @Inject
    Address address;

    private @Nullable Certificate certificate;

    @PostConstruct
    void load() {
        address.id("id").flatMap(erase::certificate).ifPresentOrElse(found -> certificate = found, Absent::answer);
    }

    /** The certificate; null where nobody was erased. */
    public @Nullable Certificate getCertificate() {
        return certificate;
    }
}
