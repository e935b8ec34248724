package se.aviso.app.privacy;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.jspecify.annotations.Nullable;
import se.aviso.access.Permission;
import se.aviso.app.screen.ActNeeds;
import se.aviso.app.screen.Notices;
import se.aviso.app.screen.Texts;
import se.aviso.app.security.Caller;

/** What has been kept long enough, and a button that lets it go before the night does. */
@Named
@RequestScoped
public class RetentionView {
    @Inject
    PurgeExpired expired;

    @Inject
    Caller caller;

    @Inject
    Notices notices;

    @Inject
    Texts texts;

    private @Nullable Purged over;

    /** True for those who may erase in the whole tenant. */
    public boolean isShown() {
        return caller.may(Permission.MEMBER_ERASE, "/");
    }

    /** How much would go now. */
    public Purged getOver() {
        var known = over;
        if (known == null) {
            known = expired.count();
            over = known;
        }
        return known;
    }

    /** Lets it go now. */
    @ActNeeds(Permission.MEMBER_ERASE)
    public void purge() {
        if (isShown() && notices.attempt(expired::purge, texts.get("privacy.retention.not"))) {
            over = null;
            notices.done(texts.get("privacy.retention.done"));
        }
    }
}
