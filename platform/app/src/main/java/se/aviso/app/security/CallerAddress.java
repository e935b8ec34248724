package se.aviso.app.security;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.regex.Pattern;
import se.aviso.app.server.ProxyConfig;

/**
 * The network address that a request comes from, seen through the trusted proxies.
 *
 * <p>Each proxy appends the address that it was called from to {@code X-Forwarded-For}, so that of so many trusted ones
 * the first has written the so manieth entry from the right; what stands to the left of it anybody may have written.
 */
@ApplicationScoped
public class CallerAddress {
    private static final String FORWARDED = "X-Forwarded-For";
    private static final Pattern WITH_PORT = Pattern.compile("\\[([^\\]]*)](?::\\d+)?|([0-9.]+):\\d+");
    private static final Pattern ADDRESS = Pattern.compile("[0-9a-fA-F.:]{2,45}");

    @Inject
    ProxyConfig proxies;

    /** The address that calls are counted by. */
    public String of(HttpServletRequest request) {
        var headers = Collections.list(request.getHeaders(FORWARDED));
        return of(request.getRemoteAddr(), headers, proxies.trustedProxies());
    }

    static String of(String remote, List<String> forwarded, int trusted) {
        var hops = new ArrayList<String>();
        forwarded.forEach(header -> hops.addAll(List.of(header.split(",", -1))));
        if (trusted == 0 || hops.size() < trusted) {
            return remote;
        }
        var hop = bare(hops.get(hops.size() - trusted).strip());
        return ADDRESS.matcher(hop).matches() ? hop : remote;
    }

    private static String bare(String hop) {
        var parts = WITH_PORT.matcher(hop);
        if (!parts.matches()) {
            return hop;
        }
        return parts.group(1) == null ? parts.group(2) : parts.group(1);
    }
}
