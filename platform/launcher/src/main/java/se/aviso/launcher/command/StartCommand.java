package se.aviso.launcher.command;

import java.util.concurrent.CountDownLatch;
import se.aviso.launcher.console.Console;
import se.aviso.launcher.settings.Mode;
import se.aviso.launcher.settings.Production;

/** {@code start}: an empty product that stays; production asks for everything that must not be a default. */
final class StartCommand implements Command {
    @Override
    public Accepts accepts() {
        return Accepts.words(0, "--port", "--data", "--with-keycloak", "--production");
    }

    @Override
    public int run(Arguments arguments) throws Exception {
        var folder = arguments.folder();
        var settings = arguments.settings(folder);
        var mode = Mode.named(settings.get("aviso.mode", Mode.DEVELOPMENT.key()));
        if (mode == Mode.PRODUCTION) {
            Production.require(settings);
        }
        try (var product = new Product(folder, settings, mode)) {
            product.start(arguments.has("--with-keycloak") || mode == Mode.DEMO);
            Console.say("Aviso is ready at " + product.baseUrl() + " (data in " + folder.root() + "); Ctrl-C ends it.");
            new CountDownLatch(1).await();
        }
        return 0;
    }
}
