package se.aviso.app.security;

import com.nimbusds.oauth2.sdk.id.State;
import com.nimbusds.oauth2.sdk.pkce.CodeVerifier;
import com.nimbusds.openid.connect.sdk.Nonce;
import jakarta.servlet.http.HttpSession;
import java.io.Serializable;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The log-ins that a browser has begun and not finished, by their state; of several tabs, the last few. */
final class PendingLogIns implements Serializable {
    private static final String ATTRIBUTE = PendingLogIns.class.getName();
    private static final int MOST = 5;

    private final Map<String, Pending> byState = new Latest();

    /**
     * What must come back, and where the browser wanted to go.
     *
     * @param verifier proves that who redeems the code is who asked for it
     */
    record Pending(String nonce, String verifier, String goal) implements Serializable {
        static Pending to(String goal) {
            return new Pending(new Nonce().getValue(), new CodeVerifier().getValue(), goal);
        }
    }

    static State begin(HttpSession session, Pending pending) {
        var state = new State();
        synchronized (session) {
            var all = session.getAttribute(ATTRIBUTE) instanceof PendingLogIns known ? known : new PendingLogIns();
            all.byState.put(state.getValue(), pending);
            session.setAttribute(ATTRIBUTE, all);
        }
        return state;
    }

    /** Takes it out: a state counts once. */
    static Optional<Pending> take(@Nullable HttpSession session, @Nullable String state) {
        if (session == null || state == null) {
            return Optional.empty();
        }
        synchronized (session) {
            return session.getAttribute(ATTRIBUTE) instanceof PendingLogIns known
                    ? Optional.ofNullable(known.byState.remove(state))
                    : Optional.empty();
        }
    }

    /** Forgets the oldest. */
    private static final class Latest extends LinkedHashMap<String, Pending> {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Pending> eldest) {
            return size() > MOST;
        }
    }
}
