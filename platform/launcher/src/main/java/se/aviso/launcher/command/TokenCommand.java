package se.aviso.launcher.command;

import se.aviso.launcher.console.Console;
import se.aviso.launcher.console.Refusal;
import se.aviso.launcher.data.RunNote;
import se.aviso.launcher.keycloak.DemoUsers;
import se.aviso.launcher.keycloak.KeycloakHttp;

/** {@code token USER}: a bearer token of a demo user, alone on its line, for scripts. */
final class TokenCommand implements Command {
    @Override
    public Accepts accepts() {
        return Accepts.words(1, "--data");
    }

    @Override
    public int run(Arguments arguments) throws Exception {
        var user = arguments
                .word()
                .orElseThrow(() -> new Refusal(
                        "Whose token? One of " + String.join(", ", DemoUsers.NAMES) + ": ./aviso token office."));
        var folder = arguments.existingFolder();
        var issuer = RunNote.read(folder)
                .filter(note -> note.process().isPresent())
                .filter(note -> note.fact("mode").filter("demo"::equals).isPresent())
                .flatMap(note -> note.fact("issuer"))
                .orElseThrow(() -> new Refusal("No demo runs on " + folder.root() + ": start it with ./aviso demo."));
        var address = issuer.substring(0, issuer.indexOf("/realms/"));
        Console.say(new KeycloakHttp(address).demoToken(user, DemoUsers.PASSWORD));
        return 0;
    }
}
