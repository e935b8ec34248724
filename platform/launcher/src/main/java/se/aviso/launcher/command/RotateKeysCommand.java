package se.aviso.launcher.command;

import java.util.HashMap;
import java.util.List;
import se.aviso.launcher.console.Console;
import se.aviso.launcher.console.Refusal;
import se.aviso.launcher.data.Secrets;
import se.aviso.launcher.distribution.Distribution;
import se.aviso.launcher.process.ChildJvm;
import se.aviso.launcher.settings.DatabaseSettings;
import se.aviso.launcher.settings.SecretSettings;

/**
 * {@code rotate-keys}: wraps the tenants' keys by the present master key, and with {@code --rows} makes those keys anew
 * and seals each row again. It can be broken off and run again at any time.
 */
final class RotateKeysCommand implements Command {
    private static final String ROWS = "--rows";

    @Override
    public Accepts accepts() {
        return Accepts.words(0, "--data", ROWS);
    }

    @Override
    public int run(Arguments arguments) throws Exception {
        var place = arguments.place();
        var settings = arguments.settings(place);
        var external = DatabaseSettings.external(settings);
        var given = SecretSettings.external(settings);
        if (external.isPresent() && given.isPresent()) {
            return rotate(external.get(), given.get(), arguments);
        }
        var folder = place.requireThere();
        var secrets = new Secrets(folder);
        try (var closing = new Closing().atExit()) {
            var database = external.isPresent()
                    ? new DatabaseAtHand(external.get(), true)
                    : DatabaseAtHand.of(closing, folder);
            if (given.isPresent()) {
                return rotate(database.settings(), given.get(), arguments);
            }
            return database.running()
                    ? rotateBeside(database, secrets, arguments)
                    : rotateOwn(database, secrets, arguments);
        }
    }

    /** The running server knows the present master key alone, so that one stays. */
    private static int rotateBeside(DatabaseAtHand database, Secrets secrets, Arguments arguments) throws Exception {
        if (!arguments.has(ROWS)) {
            throw new Refusal("Aviso runs, and its master key is its own: stop it first, then rotate the key.");
        }
        Console.say("Aviso runs: its master key stays, the tenants' keys are made anew.");
        return rotate(database.settings(), SecretSettings.local(secrets), arguments);
    }

    private static int rotateOwn(DatabaseAtHand database, Secrets secrets, Arguments arguments) throws Exception {
        int code = rotate(database.settings(), SecretSettings.renewed(secrets), arguments);
        if (code == 0) {
            SecretSettings.finish(secrets);
        }
        return code;
    }

    /** In a process of its own, whose class path has the rules; what is secret is told it by its environment. */
    private static int rotate(DatabaseSettings database, SecretSettings secrets, Arguments arguments) throws Exception {
        var environment = new HashMap<String, String>();
        environment.put("AVISO_DB_URL", database.url());
        environment.put("AVISO_DB_OWNER_USER", database.ownerUser());
        environment.put("AVISO_DB_OWNER_PASSWORD", database.ownerPassword());
        environment.put("AVISO_SECRETS_MASTER_KEY", secrets.masterKey());
        environment.put("AVISO_SECRETS_FORMER_MASTER_KEYS", secrets.formerMasterKeys());
        return new ChildJvm(Distribution.running())
                .runTold(
                        "se.aviso.launcher.secret.RotateKeys",
                        environment,
                        arguments.has(ROWS) ? List.of(ROWS) : List.of());
    }
}
