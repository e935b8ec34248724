package se.aviso.launcher.command;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CountDownLatch;
import se.aviso.launcher.console.Console;
import se.aviso.launcher.console.Refusal;
import se.aviso.launcher.data.DataFolder;
import se.aviso.launcher.data.RunNote;
import se.aviso.launcher.distribution.Distribution;
import se.aviso.launcher.keycloak.DemoUsers;
import se.aviso.launcher.process.ChildJvm;
import se.aviso.launcher.settings.Mode;

/** {@code demo}: everything on this machine, the circle run once, and then open to look at. */
final class DemoCommand implements Command {
    private static final String CIRCLE = "se.aviso.demo.Circle";

    @Override
    public int run(Arguments arguments) throws Exception {
        if (!ChildJvm.has(CIRCLE) && arguments.has("--exit")) {
            throw new Refusal("This build has no circle to run (" + CIRCLE + ").");
        }
        var folder = arguments.folder();
        try (var product = new Product(folder, arguments.settings(folder), Mode.DEMO)) {
            product.start(true);
            Console.say("Aviso is ready at " + product.baseUrl() + ".");
            int code = circle(product, folder);
            if (arguments.has("--exit")) {
                return code;
            }
            Console.say("Users: " + String.join(", ", DemoUsers.NAMES) + "; password " + DemoUsers.PASSWORD + ".");
            Console.say("Mail that was sent lies in " + folder.file("mail") + ", logs in " + folder.log()
                    + ". Ctrl-C ends it all.");
            new CountDownLatch(1).await();
            return code;
        }
    }

    private static int circle(Product product, DataFolder folder) throws Exception {
        if (!ChildJvm.has(CIRCLE)) {
            Console.say("This build has no circle to run; the product is up and empty.");
            return 0;
        }
        var properties = new HashMap<>(product.facts());
        properties.put("aviso.demo.password", DemoUsers.PASSWORD);
        long begin = System.nanoTime();
        int code = new ChildJvm(Distribution.running()).run(CIRCLE, properties, List.of());
        RunNote.add(folder, "circle.exit", Integer.toString(code));
        RunNote.add(folder, "circle.seconds", String.format(Locale.ROOT, "%.1f", (System.nanoTime() - begin) / 1e9));
        return code;
    }
}
