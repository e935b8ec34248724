package se.aviso.app.web;

import jakarta.ws.rs.core.EntityTag;
import org.jspecify.annotations.Nullable;

/** Versions of what can be changed, as clients hold them. */
public final class ETags {
    static final int CHANGED = 412;
    private static final int REQUIRED = 428;

    private ETags() {}

    /** The tag of a version. */
    public static EntityTag of(long version) {
        return new EntityTag(Long.toString(version));
    }

    /** Refuses a change of another version than the client holds (412), and one that does not say (428). */
    public static void require(@Nullable String ifMatch, long version) {
        if (ifMatch == null || ifMatch.isBlank()) {
            throw new HttpProblem(REQUIRED, "if-match-missing");
        }
        for (var tag : ifMatch.split(",", -1)) {
            if (tag.strip().equals('"' + Long.toString(version) + '"')
                    || tag.strip().equals("*")) {
                return;
            }
        }
        throw new HttpProblem(CHANGED, "changed-meanwhile");
    }
}
