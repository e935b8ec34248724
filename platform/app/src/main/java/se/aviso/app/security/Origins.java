package se.aviso.app.security;

import java.net.URI;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Whether a form was sent by a page of ours, as browsers say it: by {@code Sec-Fetch-Site}, and those that do not know
 * it by {@code Origin}. The cookie's SameSite and the view state of Faces forbid the same; neither is asked alone.
 */
final class Origins {
    private static final Set<String> OURS = Set.of("same-origin", "none");

    private Origins() {}

    /**
     * True when the browser says that a page of somebody else sends it.
     *
     * @param host the {@code Host} that was asked, which a proxy may have changed
     * @param base the address by which the world knows us
     */
    static boolean isForeign(@Nullable String site, @Nullable String origin, @Nullable String host, URI base) {
        if (site != null) {
            return !OURS.contains(site);
        }
        if (origin == null || origin.equals("null")) {
            return false; // a page that tells nobody where it is, and older browsers
        }
        var authority = origin.replaceFirst("^[a-z]+://", "");
        return !authority.equals(host) && !origin.equals(base.getScheme() + "://" + base.getRawAuthority());
    }
}
