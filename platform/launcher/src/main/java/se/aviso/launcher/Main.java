package se.aviso.launcher;

import java.util.List;
import se.aviso.launcher.command.Commands;

/** The launcher's door. */
public final class Main {
    private Main() {}

    /** Runs one command; the server's threads must not keep the process alive after it. */
    public static void main(String[] arguments) {
        System.exit(Commands.run(List.of(arguments)));
    }
}
