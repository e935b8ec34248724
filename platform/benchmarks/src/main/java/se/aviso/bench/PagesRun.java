package se.aviso.bench;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import se.aviso.launcher.console.Console;
import se.aviso.launcher.console.Refusal;
import se.aviso.launcher.data.DataFolder;
import se.aviso.launcher.data.RunNote;
import se.aviso.launcher.keycloak.DemoUsers;

/** Follows the links of the demo's users, and weighs and times each page that they lead to. */
final class PagesRun {
    private static final Pattern LINK = Pattern.compile("href=\"(/(?!jakarta)[^\"#?]*\\.xhtml)(\\?[^\"#]*)?\"");
    private static final String MENU = "/shell/more.xhtml";
    private static final int WARM_UPS = 5;
    private static final int TIMES = 21;
    private static final double KILO = 1000.0;
    private static final double TARGET_KB = 300;

    private final Map<String, PageWeight> weights = new TreeMap<>();
    private final Map<String, String> addresses = new TreeMap<>();
    private double sessionBytes;

    void measureNewDemo() throws IOException, InterruptedException {
        var own = OwnFolder.of("pages");
        var folder = own.data();
        try (var product = AvisoProcess.of("demo", folder, Map.of())) {
            product.await(note -> note.fact("circle.seconds").isPresent());
            measure(folder);
        }
        own.delete();
    }

    void measure(DataFolder folder) throws IOException, InterruptedException {
        var note = RunNote.read(folder).orElseThrow(() -> new Refusal("No demo runs on " + folder.root() + "."));
        var address = note.fact("base-url").orElseThrow();
        for (var user : DemoUsers.NAMES) {
            var browser = new Browsing(address);
            browser.logIn(user, DemoUsers.PASSWORD);
            for (var page : pages(browser).entrySet()) {
                if (!weights.containsKey(page.getKey())) {
                    weights.put(page.getKey(), weigh(browser, page.getValue()));
                    addresses.put(page.getKey(), page.getValue());
                }
            }
        }
        sessionBytes = new SessionRun(new LiveHeap(note.pid()), address, addresses.values()).bytes();
        print();
    }

    /** The first address of each page that a link leads to. */
    private static Map<String, String> pages(Browsing browser) throws IOException, InterruptedException {
        var met = new HashSet<>(Set.of(MENU));
        var found = new TreeMap<String, String>();
        var ahead = new ArrayList<>(List.of(MENU));
        while (!ahead.isEmpty()) {
            var address = ahead.remove(0);
            var page = browser.get(address);
            if (page.found()) {
                found.put(address.replaceFirst("\\?.*$", ""), address);
                LINK.matcher(page.text())
                        .results()
                        .filter(link -> met.add(link.group(1)))
                        .forEach(link -> ahead.add(address(link)));
            }
        }
        return found;
    }

    private static String address(MatchResult link) {
        return link.group(1) + Optional.ofNullable(link.group(2)).orElse("").replace("&amp;", "&");
    }

    private static PageWeight weigh(Browsing browser, String address) throws IOException, InterruptedException {
        var millis = new double[TIMES];
        for (int i = -WARM_UPS; i < TIMES; i++) {
            long began = System.nanoTime();
            browser.get(address);
            if (i >= 0) {
                millis[i] = (System.nanoTime() - began) / 1e6;
            }
        }
        Arrays.sort(millis);
        return PageWeight.of(browser, browser.get(address), millis[TIMES / 2]);
    }

    private void print() {
        Console.say(line("page", "HTML kB", "sent", "first", "again", "state B", "ms"));
        weights.forEach((page, weight) -> Console.say(line(
                page,
                kilo(weight.html()),
                kilo(weight.sent()),
                kilo(weight.first()),
                kilo(weight.again()),
                Integer.toString(weight.viewState()),
                one(weight.millis()))));
        var figures = new Figures("pages");
        figures.number("pages", weights.size());
        figures.number("first visit, largest kB", most(PageWeight::first) / KILO);
        figures.number("after the first, largest kB", TARGET_KB, most(PageWeight::again) / KILO);
        figures.number("view state, largest bytes", most(PageWeight::viewState));
        figures.number("kept per session, kB", sessionBytes / KILO);
        figures.number("server ms, slowest median", most(PageWeight::millis));
        figures.print();
    }

    private double most(ToDoubleFunction<PageWeight> part) {
        return weights.values().stream().mapToDouble(part).max().orElse(0);
    }

    private static String line(String page, String... columns) {
        return String.format("%-32s", page) + String.format("%9s".repeat(columns.length), (Object[]) columns);
    }

    private static String kilo(int bytes) {
        return one(bytes / KILO);
    }

    private static String one(double value) {
        return String.format(Locale.ROOT, "%.1f", value);
    }
}
