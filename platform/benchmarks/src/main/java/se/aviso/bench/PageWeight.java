package se.aviso.bench;

import java.io.IOException;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What a page makes the network carry.
 *
 * @param html the page as it is read
 * @param sent the page as it is sent
 * @param first the page with all that it needs, in a browser that knows nothing
 * @param again the same in a browser that has kept what it may keep
 * @param viewState what a form sends back
 * @param millis from asking to the last byte, the median
 */
record PageWeight(int html, int sent, int first, int again, int viewState, double millis) {
    private static final Pattern NEEDED =
            Pattern.compile("(?:<link[^>]*?href|<script[^>]*?src|<img[^>]*?src|<use[^>]*?href)=\"(/[^\"#]*)");
    private static final Pattern OF_STYLE = Pattern.compile("url\\(\\s*[\"']?(?!data:)([^\"')#]+)");
    private static final Pattern VIEW_STATE =
            Pattern.compile("name=\"jakarta.faces.ViewState\"[^>]*?value=\"([^\"]*)\"");

    static PageWeight of(Browsing browser, Browsing.Reply page, double millis)
            throws IOException, InterruptedException {
        int first = page.sent();
        int again = page.sent();
        for (var address : needs(browser, page)) {
            var part = browser.get(address);
            first += part.sent();
            again += part.mayBeKept() ? 0 : part.sent();
        }
        var state = VIEW_STATE.matcher(page.text());
        int stateBytes = state.find() ? state.group(1).length() : 0;
        return new PageWeight(page.body().length, page.sent(), first, again, stateBytes, millis);
    }

    /** The page's own parts, and what its styles ask for. */
    private static Set<String> needs(Browsing browser, Browsing.Reply page) throws IOException, InterruptedException {
        var all = new LinkedHashSet<String>();
        var parts = NEEDED.matcher(page.text());
        while (parts.find()) {
            var address = parts.group(1).replace("&amp;", "&");
            if (all.add(address) && address.contains(".css")) {
                var style = browser.get(address);
                var more = OF_STYLE.matcher(style.text());
                while (more.find()) {
                    all.add(style.resolve(more.group(1)));
                }
            }
        }
        return all;
    }
}
