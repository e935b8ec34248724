package se.aviso.launcher.command;

import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import se.aviso.demo.bank.BankCounter;
import se.aviso.launcher.console.Console;
import se.aviso.launcher.console.Refusal;
import se.aviso.launcher.data.DataFolder;
import se.aviso.launcher.data.Ports;
import se.aviso.launcher.data.RunNote;
import se.aviso.launcher.keycloak.DemoUsers;
import se.aviso.launcher.settings.Mode;

/** {@code demo}: everything on this machine, the circle run once, and then open to look at. */
final class DemoCommand implements Command {
    private static final System.Logger LOG = System.getLogger(DemoCommand.class.getName());

    @Override
    public Accepts accepts() {
        return Accepts.words(0, "--port", "--data", "--exit");
    }

    @Override
    public int run(Arguments arguments) throws Exception {
        boolean exits = arguments.has("--exit");
        if (!CircleProcess.isThere() && exits) {
            throw new Refusal("This build has no circle to run.");
        }
        var folder = arguments.folder();
        try (var product = new Product(folder, arguments.settings(folder), Mode.DEMO);
                var bank =
                        BankCounter.open(new Ports(folder).of("bank"), Clock.system(ZoneId.of("Europe/Stockholm")))) {
            product.start(true);
            note(folder, Map.of("bank", bank.address()));
            Console.say("Aviso is ready at " + product.baseUrl() + ".");
            int code = circle(product, folder);
            CircleProcess.complaint(code, exits).ifPresent(sentence -> complain(sentence, folder));
            if (exits) {
                return code;
            }
            Console.say("Users: " + String.join(", ", DemoUsers.NAMES) + "; password " + DemoUsers.PASSWORD + ".");
            Console.say("A bank to pay invoices by hand stands at " + bank.address() + ".");
            Console.say("Mail that was sent lies in " + folder.file("mail") + ", logs in " + folder.log()
                    + ". Ctrl-C ends it all.");
            new CountDownLatch(1).await();
            return code;
        }
    }

    /** A circle that ends because all ends is no failure. */
    private static void complain(String sentence, DataFolder folder) {
        if (!Ending.hasBegun()) {
            folder.fullDisk().ifPresent(Console::complain);
            Console.complain(sentence);
        }
    }

    private static int circle(Product product, DataFolder folder) throws Exception {
        if (!CircleProcess.isThere()) {
            Console.say("This build has no circle to run; the product is up and empty.");
            return 0;
        }
        long begin = System.nanoTime();
        int code = product.beside(() -> CircleProcess.start(product.facts())).await();
        var seconds = (System.nanoTime() - begin) / 1e9;
        note(
                folder,
                Map.of(
                        "circle.exit",
                        Integer.toString(code),
                        "circle.seconds",
                        String.format(Locale.ROOT, "%.1f", seconds)));
        return code;
    }

    /** For benchmarks and tests; a disk without room for it ends no demo. */
    private static void note(DataFolder folder, Map<String, String> facts) {
        try {
            facts.forEach((name, value) -> RunNote.add(folder, name, value));
        } catch (UncheckedIOException unwritable) {
            LOG.log(System.Logger.Level.WARNING, "it could not be noted what the demo has done", unwritable);
        }
    }
}
