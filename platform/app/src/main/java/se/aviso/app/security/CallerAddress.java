package se.aviso.app.security;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HexFormat;
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
    private static final int NETWORK_BYTES = 8;
    private static final Pattern WITH_PORT = Pattern.compile("\\[([^\\]]*)](?::\\d+)?|([0-9.]+):\\d+");
    private static final Pattern ADDRESS = Pattern.compile("[0-9a-fA-F.:]{2,45}");

    @Inject
    ProxyConfig proxies;

    /** The address that calls are counted by: of IPv6 the network, for each caller has one of 2^64 addresses. */
    public String of(HttpServletRequest request) {
        var headers = Collections.list(request.getHeaders(FORWARDED));
        return network(of(request.getRemoteAddr(), headers, proxies.trustedProxies()));
    }

    /** An IPv4 address as it is, of an IPv6 address the first 64 bits. */
    static String network(String address) {
        if (address.indexOf(':') < 0) {
            return address;
        }
        try {
            // a text with a colon is never looked up by name
            var parsed = InetAddress.getByName(address.replaceFirst("%.*", ""));
            return parsed instanceof Inet6Address
                    ? HexFormat.of().formatHex(parsed.getAddress(), 0, NETWORK_BYTES) + "/64"
                    : parsed.getHostAddress();
        } catch (UnknownHostException noAddress) {
            return address;
        }
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
