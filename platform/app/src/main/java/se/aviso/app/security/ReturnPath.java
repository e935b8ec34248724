package se.aviso.app.security;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A page to which a log-in may lead: one of ours, whatever stood in the address. */
final class ReturnPath {
    private static final Pattern OURS = Pattern.compile("/(?![/\\\\])[^\\\\\\p{Cntrl}]{0,2000}");

    private ReturnPath() {}

    /** The path itself, or the start page when a browser could take it for another site. */
    static String of(String path) {
        var one = path.replaceFirst("^/+", "/");
        return OURS.matcher(one).matches() ? one : "/";
    }

    /** The page that was asked for; for a form, the page on which it stands: its own address says less. */
    static String of(HttpServletRequest request) {
        var path = request.getRequestURI();
        if ("GET".equals(request.getMethod())) {
            return of(path, request.getQueryString());
        }
        return Optional.ofNullable(request.getHeader("Referer"))
                .map(ReturnPath::local)
                .filter(page -> page.replaceFirst("\\?.*", "").equals(path))
                .orElseGet(() -> of(path));
    }

    /** The path and query of an address, which so leads nowhere else. */
    static String local(String address) {
        try {
            var uri = URI.create(address);
            return of(uri.getRawPath() == null ? "/" : uri.getRawPath(), uri.getRawQuery());
        } catch (IllegalArgumentException malformed) {
            return "/";
        }
    }

    private static String of(String path, @Nullable String query) {
        return of(query == null ? path : path + "?" + query);
    }
}
