package se.aviso.it.browser;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Where the links of the pages lead a user: so a page about one thing is found with the id of a thing that exists.
 *
 * <p>A few addresses of each page are followed: the first may be a list without rows.
 */
final class Trails {
    private static final Pattern LINK = Pattern.compile("(?:href|src)=\"(?:http://[^/\"]*)?(/[^\"#]*)");

    /** The short address of a group's form, as it stands on posters. */
    private static final String JOIN = "^/join/([^/?]+)$";

    private final Map<String, List<String>> found = new TreeMap<>();
    private final Map<String, Integer> met = new HashMap<>();
    private final ArrayDeque<String> ahead = new ArrayDeque<>();
    private final Set<String> pages;

    private Trails(List<PageAddress> pages) {
        this.pages = pages.stream()
                .filter(page -> !page.file())
                .map(PageAddress::path)
                .collect(Collectors.toSet());
    }

    /** Follows the links that the user of the window sees, from the menu on. */
    static Trails from(Window window, List<PageAddress> pages) {
        var trails = new Trails(pages);
        trails.note("", "/shell/more.xhtml");
        trails.follow(window);
        return trails;
    }

    /**
     * Goes on from an address that is one of many in a list, and of a sort that is rare there; if the user may see it.
     */
    void goOn(Window window, String address) {
        if (window.ask(address).status() == 200) {
            note("", address);
            follow(window);
        }
    }

    private void follow(Window window) {
        while (!ahead.isEmpty()) {
            var from = ahead.remove();
            var links = LINK.matcher(window.ask(from).text());
            while (links.find()) {
                note(from, links.group(1).replace("&amp;", "&").replaceFirst(JOIN, "/public/join.xhtml?group=$1"));
            }
        }
    }

    /** The first address of this page that was met, else the page without anything behind it. */
    String to(PageAddress page) {
        return found.getOrDefault(page.path(), List.of(page.path())).get(0);
    }

    /** Whether a link to it was met. */
    boolean leadTo(PageAddress page) {
        return found.containsKey(page.path());
    }

    /** Links to pages that nobody has registered: they lead nowhere. */
    List<String> dead() {
        return found.keySet().stream()
                .filter(path -> path.endsWith(".xhtml") && !path.startsWith("/jakarta.faces.resource/"))
                .filter(path -> !pages.contains(path))
                .toList();
    }

    private void note(String from, String address) {
        var path = path(address);
        var known = found.computeIfAbsent(path, unknown -> new ArrayList<>());
        if (!known.contains(address)
                && met.merge(path(from) + " " + path, 1, Integer::sum) <= Thoroughness.WANTED.linksOfAKind()) {
            known.add(address);
            if (pages.contains(path)) {
                ahead.add(address);
            }
        }
    }

    private static String path(String address) {
        return address.replaceFirst("\\?.*$", "");
    }
}
