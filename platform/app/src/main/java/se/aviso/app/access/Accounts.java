package se.aviso.app.access;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.UUID;
import se.aviso.app.identity.Provisioning;
import se.aviso.app.security.Recognition;
import se.aviso.app.security.SessionEnds;

/** What grants mean for those who have them: the first invites, the last that is taken ends all sessions. */
@ApplicationScoped
public class Accounts {
    @Inject
    Provisioning provisioning;

    @Inject
    Recognition recognition;

    @Inject
    SessionEnds ends;

    @Inject
    UserStore users;

    void given(GivenGrant.User user) {
        if (!user.known()) {
            provisioning.invite(user.id());
        }
    }

    void taken(UUID user) {
        if (recognition.grants(user).isEmpty()) {
            users.subject(user).ifPresent(ends::endAll);
            provisioning.endSessions(user);
        }
    }
}
