package se.aviso.app.security;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What became of the request's token; carried from the authentication to the resource by the request itself. */
record TokenVerdict(Kind kind, @Nullable Bearer bearer) {
    private static final String ATTRIBUTE = TokenVerdict.class.getName();

    static final TokenVerdict MISSING = new TokenVerdict(Kind.MISSING, null);
    static final TokenVerdict INVALID = new TokenVerdict(Kind.INVALID, null);
    static final TokenVerdict UNPROVABLE = new TokenVerdict(Kind.UNPROVABLE, null);

    static TokenVerdict valid(Bearer bearer) {
        return new TokenVerdict(Kind.VALID, bearer);
    }

    Optional<Bearer> ifValid() {
        return Optional.ofNullable(bearer);
    }

    void put(HttpServletRequest request) {
        request.setAttribute(ATTRIBUTE, this);
    }

    static TokenVerdict of(@Nullable Object attribute) {
        return attribute instanceof TokenVerdict verdict ? verdict : MISSING;
    }

    static String attribute() {
        return ATTRIBUTE;
    }

    /** The ways it can end. */
    enum Kind {
        VALID,
        MISSING,
        INVALID,
        /** The issuer's keys could not be had: nobody can say. */
        UNPROVABLE
    }
}
