package se.aviso.it.matrix;

import java.util.ArrayDeque;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import se.aviso.it.Client;
import se.aviso.it.Endpoints;
import se.aviso.it.browser.PageAddress;

/**
 * Goes through all that a tenant's admin can reach: all routes that read, with the ids of both tenants, all pages by
 * their links, all searches and documents; and shows each answer to who looks for marks in it.
 */
final class Walk {
    private static final Pattern CURSOR = Pattern.compile("\"nextCursor\":\"([^\"]+)\"");

    private final World world;
    private final Person admin;
    private final Marks marks;
    private final Extent extent;
    private int answers;

    Walk(World world, Person admin, Marks marks, Extent extent) {
        this.world = world;
        this.admin = admin;
        this.marks = marks;
        this.extent = extent;
    }

    /** How many answers were looked at. */
    int answers() {
        return answers;
    }

    void run(Collection<String> ids) {
        routes(ids);
        searches();
        links();
        pages(ids);
    }

    private void routes(Collection<String> ids) {
        var client = world.product().withToken(admin.token());
        for (var route : Endpoints.all()) {
            if (!route.method().equals("GET") || route.open()) {
                continue;
            }
            if (route.template().contains("{")) {
                ids.forEach(id -> take(client, route.template().replaceAll("\\{\\w+}", id), id));
            } else {
                list(client, route.template());
            }
        }
    }

    /** All parts of a list, to the end. */
    private void list(Client client, String path) {
        var next = path;
        for (var parts = 0; !next.isEmpty() && parts < extent.partsOfAList(); parts++) {
            var cursor = CURSOR.matcher(take(client, next, ""));
            next = cursor.find() ? path + "?limit=100&cursor=" + cursor.group(1) : "";
        }
    }

    private String take(Client client, String path, String asked) {
        var reply = client.get(path);
        answers++;
        return marks.look("REST", path, reply.bytes(), reply.header("Content-Type"), asked);
    }

    private void searches() {
        var client = world.product().withToken(admin.token());
        var visit = Visit.of(world, admin);
        for (var words : marks.searched()) {
            for (var list : List.of("members?q=", "invoices?q=", "users?q=", "invoices?ocr=", "payments?reference=")) {
                take(client, list + words, words);
            }
            for (var page : List.of(
                    "/search/results.xhtml?q=",
                    "/member/list.xhtml?q=",
                    "/invoice/list.xhtml?q=",
                    "/payment/list.xhtml?reference=",
                    "/access/give.xhtml?q=",
                    "/shell/groups.xhtml?q=")) {
                open(visit, page + words, words);
            }
        }
    }

    /** Breadth first, so that every kind of page is seen before the hundredth of a kind. */
    private void links() {
        var visit = Visit.of(world, admin);
        var seen = new HashSet<String>(Set.of("/"));
        var waiting = new ArrayDeque<String>(List.of("/"));
        for (var count = 0; !waiting.isEmpty() && count < extent.links(); count++) {
            for (var link : open(visit, waiting.remove(), "")) {
                if (seen.add(link)) {
                    waiting.add(link);
                }
            }
        }
    }

    /** The pages whose addresses name a thing, asked for with all ids. */
    private void pages(Collection<String> ids) {
        var visit = Visit.of(world, admin);
        var examples = new PageExamples();
        for (var page : PageAddress.all()) {
            for (var example : examples.of(page.path())) {
                if (!example.query().isEmpty()
                        && page.needs().filter(admin::may).isPresent()) {
                    ids.stream()
                            .limit(extent.idsOfAPage())
                            .forEach(id -> open(
                                    visit, page.path() + "?" + example.query().formatted(id, id), id));
                }
            }
        }
    }

    /** The links of the page that lead on within the product. */
    private Set<String> open(Visit visit, String path, String asked) {
        var page = visit.get(path);
        answers++;
        var text = marks.look("pages", path, page.bytes(), page.type(), asked);
        var found = new LinkedHashSet<String>();
        if (page.goal().startsWith("/")) {
            found.add(page.goal());
        }
        if (page.type().startsWith("text/html")) {
            Jsoup.parse(text).select("a[href^=/], img[src^=/]").forEach(link -> {
                var goal = link.hasAttr("href") ? link.attr("href") : link.attr("src");
                found.add(goal.replaceFirst("#.*$", ""));
            });
        }
        found.removeIf(goal -> goal.startsWith("/jakarta.faces.resource/") || goal.startsWith("/log-"));
        return found;
    }
}
