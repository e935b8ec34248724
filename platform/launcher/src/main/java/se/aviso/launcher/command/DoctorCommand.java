package se.aviso.launcher.command;

import java.io.IOException;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import se.aviso.invariant.Check;
import se.aviso.invariant.Checks;
import se.aviso.launcher.console.Console;
import se.aviso.launcher.console.Refusal;
import se.aviso.launcher.distribution.Distribution;
import se.aviso.launcher.doctor.Doctor;
import se.aviso.launcher.settings.DatabaseSettings;

/** {@code doctor}: every invariant, for every tenant, on the running database or on one started for the purpose. */
final class DoctorCommand implements Command {
    @Override
    public Accepts accepts() {
        return Accepts.words(0, "--data");
    }

    @Override
    public int run(Arguments arguments) throws Exception {
        var place = arguments.place();
        var external = DatabaseSettings.external(arguments.settings(place));
        if (external.isPresent()) {
            return examine(external.get());
        }
        var folder = place.requireThere();
        try (var closing = new Closing().atExit()) {
            return examine(DatabaseAtHand.of(closing, folder).settings());
        }
    }

    private static int examine(DatabaseSettings database) throws Exception {
        try (var connection = connect(database)) {
            var report = new Doctor(connection, checks()).examine();
            report.lines().forEach(Console::say);
            return report.violations() == 0 ? 0 : 1;
        }
    }

    private static Connection connect(DatabaseSettings database) {
        try {
            return DriverManager.getConnection(database.url(), database.ownerUser(), database.ownerPassword());
        } catch (SQLException away) {
            var address = database.url().replaceFirst("\\?.*", ""); // a password may stand behind it
            throw new Refusal(
                    "The database " + address + " cannot be asked (" + Sentence.firstLine(away)
                            + "): see that it runs, then try again.",
                    away);
        }
    }

    /** The checks stand in a library that must not be on our own class path. */
    private static List<Check> checks() throws IOException {
        try (var loader = new URLClassLoader(libraries(), null)) {
            return Checks.of(loader);
        }
    }

    private static URL[] libraries() throws IOException {
        var urls = new ArrayList<URL>();
        try (var files = Files.list(Distribution.running().lib())) {
            for (var file : files.filter(file -> file.getFileName().toString().startsWith("aviso-"))
                    .toList()) {
                urls.add(url(file));
            }
        }
        return urls.toArray(URL[]::new);
    }

    private static URL url(Path file) throws MalformedURLException {
        return file.toUri().toURL();
    }
}
