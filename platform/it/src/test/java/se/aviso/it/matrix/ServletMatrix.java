package se.aviso.it.matrix;

import jakarta.servlet.annotation.WebServlet;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.jar.JarFile;
import se.aviso.app.security.Needs;

/** What answers beside the API and the pages: nobody gets in by it, and nobody changes anything. */
final class ServletMatrix {
    private static final String MARK = "Ljakarta/servlet/annotation/WebServlet;";

    /**
     * What is asked of each; a servlet that has nothing here fails. None of them needs a permission: what it needs
     * instead, it is asked for without, and must refuse.
     */
    private static final Map<String, List<Question>> QUESTIONS = Map.of(
            "/log-in",
            List.of(
                    new Question("GET", "/log-in", 302),
                    new Question("GET", "/log-in?error=access_denied", 403),
                    new Question(
                            "GET", "/log-in?state=made-up&code=" + World.HERE + "!" + World.HERE + "-admin!x", 403)),
            "/log-out",
            List.of(
                    new Question("GET", "/log-out", 405),
                    new Question("POST", "/log-out", 400),
                    new Question("POST", "/log-out?leave=yes", 302)),
            "/look.css",
            List.of(new Question("GET", "/look.css", 404), new Question("GET", "/look.css?hue=200", 200)),
            "/join/*",
            List.of(new Question("GET", "/join/", 404), new Question("GET", "/join/" + World.HERE + "-klubb", 302)),
            "/bli-medlem/*",
            List.of(new Question("GET", "/bli-medlem/" + World.HERE + "-klubb", 302)),
            "/back-channel-log-out",
            List.of(
                    new Question("GET", "/back-channel-log-out", 405),
                    new Question("POST", "/back-channel-log-out", 400),
                    new Question("POST", "/back-channel-log-out?logout_token=made.up.token", 400)));

    private final World world;
    private final Rows rows;
    private final Report report;

    /** What is sent by somebody without a session, and what must come of it. */
    private record Question(String method, String path, int status) {}

    ServletMatrix(World world, Rows rows, Report report) {
        this.world = world;
        this.rows = rows;
        this.report = report;
    }

    void run() {
        addresses().forEach(this::run);
    }

    private void run(String address) {
        var questions = QUESTIONS.getOrDefault(address, List.of());
        if (questions.isEmpty()) {
            report.cell(
                    address,
                    Optional.of("is a servlet without an example: add to se.aviso.it.matrix.ServletMatrix what is sent"
                            + " to it by who has no right to, and how it refuses"));
        }
        var before = rows.now();
        for (var question : questions) {
            var visit = Visit.ofNobody(world);
            var seen = question.method().equals("GET")
                    ? visit.get(question.path())
                    : visit.post(question.path(), List.of());
            var good = seen.status() == question.status();
            report.cell(question.toString(), good ? Optional.empty() : Optional.of("seen " + seen.seen()));
            var page = visit.get("/home/home.xhtml").seen();
            report.cell(
                    "/home/home.xhtml after " + question,
                    page.isSentToLogIn() ? Optional.empty() : Optional.of("seen " + page));
        }
        var changed = Rows.changed(before, rows.now());
        report.cell(address, changed.isEmpty() ? Optional.empty() : Optional.of("rows were changed in " + changed));
    }

    private static List<String> addresses() {
        var source = Path.of(
                Needs.class.getProtectionDomain().getCodeSource().getLocation().getPath());
        try (var jar = new JarFile(source.toFile())) {
            var found = new ArrayList<String>();
            for (var entry : jar.stream().toList()) {
                if (entry.getName().endsWith(".class")) {
                    try (var stream = jar.getInputStream(entry)) {
                        if (new String(stream.readAllBytes(), StandardCharsets.ISO_8859_1).contains(MARK)) {
                            found.addAll(addresses(entry.getName()));
                        }
                    }
                }
            }
            return found;
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static List<String> addresses(String file) {
        try {
            var name = file.replace('/', '.').replaceFirst("\\.class$", "");
            var servlet =
                    Class.forName(name, false, Needs.class.getClassLoader()).getAnnotation(WebServlet.class);
            return servlet == null ? List.of() : List.of(servlet.value());
        } catch (ClassNotFoundException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
